package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.ForwardPass;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The account holds where errors are as large as the numbers, operation by operation.
 *
 * <p>The witness walks to the ends: an exact number one error away from the loops' value, up or down,
 * and a program's number one error away from that.
 */
class RunningErrorTest {
  private static final RunningError ARITHMETIC = new RunningError(Precision.DOUBLE);
  private static final ActivationError ACTIVATIONS = new ActivationError(ARITHMETIC);

  @ParameterizedTest
  @CsvSource({
    "3, 2, 1e-9, 1e-9",
    "3, -2, 0.5, 0.3",
    "0.5, 2, 1, 4",
    "-7, 1e-3, 0, 1e-3",
    "2, 5, 0.5, 0"
  })
  void aProduct(double left, double right, double leftError, double rightError) {
    Estimate product = ARITHMETIC.product(estimate(left, leftError), estimate(right, rightError));
    double farthest =
        farthest(x -> x[0] * x[1], estimate(left, leftError), estimate(right, rightError));
    requireCovered(product, farthest);
    assertThat(product.error()).isLessThan(1.01 * farthest + 1e-14);
  }

  @ParameterizedTest
  @CsvSource({"3, 2, 1e-9, 1e-9", "3, -2, 0.5, 0.3", "2, 5, 0.5, 0"})
  void aDifference(double left, double right, double leftError, double rightError) {
    Estimate difference =
        ARITHMETIC.difference(estimate(left, leftError), estimate(right, rightError));
    requireCovered(difference, leftError + rightError);
    assertThat(difference.error()).isLessThan(1.01 * (leftError + rightError));
  }

  @ParameterizedTest
  @CsvSource({"3, 2, 1e-9, 1e-9", "3, -2, 0.5, 0.3", "3, 2, 0, 0.6", "1, 2, 0, 0.9"})
  void aQuotient(double numerator, double denominator, double error, double denominatorError) {
    Estimate over = estimate(numerator, error);
    Estimate under = estimate(denominator, denominatorError);
    requireCovered(ARITHMETIC.quotient(over, under), farthest(x -> x[0] / x[1], over, under));
  }

  /** The exact one is up to one error away, and a program's up to two. */
  @ParameterizedTest
  @ValueSource(doubles = {1.0, 1.5, 7.0})
  void aDenominatorThatMayBeZeroBoundsNothing(double error) {
    Estimate one = estimate(1.0, 0.0);
    assertThat(ARITHMETIC.quotient(one, estimate(2.0, error)).error()).isInfinite();
    assertThat(ARITHMETIC.quotient(one, estimate(-2.0, error)).error()).isInfinite();
    assertThat(ARITHMETIC.logarithm(estimate(2.0, error)).error()).isInfinite();
    assertThat(ARITHMETIC.quotient(one, estimate(2.0, 0.99)).error()).isFinite();
    assertThat(ARITHMETIC.logarithm(estimate(2.0, 0.99)).error()).isFinite();
  }

  @ParameterizedTest
  @CsvSource({"2, 1e-9", "2, 0.6", "0.3, 0.1", "1, 0.4"})
  void aLogarithm(double value, double error) {
    Estimate number = estimate(value, error);
    requireCovered(ARITHMETIC.logarithm(number), farthest(x -> StrictMath.log(x[0]), number));
  }

  /** A program's numbers are up to two errors larger than the loops' are, and rounded as such. */
  @Test
  void roundingsOfLargeErrors() {
    RunningError single = new RunningError(Precision.FLOAT);
    double unit = Precision.FLOAT.unitRoundoff();
    Estimate one = estimate(1.0, 1e6);
    double rounding = unit * (1.0 + 2.0 * 1e6);
    assertThat(single.sum(2, index -> one).error())
        .isGreaterThanOrEqualTo(2e6 + 2.0 * (2.0 * rounding));
    assertThat(single.rounded(1.0, 1e6, 4, false).error())
        .isGreaterThanOrEqualTo(1e6 + 4.0 * rounding);
    assertThat(single.difference(one, Estimate.ZERO).error())
        .isGreaterThanOrEqualTo(1e6 + rounding);
  }

  @Test
  void whatMayOverflowOrUnderflow() {
    RunningError single = new RunningError(Precision.FLOAT);
    assertThat(single.rounded(3e38, 1e38, 1, false).error()).isInfinite();
    double normal = Float.MIN_NORMAL;
    assertThat(single.rounded(2.0 * normal, normal, 1, false).error())
        .isGreaterThanOrEqualTo(2.0 * normal);
    double error = 0.01 * normal;
    assertThat(single.rounded(100.0 * normal, error, 1, false).error())
        .as("nothing of a number that stays normal is lost")
        .isLessThan(1.01 * error);
  }

  @Test
  void whatIsAddedToProductsKeepsItsErrorAndDoubt() {
    Estimates one = Estimates.of(1, 1, (j, s) -> Estimate.ONE);
    Estimate doubtful = new Estimate(1.0, 0.5, true);
    Estimate sum = ARITHMETIC.sumOfProducts(one, 0, one, 0, doubtful);
    requireCovered(sum, 0.5);
    assertThat(sum.undecidable()).isTrue();
    assertThat(ARITHMETIC.quotient(doubtful, Estimate.ONE).undecidable()).isTrue();
    assertThat(ARITHMETIC.quotient(Estimate.ONE, new Estimate(2.0, 0.5, true)).undecidable())
        .isTrue();
    assertThat(ARITHMETIC.quotient(Estimate.ONE, Estimate.ONE).undecidable()).isFalse();
  }

