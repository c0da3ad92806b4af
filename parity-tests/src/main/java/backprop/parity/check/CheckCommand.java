package backprop.parity.check;

import backprop.parity.gradients.GradientDigest;
import backprop.parity.io.CaseReader;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.CaseArgument;
import backprop.parity.options.CaseLimits;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateProgram;
import backprop.parity.sources.candidate.Interview;
import backprop.parity.sources.candidate.RecordedResults;
import backprop.parity.suites.BuiltInCases;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.StressSuite;
import backprop.parity.terminal.ExitCode;
import backprop.parity.terminal.ProgressLine;
import backprop.parity.terminal.ShellWord;
import backprop.parity.terminal.Terminal;
import backprop.parity.terminal.TextStyle;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares somebody's program, or what it has recorded, with the loops. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Check the gradients of your program, in any language.",
      "",
      "Your program reads one case per line of standard input, in JSON, and answers each with one"
          + " line of JSON on standard output, flushed; it ends at the end of its input. Anything"
          + " else it has to say belongs on standard error. 'backprop gradients mazur' shows an"
          + " answer.",
      "",
      "There is no tolerance to choose: every number may differ by as much as rounding can explain.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  backprop check --command 'perl mine.pl'",
      "      ask a program everything",
      "  backprop check --command 'perl mine.pl' --bits",
      "      demand every bit of the loops",
      "  backprop check --command 'perl mine.pl' --only sigmoid,sum,one-sample",
      "      ask only what it knows; names are those of the case files, and shapes",
      "  backprop check --command 'python3 mine.py' --cases mazur my-cases/",
      "      ask built-in or own cases",
      "  backprop check --command ./mine --precision float --stress",
      "      a program in single precision, on ill-conditioned networks too",
      "  backprop check --case my-case.json --result my-result.json",
      "      look at results that were written to a file",
      ""
    })
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CaseLimits limits;
  @Mixin private CandidateOptions options;
  @Mixin private ReportOptions reports;

  @Option(
      names = "--command",
      paramLabel = "COMMAND",
      description = "How to start your program, as you would type it in a shell.")
  private String command;

  @Option(
      names = "--case",
      paramLabel = "FILE",
      description = "The cases that --result answers, instead of a command.")
  private String caseFile;

  @Option(names = "--result", paramLabel = "FILE", description = "Results, one or JSON Lines.")
  private Path resultFile;

  @Option(
      names = "--cases",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Ask these files, folders or built-in cases instead of the built-in suite.")
  private List<String> casePaths = List.of();

  @Option(
      names = "--stress",
      description =
          "Ask ill-conditioned networks, too: a program that agrees on the others but loses accuracy"
              + " here is fragile, not wrong.")
  private boolean stress;

  @Option(
      names = "--bits",
      description =
          "Demand the 64 bits of the loops of every number (EXACT.md); of a zero, either sign.")
  private boolean bits;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Ask every case with this learning rate, for a program that knows no other.")
  private Double learningRate;

  @Option(
      names = "--all-at-once",
      description =
          "Write all cases and end the input before the first answer is read, for a program that"
              + " reads to the end first.")
  private boolean allAtOnce;

  @Option(names = "--json", description = "Write the verdict as one line of JSON.")
  private boolean json;

  private final Map<String, String> pathOfCase = new HashMap<>();

  @Override
  public Integer call() {
    requireOptionsThatFit();
    Precision precision = options.precision(spec);
    Duration timeout = options.timeout(spec);
    List<Case> cases = mildCases();
    CaseOutcomes outcomes = new CaseOutcomes(reports.expectedFailures(name -> isCase(name, cases)));
    reports.requireWritable();
    List<Case> mild = builtIn() ? enough(cases) : selected(cases);
    List<Case> hard = stress ? selected(StressSuite.cases()) : List.of();
    if (mild.isEmpty() && hard.isEmpty()) {
      throw new InvalidInput(options.selectionText() + ": no case uses nothing else.");
    }
    ProgressLine progress = new ProgressLine(System.err);
    if (bits) {
      return checkBits(mild, hard, timeout, progress);
    }
    Verdict verdict;
    List<Case> questions = Stream.concat(mild.stream(), hard.stream()).toList();
    try (Candidate candidate = candidate(questions, timeout, progress)) {
      verdict = new Check(candidate, precision, outcomes, progress).run(mild, hard);
    }
    boolean answered = verdict.kind() != Verdict.Kind.NO_ANSWER;
    if (!answered) {
      System.err.println(verdict.note());
    }
    outcomes.notes().forEach(System.err::println);
    reports.write(outcomes.all());
    if (json) {
      System.out.println(VerdictJson.of(verdict));
    } else if (reports.tap()) {
      System.out.print(TapReport.of(outcomes.all()));
      screen(verdict, answered).lines().forEach(line -> System.out.println(("# " + line).strip()));
    } else {
      System.out.print(screen(verdict, answered));
    }
    return exitCode(verdict, outcomes);
  }

  private int checkBits(List<Case> mild, List<Case> hard, Duration timeout, ProgressLine progress) {
    List<Case> cases = Stream.concat(mild.stream(), hard.stream()).toList();
    boolean everything = command != null && casePaths.isEmpty() && options.isEverything();
    boolean digestible = everything && learningRate == null && !allAtOnce;
    List<Case> digested = digestible ? GradientDigest.suite() : List.of();
    BitVerdict verdict;
    try (Candidate candidate = candidate(cases, timeout, progress)) {
      verdict = new BitCheck(candidate, progress).run(cases, digested);
    }
    if (verdict.kind() == Verdict.Kind.NO_ANSWER) {
      System.err.println(verdict.note());
    }
    if (json) {
      System.out.println(VerdictJson.of(verdict.verdict()));
    } else if (verdict.kind() != Verdict.Kind.NO_ANSWER) {
      new BitScreen(Terminal.style(), System.out).print(verdict);
    }
    return switch (verdict.kind()) {
      case AGREES, FRAGILE -> 0;
      case DISAGREES -> 1;
      case NO_ANSWER -> ExitCode.NO_USABLE_ANSWER;
    };
  }

  private String screen(Verdict verdict, boolean answered) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    TextStyle style = reports.tap() ? TextStyle.plain() : Terminal.style();
    if (answered) {
      PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
      new VerdictScreen(style, this::argumentOf, whenItAgrees(), out).print(verdict);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private static int exitCode(Verdict verdict, CaseOutcomes outcomes) {
    return switch (verdict.kind()) {
      case AGREES, FRAGILE -> outcomes.agreedUnexpectedly() ? 1 : 0;
      case DISAGREES -> 1;
      case NO_ANSWER -> ExitCode.NO_USABLE_ANSWER;
    };
  }

  private static boolean isCase(String name, List<Case> cases) {
    return cases.stream().anyMatch(question -> question.name().equals(name))
        || BuiltInCases.named(name).isPresent();
  }

  private void requireOptionsThatFit() {
    if (json && reports.tap()) {
      throw usage("expected either --json or --tap: both are written to standard output");
    }
    if (bits && (reports.isAsked() || options.precision(spec) != Precision.DOUBLE)) {
      throw usage("--bits goes with neither a report, nor expected failures, nor --precision");
    }
    boolean recorded = caseFile != null || resultFile != null;
    if (recorded == (command != null)) {
      throw usage(
          "expected either --command (its cases are --cases), or --case and --result together");
    }
    if (recorded && (caseFile == null || resultFile == null)) {
      throw usage("expected --case and --result together");
    }
    if (recorded && (allAtOnce || options.isPlain())) {
      throw usage("--plain and --all-at-once are for --command: a recorded result is JSON");
    }
    if (recorded && (stress || !casePaths.isEmpty())) {
      throw usage("--cases and --stress are for --command: a result answers its own case");
    }
    if (learningRate != null && learningRate <= 0.0) {
      throw usage("--learning-rate " + learningRate + ": expected a number above 0");
    }
    if (command != null && command.isBlank()) {
      throw usage("--command: expected a command, found nothing");
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private List<Case> mildCases() {
    CaseReader reader = limits.reader();
    List<String> paths = caseFile == null ? casePaths : List.of(caseFile);
    if (paths.isEmpty()) {
      return DefaultSuite.cases();
    }
    List<Case> cases = new ArrayList<>();
    for (String path : paths) {
      for (Case question : CaseArgument.read(path, reader)) {
        pathOfCase.put(question.name(), path);
        cases.add(question);
      }
    }
    return cases;
  }

  private String whenItAgrees() {
    if (resultFile != null) {
      return "--command asks a whole program.";
    }
    return stress
        ? "backprop fuzz makes up networks until one of them fails."
        : "--stress asks ill-conditioned networks, too.";
  }

  /** What to type for a case: the path it came from, or the name of a built-in one. */
  private String argumentOf(String caseName) {
    return ShellWord.of(pathOfCase.getOrDefault(caseName, caseName));
  }

  private List<Case> selected(List<Case> cases) {
    return options.selection().of(cases).stream().map(this::atLearningRate).toList();
  }

  private boolean builtIn() {
    return caseFile == null && casePaths.isEmpty();
  }

  /** Of the built-in suite and, where it has too few of a kind, more of them. */
  private List<Case> enough(List<Case> cases) {
    return options.selection().enoughOf(cases).stream().map(this::atLearningRate).toList();
  }

  private Case atLearningRate(Case question) {
    return learningRate == null ? question : question.withLearningRate(learningRate);
  }

  private Candidate candidate(List<Case> questions, Duration timeout, ProgressLine progress) {
    if (resultFile != null) {
      return new RecordedResults(resultFile, limits.limits());
    }
    CandidateProgram program =
        CandidateProgram.start(
            command, Interview.whole(timeout, options.protocol(), progress::print));
    if (allAtOnce) {
      program.askAll(questions);
    }
    return program;
  }
}
