package backprop.parity.terminal;

import java.io.PrintStream;

/** One line on stderr that is written over and over while something runs, on a terminal only. */
public final class ProgressLine {
  private static final String CLEAR_LINE = "\r\u001b[K";

  /** What wraps cannot be written over, so the terminal cuts off what it has no room for. */
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";

  private final PrintStream stream;
  private final boolean terminal;
  private String shown = "";

  public ProgressLine(PrintStream stream) {
    this.stream = stream;
    this.terminal = Terminal.canWriteOver();
  }

  public synchronized void show(String text) {
    if (terminal) {
      shown = NO_WRAP + text + WRAP;
      stream.print(CLEAR_LINE + shown);
      stream.flush();
    }
  }

  /** A line that stays, above the one that is written over. */
  public synchronized void print(String line) {
    clear();
    stream.println(line);
    if (terminal) {
      stream.print(shown);
      stream.flush();
    }
  }

  public synchronized void clear() {
    if (terminal) {
      stream.print(CLEAR_LINE);
      stream.flush();
    }
  }
}
