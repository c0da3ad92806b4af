package backprop.parity.course;

import backprop.parity.io.FunctionProblem;
import backprop.parity.terminal.LabelledLines;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terms.NumberText;
import java.io.PrintStream;
import java.util.Optional;

/** The function of the matrix track that is not right: what a chapter would say of its own. */
final class MatrixProblemScreen {
  /** Written on the matrix track alone; {@code transpose} is chapter 7's. */
  static final Lesson MULTIPLY = Course.read("matrix-track.txt").get(0);

  private final Optional<LearnersFile> file;
  private final LessonHints hints;
  private final PrintStream out;
  private final LabelledLines lines;

  /**
   * @param file of the program, empty if it is in none of the starters' languages
   * @param hint how many stages of a hint are asked for
   */
  MatrixProblemScreen(Optional<LearnersFile> file, int hint, TextStyle style, PrintStream out) {
    this.file = file;
    this.hints = new LessonHints(hint, file.map(LearnersFile::language));
    this.out = out;
    this.lines = new LabelledLines(style, out);
  }

  /** Prints all of it. */
  void print(MatrixProblem problem) {
    MatrixQuestion question = problem.question();
    Lesson lesson = Course.of(question.function()).orElse(MULTIPLY);
    boolean written = problem.failure().filter(this::isEmpty).isEmpty();
    String label = problem.wrong().isPresent() ? "wrong" : written ? "failed" : "missing";
    lines.print(label, what(problem, written));
    lines.print("asked by", question.name());
    lines.print("sizes", question.sizes());
    problem.wrong().ifPresent(wrong -> printNumbers(question, wrong));
    if (written) {
      hints.printWithoutTheQuestion(lesson, lines);
    } else {
      hints.print(lesson, lines);
    }
    lines.print("read", TutorialPage.path(lesson));
    hints.printCode(lesson, out);
    out.println();
    String next = "Next: %s it, save, and run this again%s";
    out.println(next.formatted(written ? "fix" : "write", hints.next(0)));
  }

  private String what(MatrixProblem problem, boolean written) {
    if (!written) {
      return problem.question().function();
    }
    return problem
        .failure()
        .map(this::sentence)
        .orElse("your %s, not the placement".formatted(problem.question().function()));
  }

  private String sentence(FunctionProblem failure) {
    return failure.kind() == FunctionProblem.Kind.RETURNED_NOTHING
        ? failure.function() + " " + Language.nothing(file.map(LearnersFile::language), "")
        : failure.sentence();
  }

  /** Whether the function is still the starter's, which returns nothing. */
  private boolean isEmpty(FunctionProblem failure) {
    boolean nothing = failure.kind() == FunctionProblem.Kind.RETURNED_NOTHING;
    Lesson lesson = Course.of(failure.function()).orElse(MULTIPLY);
    return nothing && file.filter(mine -> mine.hasWritten(lesson, failure.function())).isEmpty();
  }

  private void printNumbers(MatrixQuestion question, WrongMatrix wrong) {
    int row = wrong.row();
    int column = wrong.column();
    lines.print(
        "at [%d][%d]".formatted(row, column),
        "expected %s, found %s"
            .formatted(NumberText.full(wrong.expected()), NumberText.full(wrong.found())));
    if (Double.isNaN(wrong.found())) {
      lines.print(
          "",
          file.map(LearnersFile::language).map(Language::whatGivesNaN).orElse(Language.ALWAYS_NAN));
    }
    lines.print("should be", question.numbers(row, column));
    lines.print("", question.names(row, column));
    wrong.slip().ifPresent(slip -> lines.print("found is", slip));
  }
}
