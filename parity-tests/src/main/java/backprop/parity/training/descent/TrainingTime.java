package backprop.parity.training.descent;

import backprop.parity.terms.NumberText;
import java.util.Locale;

/** How long something took, or will take, in words. */
public final class TrainingTime {
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;
  private static final double TOO_SHORT_FOR_TENTHS = 0.1;
  private static final double TOO_LONG_FOR_TENTHS = 10.0;

  private TrainingTime() {}

  /** Such as 3 ms, 0.4 s, 12 s, 3 min 5 s or 2 h 3 min. */
  public static String text(double seconds) {
    if (seconds < TOO_SHORT_FOR_TENTHS) {
      return NumberText.rounded(1000.0 * seconds, 2) + " ms";
    }
    if (seconds < TOO_LONG_FOR_TENTHS) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long whole = (long) StrictMath.rint(seconds);
    if (whole < MINUTE) {
      return whole + " s";
    }
    return whole < HOUR
        ? whole / MINUTE + " min " + whole % MINUTE + " s"
        : whole / HOUR + " h " + whole / MINUTE % MINUTE + " min";
  }
}
