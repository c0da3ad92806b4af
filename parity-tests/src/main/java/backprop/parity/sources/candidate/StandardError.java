package backprop.parity.sources.candidate;

import backprop.parity.cases.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a program writes on stderr: passed on line by line, up to a limit, and the end remembered.
 *
 * <p>Everything is read, so that the program never waits for somebody to listen.
 */
final class StandardError {
  /** Lines that are passed on before the rest is only counted. */
  static final int MOST_LINES_SHOWN = 200;

  private static final int LONGEST_LINE = 2_000;
  private static final int LINES_REMEMBERED = 3;

  private final Consumer<String> listener;
  private final Deque<String> last = new ArrayDeque<>();
  private final Thread reader;
  private int count;

  /**
   * Starts to listen.
   *
   * @param listener is given every line that is to be shown
   */
  StandardError(InputStream input, Consumer<String> listener) {
    this.listener = listener;
    this.reader = new Thread(() -> readAll(input), "candidate-stderr");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll(InputStream input) {
    BoundedLines lines = new BoundedLines(input, LONGEST_LINE);
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        take(Printable.line(lines.isShortened() ? line + "…" : line));
      }
    } catch (IOException ended) {
      // The program was ended while it was writing: nothing more will come.
    }
  }

  private void take(String line) {
    synchronized (last) {
      last.addLast(line);
      if (last.size() > LINES_REMEMBERED) {
        last.removeFirst();
      }
    }
    count++;
    if (count <= MOST_LINES_SHOWN) {
      listener.accept(line);
    } else if (count == MOST_LINES_SHOWN + 1) {
      listener.accept("… (more lines on stderr are not shown)");
    }
  }

  /** The last lines as the end of a message, or nothing; waits a moment for those under way. */
  String ending(long milliseconds) {
    try {
      reader.join(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    synchronized (last) {
      String lines =
          last.stream()
              .filter(line -> !line.isBlank())
              .map(line -> Quote.of(line, 200))
              .collect(Collectors.joining(", "));
      return lines.isEmpty() ? "" : " Its last words on stderr: " + lines + ".";
    }
  }
}
