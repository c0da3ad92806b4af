package backprop.parity.course;

import backprop.parity.io.FunctionProblem;
import java.util.Optional;

/** What one of the two functions of the matrix track does wrong. */
final class MatrixProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient MatrixQuestion question;
  private final transient Optional<FunctionProblem> failure;
  private final transient Optional<WrongMatrix> wrong;

  private MatrixProblem(
      MatrixQuestion question, Optional<FunctionProblem> failure, Optional<WrongMatrix> wrong) {
    this.question = question;
    this.failure = failure;
    this.wrong = wrong;
  }

  /** A function that gave nothing. */
  static MatrixProblem failed(MatrixQuestion question, FunctionProblem problem) {
    return new MatrixProblem(question, Optional.of(problem), Optional.empty());
  }

  /** A function that gave other numbers. */
  static MatrixProblem wrong(MatrixQuestion question, WrongMatrix wrong) {
    return new MatrixProblem(question, Optional.empty(), Optional.of(wrong));
  }

  MatrixQuestion question() {
    return question;
  }

  /** Why there are no numbers; empty if there are. */
  Optional<FunctionProblem> failure() {
    return failure;
  }

  /** Which number is wrong; empty if there are none. */
  Optional<WrongMatrix> wrong() {
    return wrong;
  }
}
