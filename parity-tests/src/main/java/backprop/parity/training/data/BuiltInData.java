package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The data that come with the program, by name. */
public final class BuiltInData {
  private static final List<String> TRUTH_VALUES = List.of("0", "1");

  private BuiltInData() {}

  /** Every name with its one-line description, in the order in which they are best tried. */
  public static Map<String, String> descriptions() {
    Map<String, String> descriptions = new LinkedHashMap<>();
    descriptions.put("women", "weight to height of 15 women: a straight line");
    descriptions.put("xor", "the four truth values that no single layer can learn");
    descriptions.put(
        "circles-and-crosses", "8 pictures of 3 × 3, and 84 with wrong pixels held out");
    descriptions.put("digits", "1,797 handwritten digits of 8 × 8, a fifth of them held out");
    return descriptions;
  }

  /** The names alone. */
  public static List<String> names() {
    return List.copyOf(descriptions().keySet());
  }

  /**
   * The data with that name. Inputs are as published, except that grey levels go from 0 to 1: women
   * needs {@link Standardisation} before gradient descent gets anywhere.
   *
   * @throws InvalidInput if there are none
   */
  public static TrainingData named(String name) {
    return switch (name) {
      case "women" -> TrainingData.whole(women());
      case "xor" -> TrainingData.whole(xor());
      case "circles-and-crosses" -> CirclesAndCrosses.load();
      case "digits" -> digits();
      default -> {
        String sentence = "%s: expected a file of data or one of %s.";
        throw new InvalidInput(sentence.formatted(name, String.join(", ", names())));
      }
    };
  }

  private static DataSet women() {
    Women women = Women.load();
    double[][] weights = column(women.weights());
    double[][] heights = column(women.heights());
    return new DataSet("women", weights, heights, List.of(), Optional.empty())
        .withColumns(new ColumnNames(List.of("weight in pounds"), List.of("height in inches")));
  }

  private static double[][] column(double[] entries) {
    return Arrays.stream(entries).mapToObj(entry -> new double[] {entry}).toArray(double[][]::new);
  }

  private static DataSet xor() {
    double[][] inputs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
    double[][] targets = {{0}, {1}, {1}, {0}};
    return new DataSet("xor", inputs, targets, TRUTH_VALUES, Optional.empty());
  }

  private static TrainingData digits() {
    Digits digits = Digits.load();
    double[][] inputs =
        IntStream.range(0, digits.size()).mapToObj(digits::pixels).toArray(double[][]::new);
    int[] labels = IntStream.range(0, digits.size()).map(digits::label).toArray();
    List<String> classes = IntStream.range(0, Digits.LABELS).mapToObj(String::valueOf).toList();
    return TrainingData.whole(
        new DataSet(
            "digits",
            inputs,
            DataSet.oneHot(labels, Digits.LABELS),
            classes,
            Optional.of(new PictureSize(Digits.WIDTH, Digits.WIDTH))));
  }
}
