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
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The labels of a CSV, and the classes that they stand for.
 *
 * <p>Words are classes in alphabetical order, whole numbers in theirs: so two files with the same
 * labels have the same classes, whichever comes first. With a given number of classes, labels are
 * the whole numbers below it, even those that do not occur.
 */
final class ClassLabels {
  private static final String MEANT_TO_PREDICT = " (--targets 1 reads it as a number to predict)";

  private final OptionalInt given;
  private final Map<String, Label> known = new LinkedHashMap<>();
  private final List<Label> ofSample = new ArrayList<>();

  ClassLabels(OptionalInt given) {
    this.given = given;
  }

  /** What a label says, and where it stood first. */
  private record Label(String text, OptionalDouble number, CsvLine line, String column) {
    boolean isNumber() {
      return number.isPresent();
    }

    boolean isWhole() {
      return isNumber() && number.getAsDouble() == StrictMath.rint(number.getAsDouble());
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
    OptionalDouble number = line.find(last);
    Label label = new Label(spelling(line.fields().get(last), number), number, line, column);
    if (label.text().isEmpty()) {
      throw line.invalid(column + ": expected a label, found nothing");
    }
    given.ifPresent(classes -> requireBelow(classes, label));
    ofSample.add(known.computeIfAbsent(label.text(), text -> label));
    if (given.isEmpty() && known.size() > DataOptions.MOST_CLASSES) {
      throw label.invalid(
          "at most " + DataOptions.MOST_CLASSES + " different labels", MEANT_TO_PREDICT);
    }
  }

  /** 1, 1.0 and 01 are the same label. */
  private static String spelling(String field, OptionalDouble number) {
    boolean whole =
        number.isPresent() && number.getAsDouble() == StrictMath.rint(number.getAsDouble());
    return whole ? new BigDecimal(number.getAsDouble()).toPlainString() : field;
  }

  private static void requireBelow(int classes, Label label) {
    double number = label.number().orElse(-1.0);
    if (!label.isWhole() || number < 0.0 || number >= classes) {
      throw label.invalid("a label from 0 to " + (classes - 1), "");
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
    return OneHot.targets(labels, indices.size());
  }

  private List<String> keys() {
    if (given.isPresent()) {
      return IntStream.range(0, given.getAsInt()).mapToObj(String::valueOf).toList();
    }
    boolean numbers = known.values().stream().allMatch(Label::isNumber);
    Comparator<Label> order =
        numbers
            ? Comparator.comparingDouble(label -> label.number().getAsDouble())
            : Comparator.comparing(Label::text);
    return known.values().stream().sorted(order).map(Label::text).toList();
  }

  private void requireClasses() {
    if (given.isPresent()) {
      return;
    }
    Label first = ofSample.get(0);
    if (known.size() == 1) {
      throw first.invalid("at least two different labels in this column", " on every line");
    }
    if (known.values().stream().allMatch(Label::isNumber)) {
      for (Label label : known.values()) {
        if (!label.isWhole()) {
          throw label.invalid("words or whole numbers as labels", MEANT_TO_PREDICT);
        }
      }
      requireThatSomeOccurTwice(first);
    }
  }

  /** Fifteen different heights are no classes; the three labels 0, 1 and 2 of a toy are. */
  private void requireThatSomeOccurTwice(Label first) {
    boolean different = known.size() == ofSample.size();
    double largest =
        known.values().stream()
            .mapToDouble(label -> label.number().getAsDouble())
            .max()
            .getAsDouble();
    if (different && largest >= known.size()) {
      throw first.invalid("labels that occur more than once", " and others" + MEANT_TO_PREDICT);
    }
  }
}
