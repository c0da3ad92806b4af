package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.NumericalSource;
import backprop.parity.suites.RandomCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both twins against the definition of the derivative, which knows no backward pass.
 *
 * <p>Source: 「逆誤差伝播法 - バックプロパゲーション 書き始め」, section 微分の定義.
 */
class NumericalDerivativeTest {
  /** A nudge moves no pre-activation as far as this. */
  private static final double KINK_DISTANCE = 1e-3;

  private static final List<int[]> WIDTHS =
      List.of(new int[] {3, 2}, new int[] {1, 1, 1}, new int[] {2, 3, 2}, new int[] {3, 2, 4, 2});

  private static final List<Activation> HIDDEN =
      Stream.of(Activation.values()).filter(f -> f != Activation.SOFTMAX).toList();

  static List<Objective> endings() {
    return Objective.all();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void gradientsAreTheDerivativesOfTheCost(Objective ending) {
    for (Case question : questions(ending)) {
      Result derivatives = new NumericalSource().answer(question);
      Twins.both()
          .forEach(
              twin ->
                  assertThat(GradientCheck.firstDifference(derivatives, twin.answer(question)))
                      .as("%s, %s", twin.name(), question.name())
                      .isEmpty());
    }
  }

  @Test
  void theyAreWithoutBiasesToo() {
    for (Objective ending : endings()) {
      Case question = question(ending, new int[] {2, 3, 2}, Activation.TANH, 3);
      Case asked = WithoutBiases.in(question, Set.of(1, 2));
      Result derivatives = new NumericalSource().answer(asked);
      Twins.both()
          .forEach(
              twin ->
                  assertThat(GradientCheck.firstDifference(derivatives, twin.answer(asked)))
                      .as("%s, %s", twin.name(), question.name())
                      .isEmpty());
    }
  }

  @Test
  void everyPairThatANetworkAcceptsIsAsked() {
    // Two squared errors with all six activations, two logarithms with sigmoid and softmax.
    assertThat(endings().stream().map(e -> e.activation() + " " + e.cost()).distinct()).hasSize(16);
  }

  @Test
  void aMissingHiddenDerivativeIsSeen() {
    GradientSource faulty = new WithoutHiddenDerivative();
    for (Objective ending : endings()) {
      Case question = question(ending, new int[] {2, 3, 2}, Activation.SIGMOID, 2);
      Result derivatives = new NumericalSource().answer(question);
      assertThat(GradientCheck.firstDifference(derivatives, faulty.answer(question)))
          .as(question.name())
          .isPresent();
    }
  }

  private static List<Case> questions(Objective ending) {
    List<Case> questions = new ArrayList<>();
    for (int[] widths : WIDTHS) {
      for (Activation hidden : HIDDEN) {
        for (int samples : List.of(1, 2, 5)) {
          questions.add(question(ending, widths, hidden, samples));
        }
      }
    }
    return questions;
  }

  /** The first random case of that kind with no pre-activation near a kink. */
  private static Case question(Objective ending, int[] widths, Activation hidden, int samples) {
    RandomCases random = new RandomCases(1);
    List<Activation> allHidden = Collections.nCopies(widths.length - 2, hidden);
    String name = "%s, %d layers, hidden %s, N = %d";
    String filled = name.formatted(ending, widths.length - 1, hidden, samples);
    while (true) {
      Case question = random.next(filled, widths, samples, allHidden, ending);
      if (smallestPreActivation(question) > KINK_DISTANCE) {
        return question;
      }
    }
  }

  private static double smallestPreActivation(Case question) {
    Network network = question.network();
    ForwardTrace trace = ForwardPass.trace(network, question.inputs(), question.targets());
    return IntStream.rangeClosed(1, network.depth())
        .mapToObj(trace::preActivations)
        .flatMapToDouble(GradientCheck::magnitudes)
        .min()
        .orElseThrow();
  }
}
