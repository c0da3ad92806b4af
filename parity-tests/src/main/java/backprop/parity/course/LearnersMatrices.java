package backprop.parity.course;

import backprop.parity.io.FunctionProblem;
import backprop.parity.io.MatrixAnswer;
import backprop.parity.sources.candidate.CandidateProgram;
import backprop.parity.sources.candidate.Interview;
import backprop.parity.sources.candidate.JsonProtocol;
import backprop.parity.sources.candidate.NoUsableAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A learner's own {@code transpose} and {@code multiply}, asked for one value at a time. */
final class LearnersMatrices implements AutoCloseable {
  private final FunctionCalls notes;
  private final CandidateProgram program;

  /**
   * @param command that starts the program
   * @param timeout for one answer
   * @param longestCall of one function, where the program says what it calls
   * @param listener is given what it prints
   */
  LearnersMatrices(
      String command, Duration timeout, Duration longestCall, Consumer<String> listener) {
    notes = new FunctionCalls(listener);
    Interview interview =
        new Interview(
            timeout,
            () -> notes.under(longestCall).isPresent(),
            JsonProtocol.WHOLE,
            Map.of(CourseSession.LEFT_OUT, ""),
            notes);
    program = CandidateProgram.start(command, interview);
  }

  /**
   * {@return the value, which has the right sizes}
   *
   * @throws MatrixProblem if there is none
   */
  double[][] answer(MatrixQuestion question) {
    MatrixAnswer answer;
    try {
      answer = program.answer(question.name(), question.line(), MatrixAnswer::read);
    } catch (NoUsableAnswer problem) {
      notes.failed(question.name());
      if (notes.under(Duration.ZERO).isEmpty()) {
        throw problem;
      }
      throw MatrixProblem.failed(
          question, CourseSession.whatHappened(question.function(), problem));
    }
    notes.answered(question.name());
    double[][] matrix = answer.matrix().orElseThrow(() -> nothing(question, answer.problems()));
    if (matrix.length != question.rows() || matrix[0].length != question.columns()) {
      String found = matrix.length + " x " + matrix[0].length;
      List<Integer> sizes = List.of(question.rows(), question.columns());
      throw MatrixProblem.failed(
          question, FunctionProblem.unfit(question.function(), sizes, found));
    }
    return matrix;
  }

  private static MatrixProblem nothing(MatrixQuestion question, List<FunctionProblem> problems) {
    return MatrixProblem.failed(
        question,
        problems.stream()
            .findFirst()
            .orElseGet(
                () ->
                    FunctionProblem.of(
                        question.function(), FunctionProblem.Kind.RETURNED_NOTHING, "")));
  }

  /** Ends the program, and shows what it printed last. */
  @Override
  public void close() {
    notes.show();
    program.close();
  }
}
