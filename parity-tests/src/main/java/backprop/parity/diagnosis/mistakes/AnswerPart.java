package backprop.parity.diagnosis.mistakes;

import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A part of an answer that is right or wrong as a whole. */
public enum AnswerPart {
  ACTIVATIONS,
  COST,
  OUTPUT_DELTA,
  HIDDEN_DELTAS,
  LAST_BIAS_GRADIENTS,
  LAST_WEIGHT_GRADIENTS,
  HIDDEN_BIAS_GRADIENTS,
  HIDDEN_WEIGHT_GRADIENTS,
  UPDATES;

  /** The answer with nothing but this block, so that it can be compared alone. */
  public Result of(Result answer) {
    OptionalDouble cost = this == COST ? answer.cost() : OptionalDouble.empty();
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      Map<Quantity, double[][]> kept = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        if (holds(quantity, l == answer.depth())) {
          answer.values(quantity, l).ifPresent(values -> kept.put(quantity, values));
        }
      }
      layers.add(kept);
    }
    return new Result(answer.name(), cost, layers);
  }

  private boolean holds(Quantity quantity, boolean last) {
    AnswerPart block =
        switch (quantity) {
          case PRE_ACTIVATIONS, ACTIVATIONS -> ACTIVATIONS;
          case DELTAS -> last ? OUTPUT_DELTA : HIDDEN_DELTAS;
          case BIAS_GRADIENTS -> last ? LAST_BIAS_GRADIENTS : HIDDEN_BIAS_GRADIENTS;
          case WEIGHT_GRADIENTS -> last ? LAST_WEIGHT_GRADIENTS : HIDDEN_WEIGHT_GRADIENTS;
          case UPDATED_WEIGHTS, UPDATED_BIASES -> UPDATES;
          case INPUT_GRADIENTS -> HIDDEN_DELTAS;
        };
    return block == this;
  }
}
