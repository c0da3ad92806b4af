package backprop.parity.diagnosis;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One case and what the candidate answered. */
public record Observation(Case question, Result candidate) {
  /** About how many multiplications one answer takes: small cases are tried first. */
  long work() {
    return question.network().layers().stream()
        .mapToLong(layer -> (long) layer.inputs() * layer.outputs() * question.samples())
        .sum();
  }

  /** Everything but the cost, which is judged apart. */
  Result withoutCost() {
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= candidate.depth(); l++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        candidate.values(quantity, l).ifPresent(values -> layer.put(quantity, values));
      }
      layers.add(layer);
    }
    return new Result(candidate.name(), OptionalDouble.empty(), layers);
  }

  /** The cost alone. */
  Result costAlone() {
    return new Result(
        candidate.name(), candidate.cost(), Collections.nCopies(candidate.depth(), Map.of()));
  }
}
