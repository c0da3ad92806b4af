package backprop.parity.course;

import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.sources.candidate.NoUsableAnswer.Kind;
import backprop.parity.terminal.LabelledLines;
import backprop.parity.terminal.TextStyle;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A program that never gets as far as an answer: no chapter is to blame. */
final class SilenceScreen {
  private static final Pattern UNDEFINED_EXP = Pattern.compile("undefined reference to .exp\\b");

  private final Optional<LearnersFile> file;
  private final TextStyle style;
  private final PrintStream out;
  private final LabelledLines lines;

  SilenceScreen(Optional<LearnersFile> file, TextStyle style, PrintStream out) {
    this.file = file;
    this.style = style;
    this.out = out;
    this.lines = new LabelledLines(style, out);
  }

  /**
   * Prints all of it.
   *
   * @param never whether the program never has answered
   */
  void print(LessonProblem.NoAnswer stop, boolean never) {
    NoUsableAnswer problem = stop.problem();
    boolean ended = problem.kind() == Kind.ENDED;
    String name = file.map(LearnersFile::name).orElse("");
    List<String> words = FunctionCalls.withoutMarks(problem.lastWords());
    Optional<String> line = name.isEmpty() ? Optional.empty() : ErrorPlace.line(name, words);
    out.println(style.heading(headline(ended, words)));
    out.println();
    lines.print("instead", problem.reason());
    if (ended) {
      ErrorPlace.sentence(name, words).ifPresent(sentence -> lines.print("error", sentence));
    }
    line.ifPresent(number -> lines.print("at", name + ", line " + number));
    advice(problem).ifPresent(sentence -> lines.print("hint", sentence));
    if (never && file.isEmpty()) {
      lines.print("write", stop.lesson().write());
      lines.print("hint", stop.lesson().hint(""));
    }
    out.println();
    String what = line.map(number -> "line " + number).orElse("it");
    out.println("Next: fix %s, save, and run this again.".formatted(what));
  }

  /** What a command of a compiled language can lack. */
  private Optional<String> advice(NoUsableAnswer problem) {
    boolean compiled = file.map(LearnersFile::language).filter(Language::isCompiled).isPresent();
    boolean succeeded = problem.exitCode().orElse(1) == 0;
    if (compiled && succeeded && problem.lastWords().isEmpty()) {
      return Optional.of("Does the command also run the program that it compiles?");
    }
    return problem.lastWords().stream().anyMatch(UNDEFINED_EXP.asPredicate())
        ? Optional.of("The mathematics library is linked by -lm at the end of the command for cc.")
        : Optional.empty();
  }

  private static String headline(boolean ended, List<String> words) {
    if (!ended) {
      return "Your program does not answer";
    }
    return ErrorPlace.isOfGrammar(words)
        ? "Your program does not start"
        : "Your program ends before it answers";
  }
}
