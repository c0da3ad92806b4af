package backprop.parity.course;

import backprop.parity.io.FunctionProblem;
import backprop.parity.io.MatrixAnswer;
import backprop.parity.sources.candidate.CandidateProgram;
import backprop.parity.sources.candidate.Interview;
import backprop.parity.sources.candidate.JsonProtocol;
import backprop.parity.sources.candidate.NoUsableAnswer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
   * {@return rows that have become columns, by the learner}
   *
   * @throws MatrixProblem if there are none, or other ones
   */
  double[][] transpose(String name, double[][] rows) {
    return value(name, "transpose", rows[0].length, rows.length, rows);
  }

  /**
   * {@return the product, by the learner}
   *
   * @throws MatrixProblem if there is none
   */
  double[][] multiply(String name, double[][] left, double[][] right) {
    return value(name, "multiply", left.length, right[0].length, left, right);
  }

  private double[][] value(
      String name, String function, int rows, int columns, double[][]... matrices) {
    String question =
        "{\"format\": \"backprop-matrices-1\", \"name\": \"%s\", \"function\": \"%s\","
            + " \"sizes\": [%d, %d], \"matrices\": [%s]}";
    String numbers =
        Arrays.stream(matrices).map(Arrays::deepToString).collect(Collectors.joining(", "));
    MatrixAnswer answer;
    try {
      String line = question.formatted(name, function, rows, columns, numbers);
      answer = program.answer(name, line, MatrixAnswer::read);
    } catch (NoUsableAnswer problem) {
      notes.failed(name);
      if (notes.under(Duration.ZERO).isEmpty()) {
        throw problem;
      }
      throw new MatrixProblem(CourseSession.whatHappened(function, problem).sentence());
    }
    notes.answered(name);
    double[][] matrix = answer.matrix().orElseThrow(() -> nothing(function, answer.problems()));
    if (matrix.length != rows || matrix[0].length != columns) {
      String sentence = "%s gave %d x %d numbers for %d x %d.";
      throw new MatrixProblem(
          sentence.formatted(function, matrix.length, matrix[0].length, rows, columns));
    }
    return matrix;
  }

  private static MatrixProblem nothing(String function, List<FunctionProblem> problems) {
    Optional<String> why = problems.stream().map(FunctionProblem::sentence).findFirst();
    return new MatrixProblem(why.orElse(function + " gave nothing") + ".");
  }

  /** Ends the program, and shows what it printed last. */
  @Override
  public void close() {
    notes.show();
    program.close();
  }

  /** What one of the two functions does wrong. */
  static final class MatrixProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MatrixProblem(String sentence) {
      super(sentence);
    }
  }
}
