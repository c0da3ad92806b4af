package backprop.parity.course;

import backprop.parity.explain.Numbers;
import backprop.parity.explain.Style;
import backprop.parity.oracle.ComparedEntry;
import backprop.parity.oracle.Position;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** How far a learner is, on one screen: the chapters, what is not right, and what to do next. */
public final class CourseScreen {
  private static final int WIDTH = 100;
  private static final String INDENT = " ".repeat(15);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Optional<Language> language;
  private final Style style;
  private final PrintStream out;

  /**
   * @param language of the program, empty if it is none of the starters'
   */
  public CourseScreen(Optional<Language> language, Style style, PrintStream out) {
    this.language = language;
    this.style = style;
    this.out = out;
  }

  /**
   * Prints everything but why there is no answer, which is an error and belongs elsewhere.
   *
   * @param firstPassed when a chapter was passed before, by its number
   * @param next what to type when all is done, a line each
   */
  public void print(Report report, IntFunction<Optional<Instant>> firstPassed, List<String> next) {
    for (Lesson lesson : Course.lessons()) {
      out.println(line(lesson, report, firstPassed));
    }
    out.println();
    if (report.stop().isEmpty()) {
      out.println(
          "Every chapter is right. Chapter 10 asks networks that nobody has chosen for you:");
      next.forEach(command -> out.println("  " + command));
      return;
    }
    print(report.stop().get(), firstPassed);
  }

  private String line(Lesson lesson, Report report, IntFunction<Optional<Instant>> firstPassed) {
    Optional<Instant> before = firstPassed.apply(lesson.number());
    String chapter = "%d  %s".formatted(lesson.number(), lesson.title());
    if (report.passed().contains(lesson)) {
      String since = before.map(time -> style.faint("since " + local(time))).orElse("new");
      return "%s %s %s".formatted(style.verdict(true, "✓"), "%-30s".formatted(chapter), since);
    }
    boolean stopped = report.stop().filter(stop -> stop.lesson().equals(lesson)).isPresent();
    if (!stopped) {
      String known = before.isPresent() ? "was right, not asked this time" : "";
      return style.faint("  %-30s %s".formatted(chapter, known).stripTrailing());
    }
    boolean notYet = report.stop().get() instanceof Stop.NotYet && before.isEmpty();
    return (notYet ? style.caution("→") : style.verdict(false, "✗")) + " " + chapter;
  }

  private void print(Stop stop, IntFunction<Optional<Instant>> firstPassed) {
    Lesson lesson = stop.lesson();
    String chapter = "Chapter %d · %s".formatted(lesson.number(), lesson.title());
    if (stop instanceof Stop.NotYet notYet) {
      out.println(style.heading(chapter) + ": not there yet");
      out.println();
      line("missing", "%s, asked by %s".formatted(notYet.missing(), notYet.question().name()));
      printWhatToWrite(lesson);
    } else if (stop instanceof Stop.Wrong wrong) {
      out.println(style.heading(chapter) + ": not right yet");
      out.println();
      printWrong(wrong);
      line("functions", functions(lesson));
      line("hint", lesson.hint(wrong.entry().position().entry().replaceFirst("\\[.*", "")));
    } else {
      out.println(style.heading(chapter) + ": no usable answer");
      out.println();
      line("asked by", stop.question().name());
      if (lesson.number() == 1 && firstPassed.apply(1).isEmpty()) {
        line("write", lesson.write());
        line("hint", lesson.hint(""));
      }
    }
    firstPassed
        .apply(lesson.number())
        .ifPresent(
            time ->
                line(
                    "before",
                    "This chapter was right before, for the first time on %s."
                        .formatted(local(time))));
    line("read", lesson.path());
    out.println();
    out.println("Next: " + next(stop));
  }

  private void printWhatToWrite(Lesson lesson) {
    if (!lesson.asks().names().isEmpty()) {
      line("asks for", String.join(", ", lesson.asks().names()));
    }
    if (!lesson.functions().isEmpty()) {
      line("functions", functions(lesson));
    }
    line("write", lesson.write());
  }

  private void printWrong(Stop.Wrong wrong) {
    ComparedEntry entry = wrong.entry();
    line("wrong", "%s: %s".formatted(entry.position().entry(), place(entry.position())));
    String values = "expected %s, found %s";
    line("", values.formatted(Numbers.full(entry.expected()), Numbers.full(entry.actual())));
    int colon = wrong.terms().indexOf(": ");
    line("should be", wrong.terms().substring(0, colon));
    line("", wrong.terms().substring(colon + 2));
    if (wrong.mistakes().isEmpty()) {
      line("mistake", "none of the known mistakes gives this number");
    } else {
      line("mistake", String.join(", or ", wrong.mistakes()));
      String first = wrong.mistakes().get(0).split(" ")[0];
      line("", "gives these very numbers: 'backprop mistakes %s' explains it".formatted(first));
    }
  }

  /** Layers count from 1 in an entry's name, but from 0 in JSON. */
  private static String place(Position position) {
    if (position.quantity().isEmpty()) {
      return "the cost of the whole batch";
    }
    String layer =
        "layers[%d] of your answer, neuron %d".formatted(position.layer() - 1, position.neuron());
    return switch (position.quantity().get().shape()) {
      case PER_NEURON -> layer;
      case PER_SAMPLE -> layer + ", sample " + position.second();
      case PER_WEIGHT -> layer + ", input " + position.second();
    };
  }

  private String next(Stop stop) {
    String questions =
        "backprop follow --show %d prints its questions, to try them by hand."
            .formatted(stop.lesson().number());
    if (stop instanceof Stop.Wrong wrong) {
      Position position = wrong.entry().position();
      String entry = position.quantity().isEmpty() ? "" : " --entry '" + position.entry() + "'";
      return "backprop explain %s%s shows every term of it."
          .formatted(wrong.question().name(), entry);
    }
    return stop instanceof Stop.NotYet ? "write it, save, and run this again." : questions;
  }

  private String functions(Lesson lesson) {
    List<String> names =
        lesson.functions().stream()
            .map(name -> language.map(known -> known.function(name)).orElse(name))
            .toList();
    return String.join(", ", names);
  }

  private static String local(Instant time) {
    return TIME.withZone(ZoneId.systemDefault()).format(time);
  }

  private void line(String label, String text) {
    boolean first = true;
    for (String line : wrapped(text)) {
      out.println(
          first ? "  " + style.faint("%-12s".formatted(label)) + " " + line : INDENT + line);
      first = false;
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() > 0 && INDENT.length() + line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder();
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
