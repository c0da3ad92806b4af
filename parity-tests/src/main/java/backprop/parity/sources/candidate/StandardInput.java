package backprop.parity.sources.candidate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes lines to a program's stdin in a thread of its own: a program that does not read makes only
 * that thread wait.
 */
final class StandardInput {
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();

  StandardInput(OutputStream output) {
    Thread writer = new Thread(() -> writeAll(output), "candidate-stdin");
    writer.setDaemon(true);
    writer.start();
  }

  private void writeAll(OutputStream output) {
    try (output) {
      Optional<String> line = lines.take();
      while (line.isPresent()) {
        output.write((line.get() + "\n").getBytes(StandardCharsets.UTF_8));
        output.flush();
        line = lines.take();
      }
    } catch (IOException unread) {
      // The program closed its stdin or ended: the thread that waits for its answer will notice.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void send(String line) {
    lines.add(Optional.of(line));
  }

  void end() {
    lines.add(Optional.empty());
  }
}
