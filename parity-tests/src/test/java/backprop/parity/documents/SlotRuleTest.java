package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The slot rule has the same words everywhere, and its twelve products are right. */
class SlotRuleTest {
  private static final String HOME = "loops/src/main/java/backprop/loops/package-info.java";
  private static final String TWIN = "matrix/src/main/java/backprop/matrix/package-info.java";
  private static final String README = "README.md";
  private static final String CHAPTER = "parity-tests/tutorial/07-slot-rule.md";

  private static final Pattern STATEMENT =
      Pattern.compile("A matrix product reads its indices.*? square matrices too\\.");

  /** Such as {@code columns  [j][i]  W·A  Δ·Aᵀ  Fᵀ·Δ  PyTorch}. */
  private static final Pattern JAVADOC_ROW =
      Pattern.compile("(?m)^ \\* (columns|rows) +(\\S+) +(\\S+) +(\\S+) +(\\S+) +(.*)$");

  private static final Pattern TABLE_ROW =
      Pattern.compile(
          "(?m)^\\| samples in (\\w+), `weights(\\S+)` \\| (\\S+) \\| (\\S+) \\| (\\S+) \\| (.*) \\|$");

  @ParameterizedTest
  @ValueSource(strings = {TWIN, CHAPTER, README})
  void itsWordsAreTheSame(String place) {
    assertThat(statement(place)).isEqualTo(statement(HOME));
  }

  /** The words alone: without the signs of Javadoc or Markdown, on one line. */
  private static String statement(String place) {
    String words =
        Document.named(place)
            .text()
            .replace("`", "")
            .replaceAll("(?m)^ \\* ?|^\\d\\. |</?\\w+>", " ")
            .replaceAll("\\s+", " ");
    return STATEMENT.matcher(words).results().map(MatchResult::group).findFirst().orElse("none");
  }

  @ParameterizedTest
  @ValueSource(strings = {HOME, TWIN})
  void theLayoutsOfTheTwinsAreThoseOfTheChapter(String place) {
    assertThat(rows(place, JAVADOC_ROW)).hasSize(4);
    assertThat(rows(CHAPTER, TABLE_ROW).stream().map(SlotRuleTest::withoutBackticks))
        .isEqualTo(rows(place, JAVADOC_ROW));
  }

  @Test
  void theLayoutsOfTheReadmeAreThoseOfTheChapter() {
    assertThat(rows(README, TABLE_ROW)).isEqualTo(rows(CHAPTER, TABLE_ROW));
  }

  private static List<String> withoutBackticks(List<String> row) {
    return row.stream().map(cell -> cell.replace("`", "")).toList();
  }

  private static List<List<String>> rows(String place, Pattern pattern) {
    return pattern
        .matcher(Document.named(place).text())
        .results()
        .map(row -> Stream.of(1, 2, 3, 4, 5, 6).map(row::group).toList())
        .toList();
  }

  static Stream<List<String>> layouts() {
    return rows(CHAPTER, TABLE_ROW).stream();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void itsProductsHaveTheBitsOfTheLoops(List<String> layout) {
    new Layer(2, 3, 4, 5).check(layout);
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void noOtherProductOfASquareLayerDoes(List<String> layout) {
    new Layer(3, 3, 3, 3).check(layout);
  }

  /** Random numbers: samples, inputs, neurons of a layer and of the one after it. */
  private static final class Layer {
    private final Random random = new Random(7);
    private final double[][] activations;
    private final double[][] weights;
    private final double[][] delta;
    private final double[][] forwardWeights;
    private final double[][] forwardDelta;

    Layer(int samples, int inputs, int neurons, int forward) {
      activations = numbers(inputs, samples);
      weights = numbers(neurons, inputs);
      delta = numbers(neurons, samples);
      forwardWeights = numbers(forward, neurons);
      forwardDelta = numbers(forward, samples);
    }

    private double[][] numbers(int rows, int columns) {
      return Stream.generate(() -> random.doubles(columns, -1.0, 1.0).toArray())
          .limit(rows)
          .toArray(double[][]::new);
    }

    /** Of all products of two factors, those that have the bits of the loops are the table's. */
    void check(List<String> layout) {
      boolean rows = layout.get(0).equals("rows");
      boolean senders = layout.get(1).equals("[i][j]");
      RealMatrix a = matrix(activations, rows);
      RealMatrix w = matrix(weights, senders);
      RealMatrix f = matrix(forwardWeights, senders);
      double[] none = new double[weights.length];
      double[][] z = ForwardPass.preActivations(weights, none, activations);
      double[][] gradients = BackwardPass.weightGradients(delta, activations, 1.0);
      double[][] back =
          BackwardPass.hiddenDelta(forwardWeights, forwardDelta, Activation.IDENTITY, z);

      assertThat(right(Map.of("W", w, "A", a), matrix(z, rows))).containsOnly(layout.get(2));
      RealMatrix d = matrix(delta, rows);
      assertThat(right(Map.of("Δ", d, "A", a), matrix(gradients, senders)))
          .containsOnly(layout.get(3));
      RealMatrix next = matrix(forwardDelta, rows);
      assertThat(right(Map.of("F", f, "Δ", next), matrix(back, rows))).containsOnly(layout.get(4));
    }

    private static RealMatrix matrix(double[][] numbers, boolean otherWayRound) {
      RealMatrix matrix = new Array2DRowRealMatrix(numbers);
      return otherWayRound ? matrix.transpose() : matrix;
    }

    /** Every product of the two, in both orders, with and without each T, that is the result. */
    private static List<String> right(Map<String, RealMatrix> factors, RealMatrix result) {
      List<String> right = new ArrayList<>();
      for (String left : factors.keySet()) {
        for (String other : factors.keySet()) {
          for (String formula : List.of("%s·%s", "%sᵀ·%s", "%s·%sᵀ", "%sᵀ·%sᵀ")) {
            String product = formula.formatted(left, other);
            if (!left.equals(other) && isThat(product, factors, result)) {
              right.add(product);
            }
          }
        }
      }
      return right;
    }

    private static boolean isThat(
        String product, Map<String, RealMatrix> factors, RealMatrix result) {
      String[] names = product.split("·");
      RealMatrix left = factor(names[0], factors);
      RealMatrix right = factor(names[1], factors);
      return left.getColumnDimension() == right.getRowDimension()
          && Arrays.deepEquals(left.multiply(right).getData(), result.getData());
    }

    private static RealMatrix factor(String name, Map<String, RealMatrix> factors) {
      RealMatrix matrix = factors.get(name.substring(0, 1));
      return name.endsWith("ᵀ") ? matrix.transpose() : matrix;
    }
  }
}
