package backprop.parity.cli;

import java.io.PrintStream;

/** One line on stderr that is written over and over while something runs, on a terminal only. */
final class Progress {
  private static final String CLEAR_LINE = "\r\u001b[K";

  /** What wraps cannot be written over. */
  private static final int WIDTH = 79;

  private final PrintStream stream;
  private final boolean terminal;
  private String shown = "";

  Progress(PrintStream stream) {
    this.stream = stream;
    this.terminal = System.console() != null && isTerminal();
  }

  /** From JDK 22 on there is a console even in a pipe, and only that console knows. */
  private static boolean isTerminal() {
    try {
      return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
    } catch (ReflectiveOperationException olderJdk) {
      return true;
    }
  }

  synchronized void show(String text) {
    if (terminal) {
      shown = text.substring(0, StrictMath.min(WIDTH, text.length()));
      stream.print(CLEAR_LINE + shown);
      stream.flush();
    }
  }

  /** A line that stays, above the one that is written over. */
  synchronized void print(String line) {
    clear();
    stream.println(line);
    if (terminal) {
      stream.print(shown);
      stream.flush();
    }
  }

  synchronized void clear() {
    if (terminal) {
      stream.print(CLEAR_LINE);
      stream.flush();
    }
  }
}
