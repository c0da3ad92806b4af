package backprop.parity.diagnosis.slips;

import backprop.parity.terms.Factor;
import java.util.List;

/** What becomes of a parameter if its step is not quite right. */
final class UpdateSlips {
  private UpdateSlips() {}

  /** The likeliest first. */
  static List<Slip> of(Factor parameter, Factor gradient, double learningRate) {
    double p = parameter.value();
    double g = gradient.value();
    String step = "learningRate * " + gradient.name();
    String without = " alone, without %s.".formatted(parameter.name());
    return List.of(
        new Slip(-learningRate * g, "- " + step + without),
        new Slip(learningRate * g, step + without),
        new Slip(g, gradient.name() + without),
        new Slip(-g, "- " + gradient.name() + without),
        new Slip(
            (p - learningRate) * g,
            "the number with parentheses around %s - learningRate.".formatted(parameter.name())),
        new Slip(
            p - learningRate,
            "the number without %s: a step has the size of the slope.".formatted(gradient.name())),
        new Slip(
            learningRate * (p - g),
            "the number with learningRate times both: it belongs to the gradient alone."));
  }
}
