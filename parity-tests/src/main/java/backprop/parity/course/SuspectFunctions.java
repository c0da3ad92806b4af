package backprop.parity.course;

import backprop.parity.io.FunctionProblem;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.WeightLayout;
import java.util.List;
import java.util.Optional;

/** Which of a chapter's functions can be at fault if a field is wrong, those that give it. */
final class SuspectFunctions {
  private static final String HIDDEN_DELTA = "hiddenDelta";
  private static final String SIGMOID_DERIVATIVE = "sigmoidDerivative";

  private SuspectFunctions() {}

  /**
   * In the words of the lesson; if none of its functions gives that field, then those of the chapters
   * before that do.
   *
   * @param quantity empty for the cost
   * @param layer from 1
   */
  static List<String> of(Lesson lesson, Case question, Optional<Quantity> quantity, int layer) {
    List<String> givers =
        quantity.map(known -> givers(question, known, layer)).orElse(List.of("cost", "reduced"));
    if (isTurning(lesson, question)) {
      return lesson.functions();
    }
    if (lesson.functions().contains(HIDDEN_DELTA) && givers.contains(HIDDEN_DELTA)) {
      return List.of(HIDDEN_DELTA, SIGMOID_DERIVATIVE);
    }
    List<String> suspects = lesson.functions().stream().filter(givers::contains).toList();
    return suspects.isEmpty() ? givers : suspects;
  }

  /** A function that failed, and the one it may call that no question has asked for. */
  static List<String> of(FunctionProblem problem) {
    String function = problem.function();
    boolean inside = problem.kind() != FunctionProblem.Kind.UNFIT;
    boolean calls =
        Course.same(HIDDEN_DELTA, function) || inside && Course.same("outputDelta", function);
    return calls ? List.of(function, SIGMOID_DERIVATIVE) : List.of(function);
  }

  /** Whether nothing is new but that numbers change places, so that a wrong one is another's. */
  static boolean isTurning(Lesson lesson, Case question) {
    return lesson.functions().contains("transpose")
        && question.weightLayout() == WeightLayout.INPUTS_BY_OUTPUTS;
  }

  /** The chapter's functions before one of them, as far as each gives a field of its own. */
  static List<String> before(Lesson lesson, Optional<String> function) {
    List<String> functions = lesson.functions();
    for (int index = 0; function.isPresent() && index < functions.size(); index++) {
      boolean withoutAField = functions.get(index).equals(SIGMOID_DERIVATIVE);
      if (withoutAField || Course.same(functions.get(index), function.get())) {
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
      case INPUT_GRADIENTS -> List.of(HIDDEN_DELTA);
      case DELTAS -> last ? List.of(SIGMOID_DERIVATIVE, "outputDelta") : List.of(HIDDEN_DELTA);
      case BIAS_GRADIENTS -> List.of("biasGradients", "reduced");
      case WEIGHT_GRADIENTS -> List.of("weightGradients", "reduced");
      case UPDATED_WEIGHTS, UPDATED_BIASES -> List.of("updated");
    };
  }
}
