package backprop.parity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.diagnosis.mistakes.AnswerDistance;
import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.suites.RandomCases;
import backprop.parity.suites.WorkedExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * The best known worked example, from nothing but the weights after one step.
 *
 * <p>Source: "A Step by Step Backpropagation Example" (Matt Mazur, 2015), rate 0.5.
 */
class MazurDiagnosisTest {
  private static final Case MAZUR =
      RandomCases.withLearningRate(WorkedExamples.named("mazur"), 0.5);

  private static final double[][] PUBLISHED_OUTPUT_WEIGHTS = {
    {.35891648, .408666186}, {.511301270, .561370121}
  };

  /** Both print nine digits. */
  private static final ResultMatch NINE_DIGITS =
      (question, expected, actual) -> AnswerDistance.largest(expected, actual) <= 2e-8;

  @Test
  void thePublishedWeightsAreRight() {
    double[][] hidden = {{.149780716, .19956143}, {.24975114, .29950229}};
    assertThat(diagnosis(hidden).correct()).isTrue();
  }

  @Test
  void theWeightsOfTheProgramBehindItGiveItAway() {
    double[][] hidden = {
      {.14981763856120295, .19963527712240592}, {.2497881851977662, .29957637039553237}
    };
    assertThat(diagnosis(hidden).names()).containsExactly("updated-weights-propagated");
  }

  @Test
  void theErrorPublishedAfterOneStepIsThatOfTheMistake() {
    FaultyProgram program =
        FaultyProgram.with(Mistake.UPDATED_WEIGHTS_PROPAGATED, Mistake.BIASES_NOT_UPDATED);
    assertThat(costAfterOneStep(program)).isCloseTo(.291027924, within(1e-9));
    assertThat(costAfterOneStep(FaultyProgram.with(Mistake.BIASES_NOT_UPDATED)))
        .isCloseTo(.291027774, within(1e-9));
  }

  private static Diagnosis diagnosis(double[][] hiddenWeights) {
    List<Map<Quantity, double[][]>> layers =
        List.of(
            Map.of(Quantity.UPDATED_WEIGHTS, hiddenWeights),
            Map.of(Quantity.UPDATED_WEIGHTS, PUBLISHED_OUTPUT_WEIGHTS));
    Result weightsAlone = new Result(MAZUR.name(), OptionalDouble.empty(), layers);
    return Diagnosis.of(List.of(new Observation(MAZUR, weightsAlone)), NINE_DIGITS);
  }

  private static double costAfterOneStep(FaultyProgram program) {
    Result answer = new FaultyLoops(program).answer(MAZUR);
    Network network = MAZUR.network();
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      double[][] biases = answer.values(Quantity.UPDATED_BIASES, l).orElseThrow();
      layers.add(
          new Layer(
              network.layer(l).activation(),
              answer.values(Quantity.UPDATED_WEIGHTS, l).orElseThrow(),
              new double[] {biases[0][0], biases[1][0]}));
    }
    Network updated = new Network(layers, network.cost(), network.reduction());
    return ForwardPass.trace(updated, MAZUR.inputs(), MAZUR.targets()).cost();
  }
}
