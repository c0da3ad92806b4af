package backprop.parity.diagnosis.slips;

import backprop.loops.Activation;
import backprop.parity.terms.Expansion;
import backprop.parity.terms.Factor;
import backprop.parity.terms.Operation;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a delta if something else stands in the place of f′(z). */
final class DerivativeSlips {
  private static final String PLACE = "f′(";

  private final Expansion right;
  private final Activation activation;
  private final double z;
  private final List<Slip> slips = new ArrayList<>();

  DerivativeSlips(Expansion right, Activation activation, double z) {
    this.right = right;
    this.activation = activation;
    this.z = z;
  }

  /** The likeliest first; none where nothing is multiplied by f′. */
  List<Slip> all() {
    for (Operation operation : right.operations()) {
      if (isDerivative(operation)) {
        ofTheDerivative(operation);
        withoutParentheses(operation);
      }
    }
    return slips;
  }

  static boolean isDerivative(Operation operation) {
    return operation.operand().name().startsWith(PLACE);
  }

  private void ofTheDerivative(Operation operation) {
    double slope = operation.operand().value();
    double f = activation.value(z);
    String own = operation.operand().name();
    String preActivation = own.substring(PLACE.length(), own.length() - 1);
    String instead = "the number with %s in the place of " + own;
    with(operation, slope * slope, "the number with " + own + " twice: f′ is multiplied twice.");
    with(operation, f, instead.formatted("f(" + preActivation + ")") + ": f′ is the slope of f.");
    with(operation, z, instead.formatted(preActivation) + ".");
    with(operation, activation.derivative(f), instead.formatted("f′(f(z))") + ": take it at z.");
    if (activation == Activation.SIGMOID) {
      String formula = instead + ": f′ is f(z) * (1 - f(z)).";
      with(operation, f * (1 - z), formula.formatted("f(z) * (1 - z)"));
      with(operation, z * (1 - f), formula.formatted("z * (1 - f(z))"));
      with(operation, 1 - f, formula.formatted("1 - f(z)"));
      with(operation, f * (1 + f), formula.formatted("f(z) * (1 + f(z))"));
      with(operation, 1 - f * f, formula.formatted("1 - f(z)²"));
      with(operation, z * (1 - z), instead.formatted("z * (1 - z)") + ": that is a formula in a.");
    }
    if (activation == Activation.TANH) {
      with(operation, 1 - z * z, instead.formatted("1 - z²") + ": that is a formula in a.");
    }
    with(
        operation,
        0.0,
        "what comes with f′ = 0, or cut to a whole number: is f′ written, with its parentheses?");
  }

  private void with(Operation operation, double slope, String sentence) {
    double value = start();
    for (Operation next : right.operations()) {
      value = next == operation ? value * slope : next.apply(value);
    }
    slips.add(new Slip(value, sentence));
  }

  /** a - t * f′(z): what stands between is multiplied first. */
  private void withoutParentheses(Operation last) {
    boolean difference = right.operations().size() == 2 && right.terms().isEmpty();
    if (difference && right.operations().get(0).symbol() == '-') {
      Factor subtracted = right.operations().get(0).operand();
      double value = right.start().value() - subtracted.value() * last.operand().value();
      String sentence = "the number without parentheses around %s - %s.";
      slips.add(new Slip(value, sentence.formatted(right.start().name(), subtracted.name())));
    }
  }

  private double start() {
    return right.start().value() + TermSlips.sum(right.terms());
  }
}
