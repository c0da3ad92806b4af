package backprop.parity.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * One command, run as a user would.
 *
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error
 */
public record Run(int exitCode, String output, String errors) {
  /** Runs {@code backprop} with these arguments. */
  public static Run backprop(String... arguments) {
    PrintStream standardOutput = System.out;
    PrintStream standardError = System.err;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      int exitCode = Backprop.commandLine().execute(arguments);
      return new Run(
          exitCode,
          output.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"),
          errors.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
    } finally {
      System.setOut(standardOutput);
      System.setErr(standardError);
    }
  }
}
