package backprop.parity.course;

import backprop.parity.check.AnswerTimeout;
import backprop.parity.io.JsonWriter;
import backprop.parity.model.InvalidInput;
import backprop.parity.terminal.ShellWord;
import backprop.parity.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The code-along course. */
@Command(
    name = "follow",
    mixinStandardHelpOptions = true,
    description = {
      "Write backpropagation yourself, chapter by chapter, and be told whether it is right.",
      "",
      "Your program is asked what the chapters of parity-tests/tutorial ask, one after the other,"
          + " up to the first that is not right. It may be in any language; for Perl, Python,"
          + " JavaScript, Java, C, Rust and Ruby there is a file to start from, with an empty function for each"
          + " thing to write.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  backprop follow --start mine.pl",
      "      write a file to start from (.pl, .py, .mjs, .java, .c, .rs, .rb)",
      "  backprop follow --command 'perl mine.pl'",
      "      which chapter is right, and what comes next",
      "  backprop follow --command 'perl mine.pl' --watch",
      "      the same after every save",
      "  backprop follow --show 4 | perl mine.pl",
      "      try the questions of chapter 4 by hand",
      "  backprop follow --solution 4",
      "      see how chapter 4 can be written",
      "  backprop follow --start from6.pl --chapter 6",
      "      join at chapter 6: what comes before is written already",
      "  backprop follow --products mine.txt",
      "      place every T yourself, in four layouts",
      "  backprop follow --products mine.txt --command 'perl mine.pl'",
      "      compute the gradients again, by your products and your own multiply",
      ""
    })
public final class FollowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private AnswerTimeout timeout;

  @Option(
      names = "--command",
      paramLabel = "COMMAND",
      description = "How to start your program, as you would type it in a shell.")
  private String command;

  @Option(
      names = "--watch",
      paramLabel = "FILE",
      arity = "0..*",
      description =
          "Run again whenever one of these files is saved (default: those that the command names).")
  private List<Path> watched;

  @Option(
      names = "--start",
      paramLabel = "FILE",
      description = "Write a program to start from, into a new or empty file.")
  private Path start;

  @Option(
      names = "--chapter",
      paramLabel = "N",
      description = "With --start: the first chapter that you want to write yourself.")
  private Integer firstChapter;

  @Option(names = "--show", paramLabel = "N", description = "Print the questions of a chapter.")
  private Integer shown;

  @Option(
      names = "--solution",
      paramLabel = "N",
      description = "Print how a chapter can be written, in your language.")
  private Integer solved;

  @Option(
      names = "--language",
      paramLabel = "NAME",
      description =
          "For --solution: perl, python, javascript, java, c, rust or ruby (default: that of the"
              + " files here).")
  private String language;

  @Option(
      names = "--products",
      paramLabel = "FILE",
      description =
          "The matrix track: place the Ts of sixteen products in this file (written if it is not"
              + " there; - for what a program prints). With --command, its multiply and transpose"
              + " then compute the gradients of chapters 3 to 8 by them.")
  private Path products;

  @Option(
      names = "--hint",
      paramLabel = "N",
      defaultValue = "0",
      description = "With --command or --products: 1 to 3 hints, of which the third is the answer.")
  private int hint;

  @Parameters(hidden = true)
  private List<String> words = List.of();

  @Option(
      names = "--progress",
      paramLabel = "FILE",
      description =
          "Where to remember what each of your files has passed (default: ${DEFAULT-VALUE}).")
  private Path progressFile = Path.of(".backprop-follow.json");

  @Override
  public Integer call() {
    requireOptionsThatFit();
    if (start != null) {
      return writeStarter();
    }
    if (shown != null) {
      JsonWriter writer = new JsonWriter(false);
      lesson(shown).cases().forEach(question -> System.out.println(writer.write(question)));
      return 0;
    }
    if (solved != null) {
      System.out.print(new Starter(solutionLanguage()).solution(lesson(solved).number()));
      return 0;
    }
    if (products != null) {
      return placeProducts();
    }
    FollowRun following = new FollowRun(command, timeout.duration(spec), hint, progressFile);
    return watched == null ? following.once() : following.watch(filesToWatch());
  }

  /** The matrix track, with the program that evaluates the products, if there is one. */
  private int placeProducts() {
    ProductsFile file = new ProductsFile(products);
    if (command == null) {
      return look(file, Optional.empty(), Optional.empty());
    }
    CommandFiles files = new CommandFiles(command);
    files.requireProgram();
    try (LearnersMatrices matrices =
        new LearnersMatrices(
            command, timeout.duration(spec), FollowRun.LONGEST_CALL, System.err::println)) {
      return look(file, Optional.of(matrices), files.program().flatMap(LearnersFile::of));
    }
  }

  private int look(
      ProductsFile file, Optional<LearnersMatrices> matrices, Optional<LearnersFile> program) {
    return new MatrixTrack(matrices, program, hint, Terminal.style(), System.out).look(file)
        ? 0
        : 1;
  }

  private void requireOptionsThatFit() {
    if (!words.isEmpty()) {
      throw usage(MeantCommand.of(Optional.ofNullable(command), words));
    }
    Object mode = products == null ? command : products;
    long modes = Stream.of(mode, start, shown, solved).filter(each -> each != null).count();
    if (modes != 1) {
      throw usage(
          "expected --start FILE to begin, --command COMMAND to go on, --show N or --solution N");
    }
    if (command != null && command.isBlank()) {
      throw usage("--command: expected a command, found nothing");
    }
    if (start != null && start.toString().isEmpty()) {
      throw usage("--start: expected a file to write, found nothing");
    }
    if (watched != null && command == null) {
      throw usage("--watch is for --command");
    }
    if (firstChapter != null && start == null) {
      throw usage("--chapter is for --start");
    }
    if (hint < 0 || hint > LessonHints.LAST || hint > 0 && mode == null) {
      throw usage("--hint is for --command and --products: expected 1 to " + LessonHints.LAST);
    }
    if (language != null && solved == null) {
      throw usage("--language is for --solution");
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private Lesson lesson(int number) {
    return Course.lessons().stream()
        .filter(lesson -> lesson.number() == number)
        .findAny()
        .orElseThrow(
            () -> usage("chapter %d: expected 1 to %d".formatted(number, Course.lessons().size())));
  }

  private Language solutionLanguage() {
    if (language == null) {
      Path here = progressFile.toAbsolutePath().getParent();
      return MeantCommand.onlyLanguageIn(here)
          .orElseThrow(
              () -> usage("--solution: expected --language with one of " + Language.all()));
    }
    return Language.named(language)
        .orElseThrow(
            () -> usage("--language %s: expected one of %s".formatted(language, Language.all())));
  }

  private int writeStarter() {
    int first = firstChapter == null ? 1 : lesson(firstChapter).number();
    String run = new StarterFile(start).write(first);
    new FollowRun(run, timeout.duration(spec), 0, progressFile).forget();
    System.out.printf("%s: written; chapter %d is next%n", start, StrictMath.max(2, first));
    System.out.printf("Next: backprop follow --command %s%n", ShellWord.of(run));
    return 0;
  }

  /** The files that the command names, unless others are given. */
  private List<Path> filesToWatch() {
    List<Path> files = watched.isEmpty() ? new CommandFiles(command).there() : watched;
    if (files.isEmpty()) {
      throw usage("--watch: the command names no file that is there, so name one: --watch FILE");
    }
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new InvalidInput(file + ": expected a file to watch, found none.");
      }
    }
    return files;
  }
}
