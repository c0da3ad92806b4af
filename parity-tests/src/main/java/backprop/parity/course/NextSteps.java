package backprop.parity.course;

import backprop.parity.terminal.ShellWord;
import java.io.PrintStream;

/** Where somebody goes who has finished the course. */
final class NextSteps {
  private static final String KNOWN = "--only sigmoid,half-squared-error";

  private NextSteps() {}

  /**
   * Prints what to type, and why.
   *
   * @param command that starts the learner's program
   */
  static void print(String command, PrintStream out) {
    String program = "--command " + ShellWord.of(command);
    out.println("Next: chapter 10, parity-tests/tutorial/10-check-your-own.md. Your program meets");
    out.println("  the project's own networks, ill-conditioned ones, too:");
    out.printf("    backprop check %s --stress %s%n", KNOWN, program);
    out.println("  networks made up until one of them finds a mistake:");
    out.printf("    backprop fuzz %s %s%n", KNOWN, program);
    out.println("  the matrix track: place every T, and compute the gradients by your products:");
    out.printf("    backprop follow --products products.txt %s%n", program);
  }
}
