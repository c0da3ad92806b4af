package backprop.parity.verdict;

import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.ExactResult;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.dfp.Dfp;

/** Every number a result gives, one by one, so that a test can ask others for the same. */
final class Entries {
  private Entries() {}

  static List<Entry> of(Result result) {
    List<Entry> entries = new ArrayList<>();
    if (result.cost().isPresent()) {
      entries.add(Entry.cost(result.depth()));
    }
    for (int l = 1; l <= result.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        double[][] values = result.values(quantity, l).orElse(new double[0][]);
        for (int j = 0; j < values.length; j++) {
          for (int second = 0; second < values[j].length; second++) {
            entries.add(Entry.of(quantity, l, j, second));
          }
        }
      }
    }
    return entries;
  }

  static Dfp exact(Entry entry, ExactResult result) {
    return entry
        .quantity()
        .map(
            given ->
                result.values(given, entry.layer()).orElseThrow()[entry.neuron()][entry.second()])
        .orElseGet(result::cost);
  }

  static Estimate estimate(Entry entry, ErrorBound bound) {
    return entry
        .quantity()
        .map(given -> bound.estimate(given, entry.layer(), entry.neuron(), entry.second()))
        .orElseGet(bound::cost);
  }

  static Allowance allowance(Entry entry, Agreement agreement) {
    return entry
        .quantity()
        .map(given -> agreement.entry(given, entry.layer(), entry.neuron(), entry.second()))
        .orElseGet(agreement::cost);
  }
}
