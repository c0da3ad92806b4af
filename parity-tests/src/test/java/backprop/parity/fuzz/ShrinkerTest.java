package backprop.parity.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.io.JsonWriter;
import backprop.parity.model.Case;
import backprop.parity.suites.RandomCases;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A failing case becomes as small as the failure allows, and no smaller. */
class ShrinkerTest {
  private static final int MOST_TRIES = 20_000;

  private static Case shrink(long seed, Predicate<Case> fails) {
    RandomCases random = new RandomCases(seed);
    Case failing = random.next();
    while (!fails.test(failing)) {
      failing = random.next();
    }
    Case smallest = new Shrinker(fails, MOST_TRIES).shrink(failing);
    assertThat(fails.test(smallest)).isTrue();
    return smallest;
  }

  private static int parameters(Case question) {
    return question.network().layers().stream()
        .mapToInt(layer -> layer.outputs() * (layer.inputs() + 1))
        .sum();
  }

  @Test
  void whatAlwaysFailsShrinksToOneNeuronAndOnes() {
    for (long seed = 1; seed <= 20; seed++) {
      Case smallest = shrink(seed, question -> true);
      assertThat(parameters(smallest)).isEqualTo(2);
      assertThat(smallest.samples()).isEqualTo(1);
      assertThat(smallest.learningRate()).isEmpty();
      assertThat(smallest.network().cost()).isEqualTo(Cost.HALF_SQUARED_ERROR);
      assertThat(smallest.network().reduction()).isEqualTo(Reduction.SUM);
      assertThat(smallest.network().layer(1).activation()).isEqualTo(Activation.IDENTITY);
      assertThat(smallest.network().layer(1).weights()[0][0]).isEqualTo(1.0);
      assertThat(smallest.network().layer(1).biases()[0]).isZero();
      assertThat(smallest.inputs()[0][0]).isEqualTo(1.0);
      assertThat(smallest.targets()[0][0]).isZero();
    }
  }

  @Test
  void whatTheFailureNeedsIsKept() {
    Case smallest =
        shrink(
            3,
            question ->
                question.network().depth() >= 3
                    && question.samples() >= 2
                    && question.network().layer(2).outputs() >= 3
                    && question.network().layer(2).activation() == Activation.TANH
                    && question.network().reduction() == Reduction.MEAN);
    assertThat(smallest.network().depth()).isEqualTo(3);
    assertThat(smallest.samples()).isEqualTo(2);
    assertThat(smallest.network().layer(1).inputs()).isEqualTo(1);
    assertThat(smallest.network().layer(1).outputs()).isEqualTo(1);
    assertThat(smallest.network().layer(2).outputs()).isEqualTo(3);
    assertThat(smallest.network().layer(3).outputs()).isEqualTo(1);
    assertThat(smallest.network().layer(2).activation()).isEqualTo(Activation.TANH);
    assertThat(smallest.network().reduction()).isEqualTo(Reduction.MEAN);
  }

  @Test
  void aMistakeThatNeedsASquareOfSamplesShrinksTheSquare() {
    Case smallest =
        shrink(
            2,
            question -> {
              int inputs = question.network().layer(1).inputs();
              int outputs = question.network().layer(1).outputs();
              return inputs > 1 && inputs == outputs && inputs == question.samples();
            });
    assertThat(smallest.samples()).isEqualTo(2);
  }

  @Test
  void numbersBecomeAsRoundAsTheFailureAllows() {
    Case smallest =
        shrink(5, question -> StrictMath.abs(question.network().layer(1).weights()[0][0]) > 0.3);
    assertThat(smallest.network().layer(1).weights()[0][0]).isEqualTo(1.0);
    assertThat(smallest.network().layer(1).biases()[0]).isZero();
  }

  @Test
  void theSameCaseShrinksToTheSameBits() {
    Predicate<Case> fails = question -> question.samples() > 1;
    String first = new JsonWriter(true).write(shrink(8, fails));
    assertThat(new JsonWriter(true).write(shrink(8, fails))).isEqualTo(first);
  }

  @Test
  void onlyCasesOfTheLanguageAreTried() {
    shrink(
        9,
        question -> {
          assertThat(question.targets()).hasDimensions(outputs(question), question.samples());
          return question.network().cost() == Cost.CROSS_ENTROPY;
        });
  }

  private static int outputs(Case question) {
    return question.network().layer(question.network().depth()).outputs();
  }

  @Test
  void itStopsAfterSoManyTries() {
    Case failing = new RandomCases(1).next();
    Shrinker shrinker = new Shrinker(question -> true, 3);
    shrinker.shrink(failing);
    assertThat(shrinker.tries()).isEqualTo(3);
  }
}
