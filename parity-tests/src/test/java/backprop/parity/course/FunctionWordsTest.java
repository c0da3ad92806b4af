package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.suites.BuiltInCases;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A number is called as the function calls it that computes it. */
class FunctionWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chapter-2-two-inputs | PRE_ACTIVATIONS | 1"
            + "| weights[1][0][1] * inputs[1][0], then + biases[1][0]"
            + "| weights[1] * inputs[1], then + bias",
        "chapter-6-square | PRE_ACTIVATIONS | 2"
            + "| weights[2][0][1] * activations[1][1][0], then + biases[2][0]"
            + "| weights[0][1] * inputs[1], then + biases[0]",
        "chapter-6-square | DELTAS | 1"
            + "| weights[2][1][0] * deltas[2][1][0], then * f′(preActivations[1][0][0])"
            + "| forwardWeights[1][0] * forwardDelta[1], then * f′(preActivations[0])",
        "chapter-6-square | DELTAS | 1 | the right number of deltas[1][1][0]"
            + "| the right number of delta[1]",
        "chapter-6-square | DELTAS | 2"
            + "| (activations[2][1][0] - targets[1][0]) * f′(preActivations[2][1][0])"
            + "| (activations[1] - targets[1]) * f′(preActivations[1])",
        "chapter-6-square | WEIGHT_GRADIENTS | 2 | deltas[2][1][0] * activations[1][0][0]"
            + "| delta[1] * inputs[0]",
        "chapter-6-square | BIAS_GRADIENTS | 2 | the right number of biasGradients[2][1]"
            + "| the right number of biasGradients[1]",
        "chapter-8-sum | WEIGHT_GRADIENTS | 1 | deltas[1][1][0] * inputs[0][0] + …"
            + "| deltas[1][1][0] * inputs[0][0] + …",
        "chapter-9-batch | UPDATED_WEIGHTS | 2"
            + "| weights[2][1][0] - learningRate * weightGradients[2][1][0]"
            + "| parameters[0] - learningRate * gradients[0]",
        "chapter-9-batch | UPDATED_BIASES | 2"
            + "| biases[2][1] - learningRate * biasGradients[2][1]"
            + "| parameters[1] - learningRate * gradients[1]"
      })
  void withoutLayerAndSample(String name, Quantity quantity, int layer, String text, String words) {
    Case question = BuiltInCases.named(name).orElseThrow();
    Entry position = Entry.of(quantity, layer, 0, 0);
    assertThat(new FunctionWords(Optional.empty()).in(text, question, position)).isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource
  void inTheSpellingOfTheLanguage(Language language) {
    Case question = BuiltInCases.named("chapter-6-square").orElseThrow();
    Entry position = Entry.of(Quantity.DELTAS, 1, 0, 0);
    String word = language.function("forwardDelta");
    assertThat(new FunctionWords(Optional.of(language)).in("deltas[2][1][0]", question, position))
        .isEqualTo(word + "[1]");
  }
}
