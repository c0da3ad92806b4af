package backprop.parity.cli;

import backprop.parity.io.PathName;
import backprop.parity.model.Printable;
import backprop.parity.options.DecimalConverter;
import backprop.parity.terminal.ShellWord;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What was typed wrong, in a sentence that names it as it was typed. */
final class UsageProblem {
  private static final String LARGEST = ", of at most ";

  private UsageProblem() {}

  static String sentence(ParameterException problem, String[] arguments) {
    boolean unreadable = String.valueOf(problem.getMessage()).startsWith("Invalid value for ");
    if (unreadable && problem.getArgSpec() != null) {
      ArgSpec argument = problem.getArgSpec();
      String expected = expected(argument.auxiliaryTypes()[0], problem.getValue());
      if (!expected.isEmpty()) {
        String value = ShellWord.of(Printable.part(problem.getValue()));
        String option = argument instanceof OptionSpec named ? typed(named, arguments) + " " : "";
        return "%s%s: expected %s.".formatted(option, value, expected);
      }
    }
    return withStop(problem.getMessage());
  }

  /** Empty for a type that speaks for itself. */
  private static String expected(Class<?> type, String value) {
    if (type == Double.class || type == double.class) {
      return DecimalConverter.expected(value);
    }
    if (type == Path.class) {
      return PathName.EXPECTED;
    }
    String whole = "a whole number such as 12";
    boolean large = value.matches("[+-]?[0-9]+");
    if (type == Integer.class || type == int.class) {
      return large ? whole + LARGEST + Integer.MAX_VALUE : whole;
    }
    if (type == Long.class || type == long.class) {
      return large ? whole + LARGEST + Long.MAX_VALUE : whole;
    }
    return "";
  }

  /** Of an option with two names, the one that was used. */
  private static String typed(OptionSpec option, String[] arguments) {
    return Arrays.stream(option.names())
        .filter(
            name ->
                Arrays.stream(arguments)
                    .anyMatch(word -> word.equals(name) || word.startsWith(name + "=")))
        .findFirst()
        .orElse(option.names()[0]);
  }

  /** The parser's own words on one line. */
  static String withStop(String message) {
    String line = message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    return line.endsWith(".") ? line : line + ".";
  }
}
