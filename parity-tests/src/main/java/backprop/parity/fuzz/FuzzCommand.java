package backprop.parity.fuzz;

import backprop.parity.check.BitScreen;
import backprop.parity.check.BitVerdict;
import backprop.parity.check.CandidateOptions;
import backprop.parity.check.GradientCheck;
import backprop.parity.check.VerdictScreen;
import backprop.parity.fuzz.FuzzTrial.Outcome;
import backprop.parity.fuzz.Fuzzer.Failure;
import backprop.parity.io.JsonWriter;
import backprop.parity.io.WholeFile;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateProgram;
import backprop.parity.sources.candidate.Interview;
import backprop.parity.suites.Selection;
import backprop.parity.terminal.ExitCode;
import backprop.parity.terminal.ProgressLine;
import backprop.parity.terminal.ShellWord;
import backprop.parity.terminal.Terminal;
import backprop.parity.verdict.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks for a network on which a program fails, and makes it small. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = {
      "Find the smallest network on which your program fails.",
      "",
      "Asks random networks until the program fails on one, then makes that one as small as it can"
          + " while the program still fails. The same seed gives the same networks.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  backprop fuzz --command 'perl mine.pl'",
      "  backprop fuzz --command 'perl mine.pl' --only sigmoid,sum --count 200",
      ""
    })
public final class FuzzCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CandidateOptions options;

  @Option(
      names = "--command",
      paramLabel = "COMMAND",
      required = true,
      description = "How to start your program, as you would type it in a shell.")
  private String command;

  @Option(
      names = "--bits",
      description =
          "Demand the 64 bits of the loops of every number (EXACT.md); of a zero, either sign.")
  private boolean bits;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many networks (default: ${DEFAULT-VALUE}).")
  private int count = 1000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which networks (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Where to write the smallest failing network (default: fuzz-SEED.json).")
  private Path file;

  @Override
  public Integer call() {
    if (count < 1) {
      throw new ParameterException(spec.commandLine(), "--count " + count + ": expected 1 or more");
    }
    if (command.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "--command: expected a command, found nothing");
    }
    Path target = file == null ? Path.of("fuzz-" + seed + ".json") : file;
    WholeFile.requireWritable(target);
    Selection selection = options.selection();
    ProgressLine progress = new ProgressLine(System.err);
    try (FuzzTrial trial = new FuzzTrial(() -> start(progress), options.precision(spec), bits)) {
      Fuzzer fuzzer = new Fuzzer(trial, selection, progress::show);
      Optional<Failure> failure = fuzzer.run(seed, count);
      progress.clear();
      return failure.isPresent() ? show(failure.get(), trial, target) : showNone(fuzzer);
    }
  }

  private Candidate start(ProgressLine progress) {
    return CandidateProgram.start(
        command, Interview.whole(options.timeout(spec), options.protocol(), progress::print));
  }

  private int showNone(Fuzzer fuzzer) {
    if (fuzzer.agreed() == 0) {
      System.err.printf(
          "%s: nothing was compared: it supports none of the %d random networks.%n",
          command, fuzzer.unsupported());
      return ExitCode.NO_USABLE_ANSWER;
    }
    String skipped =
        fuzzer.unsupported() == 0
            ? ""
            : "; %d more are not supported by it".formatted(fuzzer.unsupported());
    System.out.printf(
        "%s on %d random networks of seed %d%s%n",
        Terminal.style().verdict(true, "AGREES"), fuzzer.agreed(), seed, skipped);
    System.out.println("Next: " + another());
    return 0;
  }

  private String another() {
    return "--seed %d makes up others.".formatted(seed + 1);
  }

  private int show(Failure failure, FuzzTrial trial, Path target) {
    WholeFile.write(target, new JsonWriter(false).write(failure.smallest()) + "\n");
    if (failure.outcome() == Outcome.BROKE_DOWN) {
      System.err.println(failure.breakdown());
    } else if (bits) {
      BitVerdict verdict = BitVerdict.of(failure.comparison().orElseThrow());
      new BitScreen(Terminal.style(), System.out).print(verdict);
    } else {
      new VerdictScreen(
              Terminal.style(), name -> ShellWord.of(target.toString()), another(), System.out)
          .print(verdict(failure, trial));
    }
    System.out.println();
    if (failure.repeatable()) {
      System.out.printf(
          "The smallest network that fails, of %d tried after %s:%n",
          failure.tries(), failure.found().name());
    } else {
      System.out.println("Asked again, the program answers otherwise: it is not deterministic.");
    }
    System.out.println(new JsonWriter(false).write(failure.smallest()));
    System.out.println();
    String path = ShellWord.of(target.toString());
    System.out.printf("saved as   %s%n", path);
    System.out.printf(
        "reproduce  backprop check%s%s --command %s --cases %s%n",
        bits ? " --bits" : "", options.isPlain() ? " --plain" : "", ShellWord.of(command), path);
    System.out.printf("understand backprop explain %s%n", path);
    return failure.outcome() == Outcome.DISAGREES ? 1 : ExitCode.NO_USABLE_ANSWER;
  }

  /** Judges the smallest network; names the mistake by all the latest, which tell more apart. */
  private Verdict verdict(Failure failure, FuzzTrial trial) {
    GradientCheck check = new GradientCheck(options.precision(spec));
    failure
        .comparison()
        .ifPresent(comparison -> check.add(comparison.question(), comparison.given()));
    return check.verdict(trial.observations());
  }
}
