package backprop.parity.benchmark;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One time that was taken.
 *
 * @param runtime such as {@code JDK 17}
 * @param workload its name
 * @param contender such as {@code fast}
 * @param microseconds for one gradient, the best of all rounds
 * @param bytes allocated for one gradient, if that is known
 */
record Measurement(
    String runtime, String workload, String contender, double microseconds, OptionalDouble bytes) {

  /** The line of a file; {@code peers.py} prints the same. */
  String line() {
    String allocated = bytes.isPresent() ? number("%.1f", bytes.getAsDouble()) : "";
    String time = number("%.3f", microseconds);
    return String.join(",", runtime, workload, contender, time, allocated);
  }

  static Measurement parse(String line) {
    String[] cells = line.split(",", -1);
    OptionalDouble bytes =
        cells[4].isBlank()
            ? OptionalDouble.empty()
            : OptionalDouble.of(Double.parseDouble(cells[4]));
    return new Measurement(cells[0], cells[1], cells[2], Double.parseDouble(cells[3]), bytes);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
