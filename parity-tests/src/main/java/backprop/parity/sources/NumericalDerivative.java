package backprop.parity.sources;

import java.util.function.DoubleSupplier;

/**
 * The definition of the derivative, for a cost that is computed from an array of numbers.
 *
 * <p>Nudges one number at a time to both sides, and divides the change of the cost by that of the
 * number. Right to about 10 digits of the largest slope, not to the last bit. Source: 「逆誤差伝播法 -
 * バックプロパゲーション 書き始め」, section 微分の定義.
 */
public final class NumericalDerivative {
  /** The cube root of 2⁻⁵³: where the error of the formula and of rounding are equally small. */
  private static final double STEP = StrictMath.cbrt(0x1p-53);

  private NumericalDerivative() {}

  /**
   * How the cost changes with one of its numbers, which is put back afterwards.
   *
   * @param cost computed anew from the numbers each time
   */
  public static double of(DoubleSupplier cost, double[] numbers, int index) {
    double number = numbers[index];
    double step = STEP * StrictMath.max(1.0, StrictMath.abs(number));
    numbers[index] = number + step;
    double upper = numbers[index];
    double costAbove = cost.getAsDouble();
    numbers[index] = number - step;
    double lower = numbers[index];
    double costBelow = cost.getAsDouble();
    numbers[index] = number;
    return (costAbove - costBelow) / (upper - lower);
  }

  /** The same for every entry: a gradient has the shape of its numbers. */
  public static double[][] gradient(DoubleSupplier cost, double[][] numbers) {
    double[][] gradient = new double[numbers.length][];
    for (int row = 0; row < numbers.length; row++) {
      gradient[row] = new double[numbers[row].length];
      for (int column = 0; column < numbers[row].length; column++) {
        gradient[row][column] = of(cost, numbers[row], column);
      }
    }
    return gradient;
  }
}
