package backprop.parity.course;

import backprop.parity.cases.Case;
import backprop.parity.cases.Quantity;
import java.util.List;
import java.util.Optional;

/** Which of a chapter's functions can be at fault if a field is wrong, those that give it. */
final class Suspects {
  private Suspects() {}

  /**
   * In the words of the lesson; all of its functions if none of them gives that field itself.
   *
   * @param quantity empty for the cost
   * @param layer from 1
   */
  static List<String> of(Lesson lesson, Case question, Optional<Quantity> quantity, int layer) {
    List<String> givers =
        quantity.map(known -> givers(question, known, layer)).orElse(List.of("cost"));
    List<String> suspects = lesson.functions().stream().filter(givers::contains).toList();
    return suspects.isEmpty() ? lesson.functions() : suspects;
  }

  /** The chapter's functions before one of them, as far as each gives a field of its own. */
  static List<String> before(Lesson lesson, Optional<String> function) {
    List<String> functions = lesson.functions();
    for (int index = 0; function.isPresent() && index < functions.size(); index++) {
      boolean helper = functions.get(index).equals("sigmoidDerivative");
      if (helper || Course.same(functions.get(index), function.get())) {
        return functions.subList(0, index);
      }
    }
    return List.of();
  }

  private static List<String> givers(Case question, Quantity quantity, int layer) {
    boolean last = layer == question.network().depth();
    boolean single = question.network().layer(layer).outputs() == 1;
    return switch (quantity) {
      case PRE_ACTIVATIONS -> List.of(single ? "preActivation" : "preActivations");
      case ACTIVATIONS -> List.of("sigmoid");
      case DELTAS -> last ? List.of("sigmoidDerivative", "outputDelta") : List.of("hiddenDelta");
      case BIAS_GRADIENTS -> List.of("biasGradients");
      case WEIGHT_GRADIENTS -> List.of("weightGradients");
      case UPDATED_WEIGHTS, UPDATED_BIASES -> List.of("updated");
    };
  }
}
