package backprop.parity.diagnosis.slips;

import backprop.parity.terms.Expansions;
import backprop.parity.terms.Factor;
import backprop.parity.terms.Name;
import java.util.List;

/** What becomes of a parameter if its step is not quite right. */
final class UpdateSlips {
  private static final Name RATE = Expansions.LEARNING_RATE;

  private UpdateSlips() {}

  /** The likeliest first. */
  static List<Slip> of(Factor parameter, Factor gradient, double learningRate) {
    double p = parameter.value();
    double g = gradient.value();
    Name own = parameter.name();
    Name slope = gradient.name();
    return List.of(
        new Slip(-learningRate * g, "- %s * %s alone, without %s.", RATE, slope, own),
        new Slip(learningRate * g, "%s * %s alone, without %s.", RATE, slope, own),
        new Slip(g, "%s alone, without %s.", slope, own),
        new Slip(-g, "- %s alone, without %s.", slope, own),
        new Slip((p - learningRate) * g, "the number with parentheses around %s - %s.", own, RATE),
        new Slip(
            p - learningRate, "the number without %s: a step has the size of the slope.", slope),
        new Slip(
            learningRate * (p - g),
            "the number with %s times both: it belongs to the gradient alone.",
            RATE));
  }
}
