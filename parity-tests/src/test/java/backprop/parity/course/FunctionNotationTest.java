package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.BuiltInCases;
import backprop.parity.terms.Derivation;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A number is called as the function calls it that computes it. */
class FunctionNotationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chapter-2-two-inputs | PRE_ACTIVATIONS | 1 | 0 | 0"
            + "| weights[0] * inputs[0] + weights[1] * inputs[1], then + bias",
        "chapter-6-square | PRE_ACTIVATIONS | 2 | 0 | 0"
            + "| weights[0][0] * inputs[0] + weights[0][1] * inputs[1], then + biases[0]",
        "chapter-6-square | ACTIVATIONS | 2 | 0 | 0 | sigmoid(z)",
        "chapter-6-square | DELTAS | 1 | 1 | 0"
            + "| forwardWeights[0][1] * forwardDelta[0] + forwardWeights[1][1] * forwardDelta[1],"
            + " then * f′(preActivations[1])",
        "chapter-6-square | DELTAS | 2 | 1 | 0"
            + "| (activations[1] - targets[1]) * f′(preActivations[1])",
        "chapter-6-square | WEIGHT_GRADIENTS | 2 | 1 | 0 | delta[1] * inputs[0]",
        "chapter-6-square | BIAS_GRADIENTS | 2 | 1 | 0 | delta[1] * 1",
        "chapter-8-sum | WEIGHT_GRADIENTS | 1 | 1 | 0"
            + "| deltas[1][1][0] * inputs[0][0] + deltas[1][1][1] * inputs[0][1]"
            + " + deltas[1][1][2] * inputs[0][2]",
        "chapter-9-batch | UPDATED_WEIGHTS | 2 | 1 | 2"
            + "| parameters[2] - learningRate * gradients[2]",
        "chapter-9-batch | UPDATED_BIASES | 2 | 1 | 0"
            + "| parameters[1] - learningRate * gradients[1]"
      })
  void withoutLayerAndSample(
      String name, Quantity quantity, int layer, int neuron, int second, String words) {
    Entry entry = Entry.of(quantity, layer, neuron, second);
    assertThat(names(Optional.empty(), name, entry)).isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource
  void inTheSpellingOfTheLanguage(Language language) {
    Entry step = Entry.of(Quantity.UPDATED_BIASES, 1, 0, 0);
    assertThat(names(Optional.of(language), "chapter-9-one-layer", step))
        .isEqualTo(
            "parameters[0] - %s * gradients[0]".formatted(language.function("learningRate")));
    Entry delta = Entry.of(Quantity.DELTAS, 1, 0, 0);
    assertThat(names(Optional.of(language), "chapter-6-one-output", delta))
        .contains(language.function("forwardDelta") + "[0]");
  }

  private static String names(Optional<Language> language, String name, Entry entry) {
    Case question = BuiltInCases.named(name).orElseThrow();
    Derivation derivation = Derivation.of(question, new LoopsSource().answer(question), entry);
    return derivation.names().in(new FunctionNotation(language, question, entry));
  }
}
