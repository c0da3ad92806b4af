package backprop.parity.diagnosis.slips;

import backprop.parity.model.Entry;
import backprop.parity.verdict.Allowance;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.SideBySide;
import java.util.ArrayList;
import java.util.List;

/** The wrong numbers of the first step that is wrong: what follows is made of them. */
final class WrongEntries {
  /** Slips are at least 10⁶ rounding bounds away from the right number, rounding below 1. */
  private static final double CLEARLY_WRONG = 1e6;

  private static final double MARGIN = 1e3;

  private final CaseComparison comparison;
  private final List<ComparedEntry> all = new ArrayList<>();

  WrongEntries(CaseComparison comparison) {
    this.comparison = comparison;
    comparison.firstDivergence().ifPresent(this::collect);
  }

  private void collect(ComparedEntry first) {
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> {
          boolean same =
              entry.quantity().equals(first.entry().quantity())
                  && (entry.isCost() || entry.layer() == first.entry().layer());
          Allowance allowance = comparison.allowance(entry);
          if (same && !allowance.agrees(actual, expected)) {
            all.add(
                new ComparedEntry(
                    first.caseName(),
                    first.layout(),
                    first.step(),
                    entry,
                    expected,
                    actual,
                    allowance.boundRatio(actual, expected)));
          }
        });
  }

  /** In their order; none if the case is right. */
  List<ComparedEntry> all() {
    return all;
  }

  Entry first() {
    return all.get(0).entry();
  }

  /** Whether a value is the one that was found there, and clearly not the right one. */
  boolean isNear(Entry entry, double value) {
    ComparedEntry wrong =
        all.stream().filter(each -> each.entry().equals(entry)).findFirst().orElseThrow();
    double bound = comparison.allowance(entry).bound();
    return wrong.boundRatio() >= CLEARLY_WRONG
        && StrictMath.abs(value - wrong.actual()) <= MARGIN * bound;
  }
}
