package backprop.parity.sources.candidate;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The lines that a program writes on stdout, read ahead by no more than a few: a program that never
 * stops writing has to wait.
 */
final class StandardOutput {
  /** The longest line: 64 MiB, as much as a file may have. */
  static final int LONGEST_LINE = 64 << 20;

  /** What there is to read next. */
  sealed interface Event permits Line, TooLong, End {}

  /** A whole line. */
  record Line(String text) implements Event {}

  /** A line that goes on past the limit, and how it begins. */
  record TooLong(String beginning) implements Event {}

  /** Nothing more will come. */
  record End() implements Event {}

  private static final int READ_AHEAD = 2;

  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(READ_AHEAD);

  /** Starts to read. */
  StandardOutput(InputStream input) {
    Thread reader = new Thread(() -> readAll(input), "candidate-stdout");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll(InputStream input) {
    BoundedLines lines = new BoundedLines(input, LONGEST_LINE);
    try {
      try {
        for (String line = lines.next(); line != null; line = lines.next()) {
          if (lines.isShortened()) {
            events.put(new TooLong(line.substring(0, StrictMath.min(line.length(), 1_000))));
            return;
          }
          events.put(new Line(line));
        }
      } catch (OutOfMemoryError tooLong) {
        events.put(new TooLong(""));
        return;
      } catch (IOException ended) {
        // The program was ended while it was writing: the same as the end.
      }
      events.put(new End());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What comes within that time, or null. */
  Event next(long milliseconds) {
    try {
      return events.poll(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return new End();
    }
  }
}
