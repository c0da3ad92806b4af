package backprop.parity.course;

import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Precision;
import java.util.Optional;

/**
 * What all of it was for: a program that has passed every chapter trains a network, and its own
 * updated weights are the next question. The loops go down beside it from the same start.
 */
final class CourseTraining {
  private final Candidate candidate;
  private final LoopsSource loops = new LoopsSource();
  private LearnersDescent mine = LearnersDescent.ofPictures();
  private LearnersDescent ofLoops = mine;
  private Result answer;

  /**
   * @param candidate that has passed every chapter
   */
  CourseTraining(Candidate candidate) {
    this.candidate = candidate;
  }

  /**
   * Asks for the gradients where the program is now.
   *
   * @return what is wrong with the answer, in words
   * @throws NoUsableAnswer if there is none
   */
  Optional<String> ask() {
    Optional<Result> given = candidate.answer(mine.question()).result();
    if (given.isEmpty()) {
      return Optional.of("it answers \"unsupported\"");
    }
    answer = given.get();
    Result expected = loops.answer(mine.question());
    CaseComparison comparison =
        new CaseComparison(mine.question(), expected, answer, Precision.DOUBLE);
    return Course.ALL_FIELDS
        .missingFrom(answer)
        .map(missing -> missing + " is missing")
        .or(() -> comparison.firstDivergence().map(CourseTraining::difference));
  }

  private static String difference(ComparedEntry entry) {
    return "%s: expected %s, found %s"
        .formatted(
            entry.name(), NumberText.full(entry.expected()), NumberText.full(entry.actual()));
  }

  /** One step down, by the answer; the loops take theirs by their own. */
  void step() {
    mine = mine.after(answer);
    ofLoops = ofLoops.after(loops.answer(ofLoops.question()));
  }

  /** How many steps it has made. */
  int steps() {
    return mine.steps();
  }

  /** The cost by the program's own account. */
  double cost() {
    return answer.cost().orElseThrow();
  }

  /** What the program sees in the pictures, outputs × samples: "circle", then "cross". */
  double[][] outputs() {
    return answer.values(Quantity.ACTIVATIONS, answer.depth()).orElseThrow();
  }

  /** The pictures, points × samples. */
  double[][] pictures() {
    return mine.question().inputs();
  }

  /** The program's weights and biases beside those of the loops, which have gone alone. */
  ParameterMatch match() {
    return ParameterMatch.of(mine.parameters(), ofLoops.parameters());
  }
}
