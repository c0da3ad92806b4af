package backprop.parity.course;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of numbers as the functions of a starter have them: one layer and one sample at a time,
 * so their indices go, and what a function is given goes by its parameter's name.
 *
 * @param language whose spelling it is; empty leaves {@code wordsLikeThis}
 */
record FunctionWords(Optional<Language> language) {
  private static final Pattern WORD = Pattern.compile("\\b[a-z]+(?:[A-Z][a-z]+)+");

  /**
   * The same text in these names.
   *
   * @param text with names such as {@code weights[2][0][1]}
   * @param position of the number that it speaks of
   */
  String in(String text, Case question, Entry position) {
    String renamed = renamed(text, question, position);
    return WORD.matcher(renamed)
        .replaceAll(
            word -> language.map(known -> known.function(word.group())).orElse(word.group()));
  }

  private static String renamed(String text, Case question, Entry position) {
    Quantity quantity = position.quantity().orElse(null);
    if (quantity == null || question.samples() > 1 && isGradient(quantity)) {
      return question.samples() > 1 ? text : withoutSamples(text);
    }
    return switch (quantity) {
      case PRE_ACTIVATIONS -> preActivation(text, question, position);
      case ACTIVATIONS -> text.replaceAll("preActivations(?:\\[\\d+]){3}", "z");
      case DELTAS -> delta(text, position.layer());
      case INPUT_GRADIENTS -> text;
      case BIAS_GRADIENTS, WEIGHT_GRADIENTS -> gradient(text);
      case UPDATED_WEIGHTS, UPDATED_BIASES -> updated(text);
    };
  }

  /** Their terms are the samples, which the indices tell apart. */
  private static boolean isGradient(Quantity quantity) {
    return quantity == Quantity.BIAS_GRADIENTS || quantity == Quantity.WEIGHT_GRADIENTS;
  }

  private static String withoutSamples(String text) {
    return text.replace("[j][s]", "[j]");
  }

  private static String preActivation(String text, Case question, Entry position) {
    String inputs = inputs(text);
    if (question.network().layer(position.layer()).outputs() > 1) {
      return inputs
          .replaceAll("weights\\[\\d+]", "weights")
          .replaceAll("biases\\[\\d+]", "biases")
          .replaceAll("preActivations\\[\\d+](\\[\\d+])\\[\\d+]", "preActivations$1");
    }
    return inputs
        .replaceAll("weights\\[\\d+]\\[\\d+]", "weights")
        .replaceAll("biases\\S+]", "bias");
  }

  /** The layer before may be the inputs of the network or not, a function is not told. */
  private static String inputs(String text) {
    return text.replaceAll("inputs(\\[\\d+])\\[\\d+]", "inputs$1")
        .replaceAll("\\bactivations\\[\\d+](\\[\\d+])\\[\\d+]", "inputs$1");
  }

  private static String delta(String text, int l) {
    int forward = l + 1;
    return text.replaceAll("weights\\[" + forward + "]", "forwardWeights")
        .replaceAll("deltas\\[" + forward + "](\\[\\d+])\\[\\d+]", "forwardDelta$1")
        .replaceAll("deltas\\[" + l + "](\\[\\d+])\\[\\d+]", "delta$1")
        .replaceAll("\\bactivations\\[\\d+](\\[\\d+])\\[\\d+]", "activations$1")
        .replaceAll("targets(\\[\\d+])\\[\\d+]", "targets$1")
        .replaceAll("preActivations\\[\\d+](\\[\\d+])\\[\\d+]", "preActivations$1");
  }

  private static String gradient(String text) {
    return inputs(text)
        .replaceAll("deltas\\[\\d+](\\[\\d+])\\[\\d+]", "delta$1")
        .replaceAll("(biasGradients|weightGradients)\\[\\d+]", "$1");
  }

  private static String updated(String text) {
    return text.replaceAll("weightGradients\\[\\d+]\\[\\d+]", "gradients")
        .replaceAll("biasGradients\\[\\d+]", "gradients")
        .replaceAll("(?:updatedW|\\bw)eights\\[\\d+]\\[\\d+]", "parameters")
        .replaceAll("(?:updatedB|\\bb)iases\\[\\d+]", "parameters");
  }
}
