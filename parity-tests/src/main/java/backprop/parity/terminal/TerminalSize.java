package backprop.parity.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the terminal is, asked of the system: most shells keep COLUMNS to themselves. */
final class TerminalSize {
  private static final File TERMINAL = new File("/dev/tty");
  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("[0-9]+ ([0-9]{1,4})\\s*");

  private TerminalSize() {}

  /** Its columns; empty where nobody looks, and where the system does not tell. */
  static OptionalInt columns() {
    if (!Terminal.canWriteOver() || !TERMINAL.exists()) {
      return OptionalInt.empty();
    }
    try {
      Process asked = new ProcessBuilder("stty", "size").redirectInput(TERMINAL).start();
      byte[] answer = asked.getInputStream().readAllBytes();
      return columns(new String(answer, StandardCharsets.US_ASCII));
    } catch (IOException unknown) {
      return OptionalInt.empty();
    }
  }

  /** Of what {@code stty size} prints; a terminal without a size has 0 columns. */
  static OptionalInt columns(String answer) {
    Matcher size = ROWS_AND_COLUMNS.matcher(answer);
    int columns = size.matches() ? Integer.parseInt(size.group(1)) : 0;
    return columns > 0 ? OptionalInt.of(columns) : OptionalInt.empty();
  }
}
