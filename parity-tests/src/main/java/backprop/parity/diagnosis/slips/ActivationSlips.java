package backprop.parity.diagnosis.slips;

import backprop.loops.Activation;
import backprop.parity.terms.ActivationFormula;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What becomes of an activation if its formula is not quite right. */
final class ActivationSlips {
  private static final int MOST_DIGITS = 8;

  private final Activation activation;
  private final double z;
  private final List<Slip> slips = new ArrayList<>();

  ActivationSlips(Activation activation, double z) {
    this.activation = activation;
    this.z = z;
  }

  /** The likeliest first. */
  List<Slip> all() {
    if (activation != Activation.IDENTITY) {
      add(z, "z itself: f is not applied.");
    }
    if (activation == Activation.SIGMOID) {
      ofTheSigmoid();
      withAnotherBase();
    }
    for (Activation other :
        List.of(Activation.SIGMOID, Activation.TANH, Activation.RELU, Activation.LEAKY_RELU)) {
      if (other != activation) {
        add(other.value(z), new ActivationFormula(other).name("z") + ", another activation.");
      }
    }
    return slips;
  }

  private void ofTheSigmoid() {
    double e = StrictMath.exp(-z);
    add(1 + e, "1/1 + exp(-z): 1 + exp(-z) needs parentheses below the line.");
    add(1 / (1 + 1 / e), "1 minus the right number: is the exponent -z?");
    add(1 / (1 - e), "the number with 1 - exp(-z) in the place of 1 + exp(-z).");
    add(e, "exp(-z) alone, without 1 / (1 + exp(-z)).");
    add(1 / e, "exp(z) alone, without 1 / (1 + exp(-z)).");
    add(1 / e / (1 + e), "exp(z) / (1 + exp(-z)): one exponent has the wrong sign.");
  }

  /** Many write down e themselves, to as many digits as they remember. */
  private void withAnotherBase() {
    Set<BigDecimal> bases = new LinkedHashSet<>();
    for (int digits = 2; digits <= MOST_DIGITS; digits++) {
      for (RoundingMode mode : List.of(RoundingMode.DOWN, RoundingMode.HALF_EVEN)) {
        bases.add(new BigDecimal(StrictMath.E).round(new MathContext(digits, mode)));
      }
    }
    for (BigDecimal base : bases) {
      double power = StrictMath.pow(base.doubleValue(), -z);
      String sentence = "the number with %s in the place of e: exp(-z) has all its digits.";
      add(1 / (1 + power), sentence.formatted(base.toPlainString()));
    }
  }

  private void add(double value, String sentence) {
    slips.add(new Slip(value, sentence));
  }
}
