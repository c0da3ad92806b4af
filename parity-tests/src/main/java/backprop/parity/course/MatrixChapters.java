package backprop.parity.course;

import backprop.parity.course.LearnersMatrices.MatrixProblem;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Precision;
import java.util.Optional;

/** The chapters whose gradients are computed a second time, by products. */
final class MatrixChapters {
  private static final int FIRST = 3;
  private static final int LAST = 8;

  private MatrixChapters() {}

  /**
   * Computes all of them; how it went, in a sentence.
   *
   * @throws MatrixProblem if one does not give what the loops give
   */
  static String computed(GradientsByProducts gradients) {
    LoopsSource loops = new LoopsSource();
    int networks = 0;
    int numbers = 0;
    int identical = 0;
    for (Lesson lesson : Course.lessons().subList(FIRST - 1, LAST)) {
      for (Case question : lesson.cases()) {
        Result expected = loops.answer(question);
        CaseComparison comparison =
            new CaseComparison(
                question, expected, gradients.of(question, expected), Precision.DOUBLE);
        Optional<ComparedEntry> wrong = comparison.firstDivergence();
        if (wrong.isPresent()) {
          throw new MatrixProblem(difference(question, wrong.get()));
        }
        networks++;
        numbers += comparison.entries();
        identical += comparison.identical();
      }
    }
    return "chapters %d to %d, %d networks: %d numbers right, %d with the loops' bits"
        .formatted(FIRST, LAST, networks, numbers, identical);
  }

  private static String difference(Case question, ComparedEntry entry) {
    return "%s, %s: the loops give %s, the products %s."
        .formatted(
            question.name(),
            entry.name(),
            NumberText.full(entry.expected()),
            NumberText.full(entry.actual()));
  }
}