  /** exp and ln are off by one in the last digit, which is up to 2u; other operations by u. */
  @ParameterizedTest
  @ValueSource(doubles = {-30.0, -1.0, 0.0, 1.0})
  void functionsWithEveryOperationRoundedToOneSide(double value) {
    RunningError single = new RunningError(Precision.FLOAT);
    double up = 1.0 + Precision.FLOAT.unitRoundoff();
    double power = StrictMath.exp(-StrictMath.abs(value));
    double wrong = value < 0.0 ? power * up * up : power / up / up;
    double sigmoid = (value < 0.0 ? wrong : 1.0) / ((1.0 + wrong) / up) * up;
    Estimate z = estimate(value, 0.0);
    requireCovered(
        new ActivationError(single).value(Activation.SIGMOID, z),
        StrictMath.abs(sigmoid - Activation.SIGMOID.value(value)));
    requireCovered(single.logarithm(estimate(power, 0.0)), StrictMath.abs(value) * (up * up - 1.0));
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGMOID", "TANH", "RELU", "LEAKY_RELU"})
  void anActivationAndItsDerivative(Activation activation) {
    for (double value : new double[] {0.0, 0.1, -0.1, 1.0, -1.0, 3.0, -3.0, 12.0}) {
      for (double error : new double[] {1e-9, 0.049, 0.07, 0.11, 0.7, 1.1, 2.0}) {
        Estimate z = estimate(value, error);
        Estimate a = ACTIVATIONS.value(activation, z);
        requireCovered(a, farthest(x -> activation.value(x[0]), z));
        requireCovered(
            ACTIVATIONS.derivative(activation, z, a),
            farthest(x -> activation.derivative(x[0]), z));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0.1, 0.1",
    "0, -10, 2, 2",
    "5, 0, 1e-9, 1",
    "0, 3, 0.5, 0.1",
    "0, -20, 3, 9",
    "0, -740, 1, 1" // a share below the smallest normal number
  })
  void softmax(double first, double second, double firstError, double secondError) {
    Estimate[] z = {estimate(first, firstError), estimate(second, secondError)};
    Estimates estimates = Estimates.of(2, 1, (j, s) -> z[j]);
    double[][] values = ForwardPass.activations(Activation.SOFTMAX, estimates.values);
    Estimates shares = ACTIVATIONS.softmax(estimates, values);
    for (int j = 0; j < 2; j++) {
      int neuron = j;
      requireCovered(shares.at(j, 0), farthest(x -> share(x, neuron), z));
    }
  }

  /** At a kink that a program's error reaches, either slope is right. */
  @ParameterizedTest
  @CsvSource({
    "0.5, true",
    "1, true",
    "1.5, true",
    "1.99, true",
    "2, true",
    "2.01, false",
    "3, false"
  })
  void aKinkIsReachedByTwoErrors(double errorsAway, boolean reached) {
    double error = 1e-3;
    for (double side : new double[] {-1.0, 1.0}) {
      Estimate z = estimate(side * errorsAway * error, error);
      for (Activation activation : List.of(Activation.RELU, Activation.LEAKY_RELU)) {
        Estimate slope = ACTIVATIONS.derivative(activation, z, z);
        assertThat(slope.undecidable()).as("%s at %s", activation, z).isEqualTo(reached);
        assertThat(slope.error() > 0.9).as("%s at %s", activation, z).isEqualTo(reached);
      }
    }
  }

  private static double share(double[] z, int j) {
    return ForwardPass.activations(Activation.SOFTMAX, new double[][] {{z[0]}, {z[1]}})[j][0];
  }

  private static Estimate estimate(double value, double error) {
    return new Estimate(value, error, false);
  }

  private static void requireCovered(Estimate estimate, double farthest) {
    assertThat(estimate.error()).as("error of %s", estimate).isGreaterThanOrEqualTo(farthest);
  }

  /** The farthest that a program's number can be from the exact one, over all ends. */
  private static double farthest(Function<double[], Double> function, Estimate... operands) {
    double farthest = 0.0;
    for (int ends = 0; ends < 1 << 2 * operands.length; ends++) {
      int choice = ends;
      double[] exact = new double[operands.length];
      double[] program = new double[operands.length];
      Arrays.setAll(exact, n -> operands[n].value() + sign(choice, 2 * n) * operands[n].error());
      Arrays.setAll(program, n -> exact[n] + sign(choice, 2 * n + 1) * operands[n].error());
      double distance = StrictMath.abs(function.apply(program) - function.apply(exact));
      farthest = StrictMath.max(farthest, distance);
    }
    return farthest;
  }

  private static double sign(int choice, int bit) {
    return (choice >> bit & 1) == 0 ? -1.0 : 1.0;
  }
}
