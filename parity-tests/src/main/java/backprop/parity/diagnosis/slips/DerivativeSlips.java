package backprop.parity.diagnosis.slips;

import backprop.loops.Activation;
import backprop.parity.terms.Expansion;
import backprop.parity.terms.Factor;
import backprop.parity.terms.Name;
import backprop.parity.terms.Operation;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a delta if something else stands in the place of f′(z). */
final class DerivativeSlips {
  private static final String OF_A = ": that is a formula in a.";

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
        ofTheError(operation);
        withoutParentheses(operation);
      }
    }
    return slips;
  }

  static boolean isDerivative(Operation operation) {
    return operation.operand().name() instanceof Name.Slope;
  }

  private void ofTheDerivative(Operation operation) {
    double slope = operation.operand().value();
    double f = activation.value(z);
    Name.Slope own = (Name.Slope) operation.operand().name();
    String place = " in the place of %s";
    with(operation, slope * slope, "the number with %s twice: f′ is multiplied twice.", own);
    with(operation, f, "the number with f(%s)" + place + ": f′ is the slope of f.", own.z(), own);
    with(operation, z, "the number with %s" + place + ".", own.z(), own);
    with(operation, activation.derivative(f), instead("f′(f(z))", ": take it at z."), own);
    if (activation == Activation.SIGMOID) {
      String formula = ": f′ is f(z) * (1 - f(z)).";
      with(operation, f * (1 - z), instead("f(z) * (1 - z)", formula), own);
      with(operation, z * (1 - f), instead("z * (1 - f(z))", formula), own);
      with(operation, 1 - f, instead("1 - f(z)", formula), own);
      with(operation, f * (1 + f), instead("f(z) * (1 + f(z))", formula), own);
      with(operation, 1 - f * f, instead("1 - f(z)²", formula), own);
      with(operation, z * (1 - z), instead("z * (1 - z)", OF_A), own);
    }
    if (activation == Activation.TANH) {
      with(operation, 1 - z * z, instead("1 - z²", OF_A), own);
    }
    with(
        operation,
        0.0,
        "what comes with f′ = 0, or cut to a whole number: is f′ written, with its parentheses?");
  }

  /** (a - t) * f′(z), with something else in the place of a - t. */
  private void ofTheError(Operation derivative) {
    if (!isDifference()) {
      return;
    }
    Name a = right.start().name();
    Name t = right.operations().get(0).operand().name();
    double target = right.operations().get(0).operand().value();
    double error = right.start().value() - target;
    double slope = derivative.operand().value();
    Name.Slope own = (Name.Slope) derivative.operand().name();
    slips.add(new Slip((z - target) * slope, "the number with %s in the place of %s.", own.z(), a));
    String squared = "the number with (%s - %s)² in the place of %s - %s: a slope has no square.";
    slips.add(new Slip(error * error * slope, squared, a, t, a, t));
    String half = "the number with ½(%s - %s)², the cost, in the place of its slope %s - %s.";
    slips.add(new Slip(error * error / 2 * slope, half, a, t, a, t));
    slips.add(new Slip(error * error / 2, "½(%s - %s)², the cost, not its slope.", a, t));
    String mixed = "the number with %s * (1 - %s) in the place of %s: f′ is f(z) * (1 - f(z)).";
    double f = right.start().value();
    slips.add(new Slip(error * f * (1 - target), mixed, a, t, own));
    slips.add(new Slip(error * target * (1 - f), mixed, t, a, own));
    slips.add(new Slip(error * target * (1 - target), mixed, t, t, own));
    slips.add(new Slip(error + slope, "the number with + %s in the place of * %s.", own, own));
  }

  private boolean isDifference() {
    return right.operations().size() == 2
        && right.terms().isEmpty()
        && right.operations().get(0).symbol() == '-';
  }

  private static String instead(String formula, String advice) {
    return "the number with " + formula + " in the place of %s" + advice;
  }

  private void with(Operation operation, double slope, String sentence, Name... names) {
    double value = start();
    for (Operation next : right.operations()) {
      value = next == operation ? value * slope : next.apply(value);
    }
    slips.add(new Slip(value, sentence, names));
  }

  /** a - t * f′(z): what stands between is multiplied first. */
  private void withoutParentheses(Operation last) {
    if (isDifference()) {
      Factor subtracted = right.operations().get(0).operand();
      double value = right.start().value() - subtracted.value() * last.operand().value();
      String sentence = "the number without parentheses around %s - %s.";
      slips.add(new Slip(value, sentence, right.start().name(), subtracted.name()));
    }
  }

  private double start() {
    return right.start().value() + TermSlips.sum(right.terms());
  }
}
