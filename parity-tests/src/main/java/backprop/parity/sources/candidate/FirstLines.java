package backprop.parity.sources.candidate;

import java.util.function.Consumer;

/** Passes on the first lines, and says once that there are more. */
final class FirstLines implements Consumer<String> {
  /** Lines that are passed on. */
  static final int MOST_LINES_SHOWN = 200;

  private final Consumer<String> listener;
  private int count;

  FirstLines(Consumer<String> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(String line) {
    count++;
    if (count <= MOST_LINES_SHOWN) {
      listener.accept(line);
    } else if (count == MOST_LINES_SHOWN + 1) {
      listener.accept("… (more lines on stderr are not shown)");
    }
  }
}
