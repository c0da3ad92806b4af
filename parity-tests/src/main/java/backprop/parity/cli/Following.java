package backprop.parity.cli;

import backprop.parity.cases.InvalidInput;
import backprop.parity.course.Course;
import backprop.parity.course.CourseScreen;
import backprop.parity.course.FileChanges;
import backprop.parity.course.Language;
import backprop.parity.course.Memory;
import backprop.parity.course.Report;
import backprop.parity.course.Stop;
import backprop.parity.course.Teacher;
import backprop.parity.course.TrainingScreen;
import backprop.parity.explain.Style;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateProgram;
import backprop.parity.sources.candidate.NoUsableAnswer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import picocli.CommandLine.Help.Ansi;

/** One learner's way through the course: asked once, or after every save. */
final class Following {
  private static final long LOOK_EVERY_MILLISECONDS = 200;

  private final String command;
  private final Duration timeout;
  private final Path progressFile;
  private final Progress progress = new Progress(System.err);

  /**
   * @param timeout for one answer
   * @param progressFile where to remember
   */
  Following(String command, Duration timeout, Path progressFile) {
    this.command = command;
    this.timeout = timeout;
    this.progressFile = progressFile;
  }

  /**
   * The files that are there among the words of a command. What starts it is one of them only if
   * there is no other: then it is the program itself, and else what runs it.
   */
  static List<Path> filesNamedIn(String command) {
    List<Path> files = new ArrayList<>();
    for (String word : command.split("[\\s'\"]+")) {
      try {
        if (!word.isEmpty() && Files.isRegularFile(Path.of(word))) {
          files.add(Path.of(word));
        }
      } catch (InvalidPathException noFile) {
        // Then it is some other part of the command.
      }
    }
    boolean started =
        files.size() > 1
            && command.matches("['\"]?" + Pattern.quote(files.get(0).toString()) + ".*");
    return started ? files.subList(1, files.size()) : files;
  }

  /** Asks once; the exit code. */
  int once() {
    Report report;
    try (Candidate candidate =
        CandidateProgram.start(command, timeout, Course::read, progress::print)) {
      report = new Teacher(candidate).teach(Course.lessons());
      if (report.stop().isEmpty()) {
        show(report);
        return train(candidate);
      }
      if (report.stop().filter(Stop.NoAnswer.class::isInstance).isEmpty()) {
        candidate.finish().forEach(progress::print);
      }
    }
    show(report);
    return report.stop().get() instanceof Stop.NoAnswer ? Backprop.NO_USABLE_ANSWER : 1;
  }

  /** The learner's own program learns, and what to do after that; the exit code. */
  private int train(Candidate candidate) {
    boolean learnt = new TrainingScreen(new Style(Ansi.AUTO), System.out).print(candidate);
    candidate.finish().forEach(progress::print);
    if (!learnt) {
      return 1;
    }
    System.out.println();
    Afterwards.print(command, System.out);
    return 0;
  }

  private void show(Report report) {
    Optional<Memory> memory = memory();
    if (report.stop().orElse(null) instanceof Stop.NoAnswer noAnswer) {
      System.err.println(noAnswer.sentence());
    }
    CourseScreen screen =
        new CourseScreen(
            language(),
            chapter -> memory.flatMap(known -> known.firstPassed(command, chapter)),
            new Style(Ansi.AUTO),
            System.out);
    screen.print(report);
    memory.ifPresent(known -> known.remember(command, report, Instant.now()));
    memory.ifPresent(this::save);
  }

  private Optional<Language> language() {
    return filesNamedIn(command).stream().flatMap(file -> Language.of(file).stream()).findFirst();
  }

  /** Forgets what was remembered of the command, because its program begins anew. */
  void forget() {
    if (Files.exists(progressFile)) {
      Optional<Memory> memory = memory();
      memory.ifPresent(known -> known.forget(command));
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
  int watch(List<Path> files) {
    String names = String.join(", ", files.stream().map(Path::toString).toList());
    while (true) {
      FileChanges changes = new FileChanges(files);
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
    } catch (NoUsableAnswer problem) {
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
