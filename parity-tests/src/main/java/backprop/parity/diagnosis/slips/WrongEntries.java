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
  private final List<ComparedEntry> right = new ArrayList<>();

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
          if (same) {
            (allowance.agrees(actual, expected) ? right : all)
                .add(
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

  /** The others of the same step, which a slip that touches every number must leave as they are. */
  List<ComparedEntry> right() {
    return right;
  }

  Entry first() {
    return all.get(0).entry();
  }

  /** Whether a value is the one that was found there, and clearly not the right one. */
  boolean isNear(Entry entry, double value) {
    ComparedEntry wrong =
        all.stream().filter(each -> each.entry().equals(entry)).findFirst().orElseThrow();
    return wrong.boundRatio() >= CLEARLY_WRONG && isNear(wrong, value);
  }

  /** Whether a value is the one that was found. */
  boolean isNear(ComparedEntry found, double value) {
    double bound = comparison.allowance(found.entry()).bound();
    return StrictMath.abs(value - found.actual()) <= MARGIN * bound;
  }
}
