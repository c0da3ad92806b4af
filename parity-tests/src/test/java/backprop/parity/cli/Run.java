package backprop.parity.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;

/**
 * One command, run as a user would.
 *
 * @param output what it wrote to standard output
 * @param errors what it wrote to standard error
 */
public record Run(int exitCode, String output, String errors) {
  /** The words of standard output, however they are broken into lines. */
  public String words() {
    return output.replaceAll("\\s+", " ");
  }

  /** Runs {@code backprop} with these arguments. */
  public static Run backprop(String... arguments) {
    return of(() -> Backprop.commandLine(arguments).execute(arguments));
  }

  /** Runs a program in this JVM; it gives its exit code. */
  public static Run of(IntSupplier program) {
    PrintStream standardOutput = System.out;
    PrintStream standardError = System.err;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      int exitCode = program.getAsInt();
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
