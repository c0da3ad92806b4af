package backprop.parity.golden;

import backprop.parity.diagnosis.BoundMatch;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeCatalogue;
import backprop.parity.diagnosis.mistakes.SuiteCoverage;
import backprop.parity.diagnosis.mistakes.SuiteCoverage.Cell;
import backprop.parity.model.Case;
import backprop.parity.verdict.Precision;
import java.util.List;
import java.util.stream.Collectors;

/** Which case reveals which mistake: a line for each case, a column for each mistake. */
final class RevealMatrix {
  private final List<Case> cases;
  private final SuiteCoverage coverage;

  /** Makes every mistake on every case. */
  RevealMatrix(List<Case> cases) {
    this.cases = cases;
    this.coverage = new SuiteCoverage(cases, new BoundMatch(Precision.DOUBLE));
  }

  /** How many mistakes the case on that line, counted from 0, reveals. */
  long revealedBy(int line) {
    return Mistake.all().stream()
        .filter(mistake -> coverage.row(mistake).get(line) == Cell.REVEALS)
        .count();
  }

  /** The matrix as CSV: 1 reveals, 0 cannot reveal, - does not apply to the shapes. */
  String csv() {
    StringBuilder text = new StringBuilder("case");
    for (Mistake mistake : Mistake.all()) {
      text.append(',').append(mistake.spelling());
    }
    text.append('\n');
    for (int line = 0; line < cases.size(); line++) {
      int column = line;
      text.append(cases.get(line).name())
          .append(
              Mistake.all().stream()
                  .map(mistake -> "," + sign(coverage.row(mistake).get(column)))
                  .collect(Collectors.joining()))
          .append('\n');
    }
    return text.toString();
  }

  private static char sign(Cell cell) {
    return switch (cell) {
      case REVEALS -> '1';
      case CANNOT_REVEAL -> '0';
      case NOT_APPLICABLE -> '-';
    };
  }

  /** What no case tells, and why, as lines of Markdown. */
  String blindSpots() {
    StringBuilder lines = new StringBuilder();
    for (Mistake mistake : coverage.unrevealed()) {
      lines.append(
          "- `%s` is revealed by no case; it is hidden when %s.\n"
              .formatted(mistake.spelling(), MistakeCatalogue.of(mistake).hiddenWhen()));
    }
    coverage
        .inseparable()
        .forEach(
            pair ->
                lines.append(
                    "- `%s` and `%s` are not told apart: %s.\n"
                        .formatted(
                            pair.first().spelling(), pair.second().spelling(), pair.reason())));
    return lines.toString();
  }
}
