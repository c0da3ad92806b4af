package backprop.parity.truth;

import static backprop.parity.truth.Published.assertDigits;
import static backprop.parity.truth.Published.assertRoundings;
import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.GradientDescent;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.suites.WorkedExamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every number of "A Step by Step Backpropagation Example" (Matt Mazur, 2015), right or wrong.
 *
 * <p>Its program does not update the biases, and propagates through already updated weights.
 */
class MazurTest {
  private static final Case QUESTION = WorkedExamples.named("mazur");

  /** The second output is 0.77 - 0.99, and the hidden deltas are differences of two terms. */
  private static final double CANCELLATION = 16.0;

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theForwardPassIsAsPublished(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertDigits(
        "out_h",
        Twins.values(answer, Quantity.ACTIVATIONS, 1),
        new String[][] {{".593269992"}, {".596884378"}});
    assertDigits(
        "out_o",
        Twins.values(answer, Quantity.ACTIVATIONS, 2),
        new String[][] {{".75136507"}, {".772928465"}});
    assertDigits("E_total", answer.cost().orElseThrow(), ".298371109");
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theBackwardPassIsAsPublished(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertDigits("δ_o1", Twins.values(answer, Quantity.DELTAS, 2)[0][0], ".138498562");
    assertDigits("∂E/∂w5", Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 2)[0][0], ".082167041");
    assertDigits("∂E/∂w1", Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 1)[0][0], ".000438568");
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theUpdatedWeightsAreAsPublished(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertDigits(
        "w5 to w8",
        Twins.values(answer, Quantity.UPDATED_WEIGHTS, 2),
        new String[][] {{".35891648", ".408666186"}, {".511301270", ".561370121"}});
    assertDigits(
        "w1 to w4",
        Twins.values(answer, Quantity.UPDATED_WEIGHTS, 1),
        new String[][] {{".149780716", ".19956143"}, {".24975114", ".29950229"}});
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void doublePrecisionIsTheSameButForRounding(GradientSource twin) {
    Result answer = twin.answer(QUESTION);
    assertRoundings(
        "δ2",
        Twins.values(answer, Quantity.DELTAS, 2),
        new String[][] {{".13849856162855695"}, {"-.03809823651655624"}},
        CANCELLATION);
    assertRoundings(
        "δ1",
        Twins.values(answer, Quantity.DELTAS, 1),
        new String[][] {{".00877135468948693"}, {".0099542547052172"}},
        CANCELLATION);
    assertRoundings(
        "dW1",
        Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 1),
        new String[][] {
          {".00043856773447435", ".00087713546894869"}, {".00049771273526086", ".00099542547052172"}
        },
        CANCELLATION);
    assertRoundings(
        "dW2",
        Twins.values(answer, Quantity.WEIGHT_GRADIENTS, 2),
        new String[][] {
          {".08216704056423077", ".08266762784753325"},
          {"-.02260254047747507", "-.02274024221597822"}
        },
        CANCELLATION);
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theErrorAfterOneStepIsNotTheOnePublished(GradientSource twin) {
    double error = twin.answer(afterSteps(twin, 1)).cost().orElseThrow();
    assertDigits("error after one step", error, ".291027774");
    assertThat(Published.hasDigits(error, ".291027924")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theOutputsAfterTenThousandStepsAreNotThosePublished(GradientSource twin) {
    double[][] outputs =
        Twins.values(twin.answer(afterSteps(twin, 10_000)), Quantity.ACTIVATIONS, 2);
    assertDigits("outputs", outputs, new String[][] {{".015913620"}, {".984064274"}});
    assertThat(Published.hasDigits(outputs[0][0], ".015912196")).isFalse();
    assertThat(Published.hasDigits(outputs[1][0], ".984065734")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("backprop.parity.truth.Twins#both")
  void theErrorPublishedForStep10000IsThatOfStep9999(GradientSource twin) {
    Case before = afterSteps(twin, 9_999);
    Result answer = twin.answer(before);
    assertDigits("step 9,999", answer.cost().orElseThrow(), "0.0000351085");
    double error = twin.answer(Twins.afterStep(before, answer, false)).cost().orElseThrow();
    assertDigits("step 10,000", error, "0.0000351019");
  }

  @Test
  void propagatingThroughUpdatedWeightsGivesTheWrongNumbers() {
    Case afterOne = afterWrongSteps(1);
    assertRoundings(
        "W1 after one wrong step",
        afterOne.network().layer(1).weights(),
        new String[][] {
          {".14981763856120295", ".19963527712240592"}, {".2497881851977662", ".29957637039553237"}
        },
        CANCELLATION);
    assertDigits("error after one wrong step", cost(afterOne), ".291027924");
    Case afterAll = afterWrongSteps(10_000);
    double[][] outputs =
        ForwardPass.trace(afterAll.network(), afterAll.inputs(), afterAll.targets()).activations(2);
    assertDigits("outputs", outputs, new String[][] {{".015912196"}, {".984065734"}});
  }

  private static Case afterSteps(GradientSource twin, int steps) {
    Case current = QUESTION;
    for (int step = 0; step < steps; step++) {
      current = Twins.afterStep(current, twin.answer(current), false);
    }
    return current;
  }

  /** The published program: step 8 of the last layer comes before step 7 of the hidden one. */
  private static Case afterWrongSteps(int steps) {
    GradientSource loops = Twins.both().findFirst().orElseThrow();
    double learningRate = QUESTION.learningRate().orElseThrow();
    Case current = QUESTION;
    for (int step = 0; step < steps; step++) {
      Network network = current.network();
      Result answer = loops.answer(current);
      double[][] outputWeights = Twins.values(answer, Quantity.UPDATED_WEIGHTS, 2);
      double[][] hiddenDelta =
          BackwardPass.hiddenDelta(
              outputWeights,
              Twins.values(answer, Quantity.DELTAS, 2),
              Activation.SIGMOID,
              Twins.values(answer, Quantity.PRE_ACTIVATIONS, 1));
      double[][] gradients = BackwardPass.weightGradients(hiddenDelta, current.inputs(), 1.0);
      double[][] hiddenWeights =
          GradientDescent.updatedWeights(network.layer(1).weights(), gradients, learningRate);
      List<Layer> layers =
          List.of(
              new Layer(Activation.SIGMOID, hiddenWeights, network.layer(1).biases()),
              new Layer(Activation.SIGMOID, outputWeights, network.layer(2).biases()));
      current = Twins.withLayers(current, layers);
    }
    return current;
  }

  private static double cost(Case question) {
    return ForwardPass.trace(question.network(), question.inputs(), question.targets()).cost();
  }
}
