package backprop.parity.cli;

import backprop.parity.cases.InvalidInput;
import backprop.parity.course.CourseScreen;
import backprop.parity.course.FileChanges;
import backprop.parity.course.LearnersFile;
import backprop.parity.course.Lecture;
import backprop.parity.course.Memory;
import backprop.parity.course.Report;
import backprop.parity.course.Stop;
import backprop.parity.course.TrainingScreen;
import backprop.parity.explain.Style;
import backprop.parity.explain.Terminal;
import backprop.parity.sources.candidate.NoUsableAnswer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One learner's way through the course: asked once, or after every save. */
final class Following {
  private static final long LOOK_EVERY_MILLISECONDS = 200;

  /** Longer than any loop over so few numbers, on however busy a machine. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(3);

  private final String command;
  private final NamedFiles files;
  private final String remembered;
  private final Duration timeout;
  private final Path progressFile;
  private final Progress progress = new Progress(System.err);

  /**
   * @param timeout for one answer
   * @param progressFile where to remember
   */
  Following(String command, Duration timeout, Path progressFile) {
    this.command = command;
    this.files = new NamedFiles(command);
    this.remembered = files.spelledOnce();
    this.timeout = timeout;
    this.progressFile = progressFile;
  }

  /** Asks once; the exit code. */
  int once() {
    files.requireProgram();
    Report report;
    try (Lecture lecture = new Lecture(command, timeout, LONGEST_CALL, progress::print)) {
      report = lecture.hold();
      if (report.stop().isEmpty()) {
        show(report);
        return train(lecture);
      }
      lecture.finish();
    }
    if (report.stop().orElse(null) instanceof Stop.NoAnswer stop
        && stop.problem().kind() == NoUsableAnswer.Kind.NOT_FOUND) {
      System.err.println(command + ": the shell finds no such program; is it misspelt?");
      return Backprop.NO_USABLE_ANSWER;
    }
    show(report);
    return report.stop().get() instanceof Stop.NoAnswer ? Backprop.NO_USABLE_ANSWER : 1;
  }

  /** The learner's own program learns, and what to do after that; the exit code. */
  private int train(Lecture lecture) {
    boolean learnt =
        new TrainingScreen(new Style(Terminal.colours()), System.out).print(lecture.candidate());
    lecture.finish();
    if (!learnt) {
      return 1;
    }
    System.out.println();
    Afterwards.print(command, System.out);
    return 0;
  }

  private void show(Report report) {
    Optional<Memory> memory = memory();
    if (report.stop().orElse(null) instanceof Stop.NoAnswer noAnswer && !Terminal.canWriteOver()) {
      // The screen says more, but a script may read nothing else.
      System.err.printf("case %s: %s%n", noAnswer.question().name(), noAnswer.problem().reason());
    }
    CourseScreen screen =
        new CourseScreen(
            files.program().flatMap(LearnersFile::of),
            chapter -> memory.flatMap(known -> known.firstPassed(remembered, chapter)),
            new Style(Terminal.colours()),
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
      Optional<Memory> memory = memory();
      memory.ifPresent(known -> known.forget(remembered));
      memory.ifPresent(this::save);
    }
  }

  /** Not to remember is no reason to stop. */
  private Optional<Memory> memory() {
    try {
      return Optional.of(Memory.of(progressFile));
    } catch (InvalidInput problem) {
      progress.print(problem.getMessage() + " Nothing is remembered.");
      return Optional.empty();
    }
  }

  private void save(Memory memory) {
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
      System.out.printf("Waiting until %s is saved; Ctrl-C ends this.%n", names);
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
      return Backprop.NO_USABLE_ANSWER;
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
