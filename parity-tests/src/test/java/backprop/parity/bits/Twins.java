package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.StepCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks both twins the same question and wants the same bits of every step in every layer. */
final class Twins {
  /** All that a hidden layer can have. */
  static final List<Activation> HIDDEN =
      Arrays.stream(Activation.values()).filter(f -> f != Activation.SOFTMAX).toList();

  private Twins() {}

  /** Fails with step, layer, entry and both values of the first difference. */
  static void requireSameBits(Case question) {
    requireSameBits(question, new MatrixSource().answer(question));
  }

  /** The same for any other answer to the question. */
  static void requireSameBits(Case question, Result answer) {
    BitComparison comparison = BitComparison.of(new LoopsSource().answer(question), answer);
    comparison
        .firstDifference()
        .ifPresent(
            difference -> {
              throw new AssertionError("%s: %s".formatted(question.name(), difference));
            });
    assertThat(comparison.steps())
        .as("%s: the steps that were compared", question.name())
        .extracting(StepCount::step)
        .isEqualTo(stepsOf(question));
  }

  private static List<Integer> stepsOf(Case question) {
    List<Integer> steps = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6));
    if (question.network().depth() > 1) {
      steps.add(7);
    }
    if (question.learningRate().isPresent()) {
      steps.add(8);
    }
    return steps;
  }
}
