package backprop.parity.io;

import backprop.loops.Layer;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Plural;
import backprop.parity.model.Printable;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringTokenizer;

/**
 * Reads one answer of a language without JSON: {@code gradients COST} or {@code updates COST} and
 * the numbers of every layer, or {@code unsupported} and why.
 */
public final class PlainReader {
  static final String FORMAT = "plain-1";
  static final String GRADIENTS = "gradients";
  private static final String UPDATES = "updates";
  private static final String UNSUPPORTED = "unsupported";
  private static final String NO_COST = "?";

  private final String origin;
  private final Case question;
  private final StringTokenizer words;

  private PlainReader(String origin, Case question, String line) {
    this.origin = origin;
    this.question = question;
    this.words = new StringTokenizer(line);
  }

  /** Whether a line begins as an answer does. */
  public static boolean isAnswer(String line) {
    StringTokenizer words = new StringTokenizer(line);
    return words.hasMoreTokens()
        && List.of(GRADIENTS, UPDATES, UNSUPPORTED).contains(words.nextToken());
  }

  /**
   * The answer to a case; empty if the program does not support it.
   *
   * @param origin what messages call the line
   * @param line that {@linkplain #isAnswer begins as an answer does}
   * @throws InvalidInput if a word is no number, or there are too few or too many
   */
  public static Optional<Result> read(String origin, String line, Case question) {
    return new PlainReader(origin, question, line).read();
  }

  private Optional<Result> read() {
    String kind = words.nextToken();
    if (kind.equals(UNSUPPORTED)) {
      return Optional.empty();
    }
    boolean updates = kind.equals(UPDATES);
    if (updates && question.learningRate().isEmpty()) {
      throw invalid(
          "expected \"gradients\", because the case has no learning rate, found \"updates\"");
    }
    requireCount(kind);
    OptionalDouble cost = cost();
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= question.network().depth(); l++) {
      Layer layer = question.network().layer(l);
      Map<Quantity, double[][]> numbers = new EnumMap<>(Quantity.class);
      Quantity ofWeights = updates ? Quantity.UPDATED_WEIGHTS : Quantity.WEIGHT_GRADIENTS;
      Quantity ofBiases = updates ? Quantity.UPDATED_BIASES : Quantity.BIAS_GRADIENTS;
      numbers.put(ofWeights, rows(ofWeights, l, layer.outputs(), layer.inputs()));
      if (question.hasBiases(l)) {
        numbers.put(ofBiases, rows(ofBiases, l, layer.outputs(), 1));
      }
      layers.add(numbers);
    }
    return Optional.of(new Result(question.name(), cost, layers));
  }

  /** Counted first: a number too few or too many is what people get wrong. */
  private void requireCount(String kind) {
    List<String> parts = new ArrayList<>();
    int expected = 1;
    for (int l = 1; l <= question.network().depth(); l++) {
      Layer layer = question.network().layer(l);
      int weights = layer.outputs() * layer.inputs();
      int biases = question.hasBiases(l) ? layer.outputs() : 0;
      expected += weights + biases;
      String ofBiases =
          biases == 0 ? "" : biases == 1 ? " and 1 bias" : " and " + biases + " biases";
      parts.add("%s%s in layer %d".formatted(Plural.of(weights, "weight"), ofBiases, l));
    }
    int found = words.countTokens();
    if (found != expected) {
      String sentence = "expected the cost and %s after \"%s\", which are %d numbers, found %d";
      throw invalid(sentence.formatted(String.join(", ", parts), kind, expected, found));
    }
  }

  private OptionalDouble cost() {
    String word = words.nextToken();
    if (word.equals(NO_COST)) {
      return OptionalDouble.empty();
    }
    double cost =
        PlainNumber.read(word).orElseThrow(() -> noNumber("cost", "a number or \"?\"", word));
    return OptionalDouble.of(cost);
  }

  private double[][] rows(Quantity quantity, int l, int outputs, int columns) {
    double[][] rows = new double[outputs][columns];
    for (int j = 0; j < outputs; j++) {
      for (int i = 0; i < columns; i++) {
        rows[j][i] = number(quantity, l, j, i);
      }
    }
    return rows;
  }

  private double number(Quantity quantity, int l, int j, int second) {
    String word = words.nextToken();
    return PlainNumber.read(word)
        .orElseThrow(() -> noNumber(quantity.entryName(l, j, second), "a number", word));
  }

  private InvalidInput noNumber(String entry, String expected, String word) {
    return invalid(
        "%s: expected %s, found \"%s\"".formatted(entry, expected, Printable.part(word)));
  }

  private InvalidInput invalid(String sentence) {
    return new InvalidInput(origin + ": " + sentence + ".");
  }
}
