package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.Layer;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.NumericalSource;
import backprop.parity.suites.WorkedExamples;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * TwoLayerNet 2-3-3 with a batch of 3: its printed loss, and the right one.
 *
 * <p>Source: 「ゼロから作るDeepLearning #8 - 誤差逆伝播」 (Qiita, 2024-12-21), section Pythonでの実装. Its weights
 * were drawn anew in every run, so those of this case are others of the same size.
 */
class OreillyNotesTest {
  private static final Case QUESTION = WorkedExamples.named("oreilly-notes");

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theFirstLossIsAboutLogarithm3(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    // ln Σexp(z) - z is within 2·max|z| of ln 3, and the mean of three such is too.
    assertThat(answer.cost().orElseThrow())
        .isCloseTo(StrictMath.log(3.0), within(2.0 * largestScore()));
  }

  @Test
  void aSoftmaxOverTheBatchPrintsLogarithm9() {
    double printed = 2.1972294090761904;
    assertThat(printed).as("as printed").isCloseTo(StrictMath.log(9.0), within(0.00001));
    double sum = 0.0;
    for (int s = 0; s < 3; s++) {
      for (int j = 0; j < 3; j++) {
        sum -= QUESTION.targets()[j][s] * StrictMath.log(softmaxOverTheBatch()[j][s]);
      }
    }
    assertThat(sum / 3.0)
        .as("reproduced")
        .isCloseTo(StrictMath.log(9.0), within(2.0 * largestScore()));
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theLastBiasGradientsAreAboutZero(GradientSource twin) {
    // Each is the mean of three shares of about 1/3, less the one target in three.
    double bound = (StrictMath.exp(2.0 * largestScore()) - 1.0) / 3.0;
    for (double[] gradient : Twins.values(twin.answer(QUESTION), Quantity.BIAS_GRADIENTS, 2)) {
      assertThat(gradient[0]).isCloseTo(0.0, within(bound));
    }
  }

  @Test
  void aSoftmaxOverTheBatchPrintsLastBiasGradientsOfMinusTwoNinths() {
    double bound = (StrictMath.exp(2.0 * largestScore()) - 1.0) / 9.0;
    double minusTwoNinths = (3.0 * (1.0 / 9.0) - 1.0) / 3.0;
    for (double printed : new double[] {-0.22180814, -0.22244025, -0.22241828}) {
      // Weights of 0.01 move a share of 1/9 by about a hundredth of itself.
      assertThat(printed).as("as printed").isCloseTo(minusTwoNinths, within(0.01 / 9.0));
    }
    for (int j = 0; j < 3; j++) {
      double sum = 0.0;
      for (int s = 0; s < 3; s++) {
        sum += softmaxOverTheBatch()[j][s] - QUESTION.targets()[j][s];
      }
      assertThat(sum / 3.0).as("reproduced").isCloseTo(minusTwoNinths, within(bound));
    }
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void gradientCheckAgreesWithTheNumericalDerivatives(GradientSource twin) {
    Result derivatives = new NumericalSource().answer(QUESTION);
    assertThat(GradientCheck.firstDifference(derivatives, twin.answer(QUESTION))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void samplesAsRowsPutTheTransposeOnTheOtherFactor(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    RealMatrix hidden = rows(Twins.values(answer, Quantity.ACTIVATIONS, 1));
    RealMatrix delta = rows(Twins.values(answer, Quantity.DELTAS, 2));
    // The notes' np.dot(self.z1.T, dy), with the batch size divided out at the end.
    RealMatrix gradients = hidden.transpose().multiply(delta).scalarMultiply(1.0 / 3.0);
    assertThat(Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 2))
        .isDeepEqualTo(gradients.transpose().getData());
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theUpdateTakesTheLearningRateTimesTheGradientAway(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    double learningRate = QUESTION.learningRate().orElseThrow();
    for (int l = 1; l <= 2; l++) {
      Layer layer = QUESTION.network().layer(l);
      double[][] gradients = Twins.values(answer, Quantity.WEIGHT_GRADIENTS, l);
      double[][] updated = Twins.values(answer, Quantity.UPDATED_WEIGHTS, l);
      for (int j = 0; j < updated.length; j++) {
        for (int i = 0; i < updated[j].length; i++) {
          assertThat(updated[j][i])
              .as("updatedWeights[%d][%d][%d]", l, j, i)
              .isEqualTo(layer.weights()[j][i] - learningRate * gradients[j][i]);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void everyUpdateLowersTheLoss(GradientSource twin) {
    Case current = QUESTION;
    for (int step = 1; step <= 100; step++) {
      Case next = Twins.afterSteps(twin, current, 1);
      double loss = twin.answer(current).cost().orElseThrow();
      assertThat(twin.answer(next).cost().orElseThrow()).as("step %d", step).isLessThan(loss);
      current = next;
    }
  }

  /** The last pre-activations, outputs × samples. */
  private static double[][] scores() {
    GradientSource loops = Twins.both().findFirst().orElseThrow();
    return Twins.values(loops.answer(QUESTION), Quantity.PRE_ACTIVATIONS, 2);
  }

  /** Small, because the weights are: about 0.05. */
  private static double largestScore() {
    return GradientCheck.magnitudes(scores()).max().orElseThrow();
  }

  /** The fault of the notes: all nine exponentials share one sum. */
  private static double[][] softmaxOverTheBatch() {
    double sum = Stream.of(scores()).flatMapToDouble(Arrays::stream).map(StrictMath::exp).sum();
    double[][] shares = scores();
    for (double[] row : shares) {
      for (int s = 0; s < row.length; s++) {
        row[s] = StrictMath.exp(row[s]) / sum;
      }
    }
    return shares;
  }

  private static RealMatrix rows(double[][] columns) {
    return new Array2DRowRealMatrix(Rows.transpose(columns));
  }
}
