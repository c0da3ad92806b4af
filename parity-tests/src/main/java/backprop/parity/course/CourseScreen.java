package backprop.parity.course;

import backprop.parity.terminal.TextStyle;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.IntFunction;

/** How far a learner is, on one screen: the chapters, then what is not right and what to do next. */
public final class CourseScreen {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Optional<LearnersFile> file;
  private final int hint;
  private final IntFunction<Optional<Instant>> firstPassed;
  private final TextStyle style;
  private final PrintStream out;

  /**
   * @param file of the program, empty if it is in none of the starters' languages
   * @param hint how many stages of a hint are asked for
   * @param firstPassed when a chapter was right before, by its number
   */
  public CourseScreen(
      Optional<LearnersFile> file,
      int hint,
      IntFunction<Optional<Instant>> firstPassed,
      TextStyle style,
      PrintStream out) {
    this.file = file;
    this.hint = hint;
    this.firstPassed = firstPassed;
    this.style = style;
    this.out = out;
  }

  /** Prints everything but why there is no answer, which is an error and belongs elsewhere. */
  public void print(CourseReport report) {
    for (Lesson lesson : Course.lessons()) {
      out.println(line(lesson, report));
    }
    out.println();
    if (report.stop().isPresent()) {
      LessonProblem stop = report.stop().get();
      Optional<String> before = before(stop.lesson());
      new LessonProblemScreen(file, hint, style, out).print(stop, before);
    }
  }

  private String line(Lesson lesson, CourseReport report) {
    Optional<String> before = before(lesson);
    String chapter = "%d  %s".formatted(lesson.number(), lesson.title());
    if (report.passed().contains(lesson)) {
      String since = before.map(time -> style.faint("since " + time)).orElse("new");
      return "%s %-30s %s".formatted(style.verdict(true, "✓"), chapter, since);
    }
    if (report.stop().filter(stop -> stop.blames(lesson)).isEmpty()) {
      String known = before.isPresent() ? "was right, not asked this time" : "";
      return style.faint("  %-30s %s".formatted(chapter, known).stripTrailing());
    }
    boolean next = report.stop().get() instanceof LessonProblem.NotYet && before.isEmpty();
    return (next ? style.caution("→") : style.verdict(false, "✗")) + " " + chapter;
  }

  private Optional<String> before(Lesson lesson) {
    return firstPassed
        .apply(lesson.number())
        .map(time -> TIME.withZone(ZoneId.systemDefault()).format(time));
  }
}
