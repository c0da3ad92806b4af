package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Network;
import backprop.parity.cases.Case;
import backprop.parity.cases.Ending;
import backprop.parity.cases.Quantity;
import backprop.parity.cases.RandomCases;
import backprop.parity.cases.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.NumericalSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
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
  /**
   * With a step h to both sides the formula is off by h²/6·|C‴| and the rounding of n operations
   * by n·u·|C|/h. At h = ∛u both are (∛u)² times numbers of the size of cost and gradients; 64
   * covers the longest chain of operations and the third derivatives of these mild networks.
   */
  private static final double RELATIVE_TOLERANCE =
      64.0 * StrictMath.cbrt(0x1p-53) * StrictMath.cbrt(0x1p-53);

  /** A nudge moves no pre-activation as far as this. */
  private static final double KINK_DISTANCE = 1e-3;

  private static final List<int[]> WIDTHS =
      List.of(new int[] {3, 2}, new int[] {1, 1, 1}, new int[] {2, 3, 2}, new int[] {3, 2, 4, 2});

  private static final List<Activation> HIDDEN =
      Stream.of(Activation.values()).filter(f -> f != Activation.SOFTMAX).toList();

  static List<Ending> endings() {
    return Ending.all();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void gradientsAreTheDerivativesOfTheCost(Ending ending) {
    for (Case question : questions(ending)) {
      Result derivatives = new NumericalSource().answer(question);
      Twins.both()
          .forEach(
              twin ->
                  assertThat(firstDifference(derivatives, twin.answer(question)))
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
    for (Ending ending : endings()) {
      Case question = question(ending, new int[] {2, 3, 2}, Activation.SIGMOID, 2);
      Result derivatives = new NumericalSource().answer(question);
      assertThat(firstDifference(derivatives, faulty.answer(question)))
          .as(question.name())
          .isPresent();
    }
  }

  private static List<Case> questions(Ending ending) {
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
  private static Case question(Ending ending, int[] widths, Activation hidden, int samples) {
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
        .flatMapToDouble(NumericalDerivativeTest::magnitudes)
        .min()
        .orElseThrow();
  }

  private static DoubleStream magnitudes(double[][] entries) {
    return Stream.of(entries).flatMapToDouble(Arrays::stream).map(StrictMath::abs);
  }

  /** The first gradient further from its derivative than rounding and the formula explain. */
  private static Optional<String> firstDifference(Result derivatives, Result answer) {
    double tolerance = RELATIVE_TOLERANCE * magnitude(derivatives);
    int depth = answer.depth();
    for (int l = depth; l >= 1; l--) {
      for (Quantity quantity : List.of(Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS)) {
        double[][] expected = Twins.values(derivatives, quantity, l);
        double[][] found = Twins.values(answer, quantity, l);
        for (int j = 0; j < expected.length; j++) {
          for (int i = 0; i < expected[j].length; i++) {
            if (!(StrictMath.abs(found[j][i] - expected[j][i]) <= tolerance)) {
              String entry = quantity.entryName(l, j, i);
              return Optional.of(
                  "step %d, layer %d, %s: derivative %s, gradient %s"
                      .formatted(quantity.step(l, depth), l, entry, expected[j][i], found[j][i]));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Of the order of cost and gradients, and of the parameters, which are about 1. */
  private static double magnitude(Result derivatives) {
    double largestGradient =
        IntStream.rangeClosed(1, derivatives.depth())
            .mapToObj(l -> Twins.values(derivatives, Quantity.WEIGHT_GRADIENTS, l))
            .flatMapToDouble(NumericalDerivativeTest::magnitudes)
            .max()
            .orElseThrow();
    return 1.0 + StrictMath.abs(derivatives.cost().orElseThrow()) + largestGradient;
  }
}
