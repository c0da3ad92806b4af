package backprop.parity.terms;

import backprop.loops.Activation;
import backprop.parity.model.Spelling;
import java.util.Arrays;

/** An activation written out with its numbers, such as {@code 1 / (1 + exp(-0.475))}. */
public record ActivationFormula(Activation activation) {
  /**
   * What a is by name.
   *
   * @param z the name of the pre-activation
   */
  public String name(String z) {
    return activation == Activation.SOFTMAX
        ? "exp(%s - maximum)/sum".formatted(z)
        : "%s(%s)".formatted(Spelling.of(activation), z);
  }

  /**
   * What a is by value.
   *
   * @param sample the pre-activations of all neurons of the layer
   */
  String numbers(double z, double[] sample) {
    String number = NumberText.brief(z);
    return switch (activation) {
      case SIGMOID -> "1 / (1 + exp(%s))".formatted(NumberText.brief(-z));
      case SOFTMAX -> share(number, sample);
      default -> name(number);
    };
  }

  private static String share(String z, double[] sample) {
    double maximum = Arrays.stream(sample).max().orElseThrow();
    double sum = 0.0;
    for (double preActivation : sample) {
      sum += StrictMath.exp(preActivation - maximum);
    }
    return "exp(%s - %s)/%s".formatted(z, NumberText.brief(maximum), NumberText.brief(sum));
  }
}
