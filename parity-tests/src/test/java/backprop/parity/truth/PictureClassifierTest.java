package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.GradientSource;
import backprop.parity.suites.WorkedExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A network with a hidden layer learns to tell ○ from × on pictures of 3 × 3.
 *
 * <p>Source: 「【上級編】ディープラーニングでのパラメータ計算方法」.
 */
class PictureClassifierTest {
  private static final Case QUESTION = WorkedExamples.named("circles-and-crosses");
  private static final int PICTURES_OF_CIRCLES = 4;

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theCostIsTheSumOverThePictures(GradientSource twin) {
    double[][] inputs = Rows.transpose(QUESTION.inputs());
    double[][] targets = Rows.transpose(QUESTION.targets());
    double sum = 0.0;
    for (int s = 0; s < inputs.length; s++) {
      double[][] picture = Rows.column(inputs[s]);
      double[][] target = Rows.column(targets[s]);
      Case single = new Case("picture " + s, QUESTION.network(), picture, target);
      sum += twin.answer(single).cost().orElseThrow();
    }
    assertThat(twin.answer(QUESTION).cost().orElseThrow()).isEqualTo(sum);
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void noSmallStepGoesDownAsFarAsTheOneAgainstTheGradient(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    double length = 1e-4;
    double steepest = costAfter(moved(answer, gradients(answer), -length));
    Random random = new Random(1);
    for (int direction = 0; direction < 200; direction++) {
      assertThat(costAfter(moved(answer, turned(gradients(answer), random), -length)))
          .as("direction %d", direction)
          .isGreaterThan(steepest);
    }
  }

  /** Another direction, not far from the first: a wrong one would have better neighbours. */
  private static List<double[][]> turned(List<double[][]> direction, Random random) {
    double deviation = length(direction) / 20.0;
    List<double[][]> turned = new ArrayList<>();
    for (double[][] entries : direction) {
      double[][] copy = Rows.copy(entries);
      for (double[] row : copy) {
        for (int i = 0; i < row.length; i++) {
          row[i] += deviation * random.nextGaussian();
        }
      }
      turned.add(copy);
    }
    return turned;
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void aSmallStepAgainstTheGradientLowersTheCostByItsLength(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    double length = 1e-4;
    double slope = length(gradients(answer));
    double lowered =
        answer.cost().orElseThrow() - costAfter(moved(answer, gradients(answer), -length));
    // Δz ≈ |∇z|·|Δ|; what is left is of the order of the curvature, about 1, times |Δ|².
    assertThat(lowered).isCloseTo(slope * length, within(length * length));
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void everyStepOfTheTrainingLowersTheCost(GradientSource twin) {
    Case current = QUESTION;
    double cost = Double.POSITIVE_INFINITY;
    for (int step = 0; step < 200; step++) {
      Result answer = twin.answer(current);
      double next = answer.cost().orElseThrow();
      assertThat(next).as("step %d", step).isLessThan(cost);
      cost = next;
      current = Twins.afterStep(current, answer, true);
    }
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void trainedItIsSureOfPicturesItHasNeverSeen(GradientSource twin) {
    Case trained = Twins.afterSteps(twin, QUESTION, 500);
    double[][] pictures = Rows.transpose(QUESTION.inputs());
    for (double[] original : List.of(pictures[0], pictures[PICTURES_OF_CIRCLES])) {
      boolean circle = original == pictures[0];
      for (int pixel = 0; pixel < original.length; pixel++) {
        double[] changed = original.clone();
        changed[pixel] = 1.0 - changed[pixel];
        Case unseen =
            new Case("changed", trained.network(), Rows.column(changed), new double[2][1]);
        double[][] confidence = Twins.values(twin.answer(unseen), Quantity.ACTIVATIONS, 2);
        assertThat(confidence[circle ? 0 : 1][0])
            .as("right answer, circle %s, pixel %d changed", circle, pixel)
            .isGreaterThan(0.9);
        assertThat(confidence[circle ? 1 : 0][0])
            .as("wrong answer, circle %s, pixel %d changed", circle, pixel)
            .isLessThan(0.1);
      }
    }
  }

  /** Weights and biases of every layer, in turn. */
  private static List<double[][]> gradients(Result answer) {
    List<double[][]> gradients = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      gradients.add(Twins.values(answer, Quantity.WEIGHT_GRADIENTS, l));
      gradients.add(Twins.values(answer, Quantity.BIAS_GRADIENTS, l));
    }
    return gradients;
  }

  /** The network after a step of that length in that direction. */
  private static Case moved(Result answer, List<double[][]> direction, double length) {
    double factor = length / length(direction);
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      Layer layer = QUESTION.network().layer(l);
      double[][] weights = sum(layer.weights(), direction.get(2 * l - 2), factor);
      double[][] biases = sum(Rows.column(layer.biases()), direction.get(2 * l - 1), factor);
      layers.add(new Layer(layer.activation(), weights, Twins.column(biases)));
    }
    return Twins.withLayers(QUESTION, layers);
  }

  private static double[][] sum(double[][] parameters, double[][] direction, double factor) {
    double[][] sum = Rows.copy(parameters);
    for (int j = 0; j < sum.length; j++) {
      for (int i = 0; i < sum[j].length; i++) {
        sum[j][i] += factor * direction[j][i];
      }
    }
    return sum;
  }

  private static double length(List<double[][]> direction) {
    double squares =
        direction.stream()
            .flatMapToDouble(GradientCheck::magnitudes)
            .map(magnitude -> magnitude * magnitude)
            .sum();
    return StrictMath.sqrt(squares);
  }

  private static double costAfter(Case question) {
    return ForwardPass.trace(question.network(), question.inputs(), question.targets()).cost();
  }
}
