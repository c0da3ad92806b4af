package backprop.parity.verdict;

import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.ExactResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.dfp.Dfp;

/** Every number a result gives, one by one, so that a test can ask others for the same. */
final class Entries {
  /** One number of a result; without a quantity it is the cost. */
  record Entry(Optional<Quantity> quantity, int l, int j, int second) {
    String name() {
      return quantity.map(given -> given.entryName(l, j, second)).orElse("cost");
    }

    double in(Result result) {
      return quantity
          .map(given -> result.values(given, l).orElseThrow()[j][second])
          .orElseGet(() -> result.cost().orElseThrow());
    }

    Dfp in(ExactResult result) {
      return quantity
          .map(given -> result.values(given, l).orElseThrow()[j][second])
          .orElseGet(result::cost);
    }

    Estimate estimateIn(ErrorBound bound) {
      return quantity.map(given -> bound.estimate(given, l, j, second)).orElseGet(bound::cost);
    }

    Allowance allowanceIn(Agreement agreement) {
      return quantity.map(given -> agreement.entry(given, l, j, second)).orElseGet(agreement::cost);
    }
  }

  private Entries() {}

  static List<Entry> of(Result result) {
    List<Entry> entries = new ArrayList<>();
    if (result.cost().isPresent()) {
      entries.add(new Entry(Optional.empty(), 0, 0, 0));
    }
    for (int l = 1; l <= result.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        double[][] values = result.values(quantity, l).orElse(new double[0][]);
        for (int j = 0; j < values.length; j++) {
          for (int second = 0; second < values[j].length; second++) {
            entries.add(new Entry(Optional.of(quantity), l, j, second));
          }
        }
      }
    }
    return entries;
  }
}
