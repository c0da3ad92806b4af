package backprop.parity.truth;

import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gradients against central differences, as exactly as central differences allow. */
final class GradientCheck {
  /**
   * With a step h to both sides the formula is off by h²/6·|C‴| and the rounding of n operations
   * by n·u·|C|/h. At h = ∛u both are (∛u)² times numbers of the size of cost and gradients; 64
   * covers the longest chain of operations and the third derivatives of these mild networks.
   */
  private static final double RELATIVE_TOLERANCE =
      64.0 * StrictMath.cbrt(0x1p-53) * StrictMath.cbrt(0x1p-53);

  private static final List<Quantity> DERIVATIVES =
      List.of(Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS, Quantity.INPUT_GRADIENTS);

  private GradientCheck() {}

  /** The first gradient further from its derivative than rounding and the formula explain. */
  static Optional<String> firstDifference(Result derivatives, Result answer) {
    double tolerance = RELATIVE_TOLERANCE * magnitude(derivatives);
    int depth = answer.depth();
    for (int l = depth; l >= 1; l--) {
      for (Quantity quantity : DERIVATIVES) {
        double[][] expected = derivatives.values(quantity, l).orElse(new double[0][]);
        double[][] found = expected.length == 0 ? expected : Twins.values(answer, quantity, l);
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
            .flatMapToDouble(GradientCheck::magnitudes)
            .max()
            .orElseThrow();
    return 1.0 + StrictMath.abs(derivatives.cost().orElseThrow()) + largestGradient;
  }

  /** Every entry without its sign. */
  static DoubleStream magnitudes(double[][] entries) {
    return Stream.of(entries).flatMapToDouble(Arrays::stream).map(StrictMath::abs);
  }
}
