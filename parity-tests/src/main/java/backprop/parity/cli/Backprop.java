package backprop.parity.cli;

import backprop.parity.check.CheckCommand;
import backprop.parity.course.FollowCommand;
import backprop.parity.explain.ExplainCommand;
import backprop.parity.fuzz.FuzzCommand;
import backprop.parity.gallery.MistakesCommand;
import backprop.parity.golden.SuiteCommand;
import backprop.parity.gradients.GradientsCommand;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.DecimalConverter;
import backprop.parity.page.PageCommand;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.terminal.ExitCode;
import backprop.parity.terminal.Terminal;
import backprop.parity.training.TrainCommand;
import java.io.FileDescriptor;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: {@code java -jar backprop.jar COMMAND}. */
@Command(
    name = "backprop",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    description = "Backpropagation written twice: see it, and check your own against it.",
    footerHeading = "%nExit codes:%n",
    footer = {
      "  0  agrees, or done",
      "  1  disagrees",
      "  2  bad input or usage",
      "  3  the candidate gave no usable answer",
      "  130, 143, 129  interrupted by Ctrl-C, TERM, HUP; what --save asks for is saved"
    })
public final class Backprop implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ExplainCommand.class,
          GradientsCommand.class,
          CheckCommand.class,
          FuzzCommand.class,
          SuiteCommand.class,
          MistakesCommand.class,
          PageCommand.class,
          TrainCommand.class,
          FollowCommand.class);

  @Spec private CommandSpec spec;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  private boolean stacktrace;

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT); // numbers as JSON and source code write them, everywhere
    StandardStream output = new StandardStream(FileDescriptor.out);
    System.setOut(output.inUtf8());
    System.setErr(new StandardStream(FileDescriptor.err).inUtf8());
    System.setIn(StandardInput.orNothing(System.in));
    int exitCode = run(arguments);
    System.out.flush();
    if (!output.failure().isEmpty()) {
      System.err.printf("Standard output could not be written: %s.%n", output.failure());
      exitCode = ExitCode.BAD_INPUT;
    }
    System.exit(exitCode);
  }

  private static int run(String[] arguments) {
    try {
      return commandLine(arguments).execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError tooLarge) {
      System.err.println("This needs more memory than the JVM has: java -Xmx8g -jar … gives more.");
      return ExitCode.BAD_INPUT;
    }
  }

  /**
   * The commands and how their errors are shown.
   *
   * <p>All of them, unless the first argument names one: that one alone is read sooner.
   */
  public static CommandLine commandLine(String... arguments) {
    Backprop backprop = new Backprop();
    CommandLine commandLine = new CommandLine(backprop);
    asked(arguments).forEach(commandLine::addSubcommand);
    commandLine.setColorScheme(Help.defaultColorScheme(Terminal.colours()));
    commandLine
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
    UsageLines.wrap(commandLine);
    commandLine.setExpandAtFiles(false);
    commandLine.setOut(new PrintWriter(System.out, true));
    commandLine.setErr(new PrintWriter(System.err, true));
    commandLine.setParameterExceptionHandler(Backprop::showUsageError);
    commandLine.registerConverter(Double.class, new DecimalConverter());
    commandLine.registerConverter(double.class, new DecimalConverter());
    commandLine.setExecutionStrategy(Backprop::executeOnce);
    commandLine.setExecutionExceptionHandler(
        (problem, failed, parsed) -> backprop.showError(problem));
    return commandLine;
  }

  private static List<Class<?>> asked(String... arguments) {
    Optional<Class<?>> named =
        Stream.of(arguments)
            .limit(1)
            .flatMap(first -> COMMANDS.stream().filter(command -> name(command).equals(first)))
            .findFirst();
    return named.<List<Class<?>>>map(List::of).orElse(COMMANDS);
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private static int executeOnce(ParseResult parsed) {
    RepeatedOptions.refuse(parsed);
    return new RunLast().execute(parsed);
  }

  private static int showUsageError(ParameterException problem, String[] arguments) {
    String command = problem.getCommandLine().getCommandSpec().qualifiedName();
    System.err.printf("%s See '%s --help'.%n", UsageProblem.sentence(problem, arguments), command);
    return ExitCode.BAD_INPUT;
  }

  private int showError(Exception problem) {
    if (stacktrace) {
      problem.printStackTrace();
    } else if (problem instanceof InvalidInput || problem instanceof NoUsableAnswer) {
      System.err.println(problem.getMessage());
    } else {
      System.err.printf(
          "Unexpected: %s Run again with --stacktrace to see where.%n",
          UsageProblem.withStop(problem.toString()));
    }
    return problem instanceof NoUsableAnswer ? ExitCode.NO_USABLE_ANSWER : ExitCode.BAD_INPUT;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "expected a command such as explain or check");
  }
}
