package backprop.parity.diagnosis.mistakes;

import backprop.parity.diagnosis.ResultMatch;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a list of cases can and cannot tell: the matrix mistake × case, and the mistakes that no case
 * of the list tells apart.
 */
public final class SuiteCoverage {
  /** What one case says about one mistake. */
  public enum Cell {
    /** The numbers come out wrong. */
    REVEALS,
    /** The numbers come out right in spite of the mistake. */
    CANNOT_REVEAL,
    /** The shapes do not allow the mistake: a program that makes it stops with an error. */
    NOT_APPLICABLE
  }

  private final List<Case> cases;
  private final ResultMatch match;
  private final Map<Mistake, List<Cell>> rows = new EnumMap<>(Mistake.class);

  /** Makes every mistake on every case. */
  public SuiteCoverage(List<Case> cases, ResultMatch match) {
    this.cases = List.copyOf(cases);
    this.match = match;
    FaultyLoops right = new FaultyLoops(FaultyProgram.correct());
    for (Mistake mistake : Mistake.values()) {
      rows.put(mistake, new ArrayList<>());
    }
    for (Case question : cases) {
      Result expected = right.answer(question);
      rows.forEach((mistake, row) -> row.add(cell(question, expected, mistake)));
    }
  }

  private Cell cell(Case question, Result expected, Mistake mistake) {
    FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(mistake));
    if (!faulty.applies(question)) {
      return Cell.NOT_APPLICABLE;
    }
    boolean same = match.matches(question, expected, faulty.answer(question));
    return same ? Cell.CANNOT_REVEAL : Cell.REVEALS;
  }

  /** The cases, in the order of the columns. */
  public List<Case> cases() {
    return cases;
  }

  /** One cell for each case. */
  public List<Cell> row(Mistake mistake) {
    return List.copyOf(rows.get(mistake));
  }

  /** The mistakes that no case reveals. */
  public List<Mistake> unrevealed() {
    return rows.keySet().stream()
        .filter(mistake -> !rows.get(mistake).contains(Cell.REVEALS))
        .toList();
  }

  /**
   * The revealed mistakes that no case tells apart: on every case both give the same numbers, or
   * both give none.
   */
  public List<InseparablePair> inseparable() {
    List<InseparablePair> pairs = new ArrayList<>();
    for (Mistake first : Mistake.values()) {
      for (Mistake second : Mistake.values()) {
        boolean ordered = first.compareTo(second) < 0;
        boolean revealed = rows.get(first).contains(Cell.REVEALS);
        if (ordered && revealed && sameEverywhere(first, second)) {
          pairs.add(InseparablePair.of(first, second, match));
        }
      }
    }
    return pairs;
  }

  private boolean sameEverywhere(Mistake first, Mistake second) {
    return rows.get(first).equals(rows.get(second))
        && cases.stream()
            .noneMatch(question -> InseparablePair.parts(first, second, question, match));
  }
}
