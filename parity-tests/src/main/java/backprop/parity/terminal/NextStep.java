package backprop.parity.terminal;

import java.util.List;
import java.util.stream.Stream;

/** What to do next, on the last line of a screen. */
public final class NextStep {
  private static final String LABEL = "Next: ";

  private NextStep() {}

  /**
   * A command to copy and what it does. The command stays on one line, however long it is, and what
   * it does follows below where there is no room beside it.
   */
  public static List<String> command(String command, String what, int width) {
    String line = LABEL + command + " " + what;
    if (Columns.of(line) <= width) {
      return List.of(line);
    }
    String indent = " ".repeat(LABEL.length());
    Stream<String> below = Wrapped.behind(indent, indent.length(), what, width).stream();
    return Stream.concat(Stream.of(LABEL + command), below).toList();
  }
}
