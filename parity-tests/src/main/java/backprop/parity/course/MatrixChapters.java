package backprop.parity.course;

import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;

/** The chapters whose gradients are computed a second time, by products. */
final class MatrixChapters {
  private static final int FIRST = 3;
  private static final int LAST = 8;

  private MatrixChapters() {}

  /**
   * Computes all of them; how it went, in a sentence.
   *
   * @throws MatrixProblem if a function does not give what it should
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
        if (!comparison.agrees()) {
          throw new IllegalStateException(question.name() + ": right products, wrong gradients");
        }
        networks++;
        numbers += comparison.entries();
        identical += comparison.identical();
      }
    }
    return "chapters %d to %d, %d networks: %d numbers right, %d with the loops' bits"
        .formatted(FIRST, LAST, networks, numbers, identical);
  }
}
