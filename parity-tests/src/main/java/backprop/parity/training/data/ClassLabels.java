package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The labels of a CSV, and the classes that they stand for.
 *
 * <p>Words are classes in alphabetical order, whole numbers in theirs: so two files with the same
 * labels have the same classes, whichever comes first.
 */
final class ClassLabels {
  /** Every class is an output, and has as many targets as there are classes. */
  private static final int MOST_CLASSES = 1000;

  private static final String MEANT_TO_PREDICT = " (--targets 1 reads it as a number to predict)";

  private final Map<String, Label> known = new LinkedHashMap<>();
  private final List<Label> ofSample = new ArrayList<>();

  /** What a label says, and where it stood first. */
  private record Label(String text, OptionalDouble number, CsvLine line, String column) {
    boolean isWhole() {
      return number.isPresent() && number.getAsDouble() == StrictMath.rint(number.getAsDouble());
    }

    InvalidInput invalid(String expected, String hint) {
      String sentence = "%s: expected %s, found \"%s\"%s";
      return line.invalid(sentence.formatted(column, expected, Printable.part(text), hint));
    }
  }

  /**
   * Adds the label of the next sample: the last field of its line.
   *
   * @param column for messages
   */
  void add(CsvLine line, String column) {
    int last = line.fields().size() - 1;
    String field = line.fields().get(last);
    if (field.isEmpty()) {
      throw line.invalid(column + ": expected a label, found nothing");
    }
    Label label = new Label(field, line.find(last), line, column);
    // 1, 1.0 and 01 are the same label.
    String text =
        label.isWhole() ? new BigDecimal(label.number().getAsDouble()).toPlainString() : field;
    ofSample.add(
        known.computeIfAbsent(text, same -> new Label(text, label.number(), line, column)));
    if (known.size() > MOST_CLASSES) {
      throw label.invalid("at most " + MOST_CLASSES + " different labels", MEANT_TO_PREDICT);
    }
  }

  /** The names of the classes, in the order of the outputs, fit to be shown. */
  List<String> classes() {
    return keys().stream().map(Printable::part).toList();
  }

  /**
   * The class of every sample.
   *
   * @return samples × classes, 1 for the class of the sample
   * @throws InvalidInput if the labels make no classes
   */
  double[][] targets() {
    requireClasses();
    Map<String, Integer> indices = new HashMap<>();
    keys().forEach(key -> indices.put(key, indices.size()));
    int[] labels = ofSample.stream().map(Label::text).mapToInt(indices::get).toArray();
    return DataSet.oneHot(labels, indices.size());
  }

  private boolean areNumbers() {
    return known.values().stream().allMatch(label -> label.number().isPresent());
  }

  private List<String> keys() {
    Comparator<Label> order =
        areNumbers()
            ? Comparator.comparingDouble(label -> label.number().getAsDouble())
            : Comparator.comparing(Label::text);
    return known.values().stream().sorted(order).map(Label::text).toList();
  }

  /** Fifteen different heights are no classes; the three labels 0, 1 and 2 of a toy are. */
  private void requireClasses() {
    Label first = ofSample.get(0);
    if (known.size() == 1) {
      throw first.invalid("at least two different labels in this column", " on every line");
    }
    if (!areNumbers()) {
      return;
    }
    double largest = 0.0;
    for (Label label : known.values()) {
      if (!label.isWhole()) {
        throw label.invalid("words or whole numbers as labels", MEANT_TO_PREDICT);
      }
      largest = StrictMath.max(largest, label.number().getAsDouble());
    }
    if (known.size() == ofSample.size() && largest >= known.size()) {
      throw first.invalid("labels that occur more than once", " and others" + MEANT_TO_PREDICT);
    }
  }
}
