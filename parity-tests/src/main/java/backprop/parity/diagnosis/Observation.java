package backprop.parity.diagnosis;

import backprop.parity.model.Case;
import backprop.parity.model.Result;

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
    return candidate.only(false, (quantity, l) -> true);
  }

  /** The cost alone. */
  Result costAlone() {
    return candidate.only(true, (quantity, l) -> false);
  }
}
