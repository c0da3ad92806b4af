package backprop.parity.diagnosis;

import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Parts of an answer that are compared alone. */
final class Blocks {
  private Blocks() {}

  /** What one step gives for one layer, and nothing else. */
  static Result only(Result answer, Quantity quantity, int l) {
    List<Map<Quantity, double[][]>> layers =
        new ArrayList<>(Collections.nCopies(answer.depth(), Map.of()));
    layers.set(l - 1, Map.of(quantity, answer.values(quantity, l).orElseThrow()));
    return new Result(answer.name(), OptionalDouble.empty(), layers);
  }
}
