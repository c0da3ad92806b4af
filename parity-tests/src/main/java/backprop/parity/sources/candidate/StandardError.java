package backprop.parity.sources.candidate;

import backprop.parity.model.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What a program writes on stderr: passed on line by line, and the end remembered.
 *
 * <p>Everything is read, so that the program never waits for somebody to listen.
 */
final class StandardError {
  private static final int LONGEST_LINE = 2_000;
  private static final int LINES_REMEMBERED = 40;
  private static final int LINES_QUOTED = 3;

  private final Consumer<String> listener;
  private final Deque<String> last = new ArrayDeque<>();
  private final Thread reader;

  /**
   * Starts to listen.
   *
   * @param listener is given every line
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
    listener.accept(line);
  }

  /** The last lines as the end of a message, or nothing; waits a moment for those under way. */
  String ending(long milliseconds) {
    try {
      reader.join(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    List<String> lastLines = lastLines();
    String lines =
        lastLines.stream()
            .skip(StrictMath.max(0, lastLines.size() - LINES_QUOTED))
            .filter(line -> !line.isBlank())
            .map(line -> QuotedText.of(line, 200))
            .collect(Collectors.joining(", "));
    return lines.isEmpty() ? "" : " Its last words on stderr: " + lines + ".";
  }

  /** The last lines so far. */
  List<String> lastLines() {
    synchronized (last) {
      return List.copyOf(last);
    }
  }
}
