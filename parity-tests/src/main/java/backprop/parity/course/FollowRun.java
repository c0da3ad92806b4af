package backprop.parity.course;

import backprop.parity.model.InvalidInput;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.terminal.ExitCode;
import backprop.parity.terminal.ProgressLine;
import backprop.parity.terminal.Terminal;
import backprop.parity.terminal.Wrapped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One learner's way through the course: asked once, or after every save. */
final class FollowRun {
  private static final long LOOK_EVERY_MILLISECONDS = 200;

  /** Longer than any loop over so few numbers, on however busy a machine. */
  static final Duration LONGEST_CALL = Duration.ofSeconds(3);

  private final String command;
  private final CommandFiles files;
  private final String remembered;
  private final Duration timeout;
  private final int hint;
  private final Path progressFile;
  private final ProgressLine progress = new ProgressLine(System.err);

  /**
   * @param timeout for one answer
   * @param hint how many stages of a hint are asked for
   * @param progressFile where to remember
   */
  FollowRun(String command, Duration timeout, int hint, Path progressFile) {
    this.command = command;
    this.files = new CommandFiles(command);
    this.remembered = files.spelledOnce();
    this.timeout = timeout;
    this.hint = hint;
    this.progressFile = progressFile;
  }

  /** Asks once; the exit code. */
  int once() {
    files.requireProgram();
    CourseReport report;
    try (CourseSession lecture =
        new CourseSession(command, timeout, LONGEST_CALL, progress::print)) {
      report = lecture.hold();
      if (report.stop().isEmpty()) {
        show(report);
        return train(lecture);
      }
      lecture.finish();
    }
    if (report.stop().orElse(null) instanceof LessonProblem.NoAnswer stop
        && stop.problem().kind() == NoUsableAnswer.Kind.NOT_FOUND) {
      System.err.println(command + ": the shell finds no such program; is it misspelt?");
      return ExitCode.NO_USABLE_ANSWER;
    }
    show(report);
    return report.stop().get() instanceof LessonProblem.NoAnswer ? ExitCode.NO_USABLE_ANSWER : 1;
  }

  /** The learner's own program learns, and what to do after that; the exit code. */
  private int train(CourseSession lecture) {
    boolean learnt =
        new CourseTrainingScreen(Terminal.style(), System.out).print(lecture.candidate());
    lecture.finish();
    if (!learnt) {
      return 1;
    }
    System.out.println();
    NextSteps.print(command, System.out);
    return 0;
  }

  private void show(CourseReport report) {
    Optional<CourseProgress> memory = memory();
    if (report.stop().orElse(null) instanceof LessonProblem.NoAnswer noAnswer
        && !Terminal.canWriteOver()) {
      // The screen says more, but a script may read nothing else.
      System.err.printf("case %s: %s%n", noAnswer.question().name(), noAnswer.problem().reason());
    }
    CourseScreen screen =
        new CourseScreen(
            files.program().flatMap(LearnersFile::of),
            hint,
            chapter -> memory.flatMap(known -> known.firstPassed(remembered, chapter)),
            Terminal.style(),
            System.out);
    screen.print(report);
    if (!report.passed().isEmpty()) {
      memory.ifPresent(known -> known.remember(remembered, report, Instant.now()));
      memory.ifPresent(this::save);
    }
  }

  /** Forgets what was remembered of the command, because its program begins anew. */
  void forget() {
    if (Files.exists(progressFile)) {
      Optional<CourseProgress> memory = memory();
      memory.ifPresent(known -> known.forget(remembered));
      memory.ifPresent(this::save);
    }
  }

  /** Not to remember is no reason to stop. */
  private Optional<CourseProgress> memory() {
    try {
      return Optional.of(CourseProgress.of(progressFile));
    } catch (InvalidInput problem) {
      progress.print(problem.getMessage() + " Nothing is remembered.");
      return Optional.empty();
    }
  }

  private void save(CourseProgress memory) {
    try {
      memory.save();
    } catch (InvalidInput problem) {
      progress.print(problem.getMessage() + " Nothing is remembered.");
    }
  }

  /** Asks after every save, until every chapter is right; the exit code. */
  int watch(List<Path> watched) {
    String names = String.join(", ", watched.stream().map(Path::toString).toList());
    while (true) {
      FileChanges changes = new FileChanges(watched);
      int exitCode = onceWhateverHappens();
      if (exitCode == 0) {
        return exitCode;
      }
      System.out.println();
      String waiting = "Waiting until %s is saved; Ctrl-C ends this.".formatted(names);
      Wrapped.lines(waiting, Terminal.width()).forEach(System.out::println);
      System.out.flush();
      while (!changes.appear()) {
        if (!pause()) {
          return exitCode;
        }
      }
      System.out.printf("%n── saved at %tT ──%n%n", LocalTime.now());
    }
  }

  private int onceWhateverHappens() {
    try {
      return once();
    } catch (NoUsableAnswer | InvalidInput problem) {
      System.err.println(problem.getMessage());
      return ExitCode.NO_USABLE_ANSWER;
    }
  }

  private static boolean pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLISECONDS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
