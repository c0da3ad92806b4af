package backprop.parity.training.report;

import backprop.parity.terms.NumberText;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a number lies between the two ends of an axis, and which round numbers are written there.
 *
 * @param ticks in ascending order; the axis reaches from {@code low} to {@code high}
 * @param logarithmic whether equal factors are equally far apart, and not equal differences
 */
record Axis(double low, double high, List<Tick> ticks, boolean logarithmic) {
  private static final double[] ROUND = {1.0, 2.0, 5.0, 10.0};
  private static final int ABOUT = 5;
  private static final int MOST_DIGITS = 15;

  /** With so many, house prices are written out, and not one of them as a power of ten. */
  private static final int LEAST_DIGITS = 5;

  /** More numbers than that crowd a logarithmic axis. */
  private static final int MOST = 8;

  /** Two numbers this share of their size apart are the same for the eye. */
  private static final double SAME = 1e-13;

  /** A number that is written at the axis. */
  record Tick(double value, String text) {}

  /** From a round number below the lowest to one above the highest. */
  static Axis linear(double lowest, double highest) {
    double low = lowest;
    double high = highest;
    double larger = StrictMath.max(StrictMath.abs(low), StrictMath.abs(high));
    if (high / 2.0 - low / 2.0 <= SAME * larger + Double.MIN_NORMAL) {
      double around = larger == 0.0 ? 1.0 : larger / 2.0 + ABOUT * Double.MIN_NORMAL;
      low = StrictMath.max(low - around, -Double.MAX_VALUE);
      high = StrictMath.min(high + around, Double.MAX_VALUE);
    }
    double step = roundStep(low, high);
    double first = StrictMath.floor(low / step);
    double last = StrictMath.ceil(high / step);
    boolean few = last - first <= 2 * ABOUT;
    if (!few || !Double.isFinite(first * step) || !Double.isFinite(last * step)) {
      return betweenTwo(low, high); // too large for round numbers
    }
    List<Tick> ticks = new ArrayList<>();
    for (int n = 0; n <= last - first; n++) {
      double value = (first + n) * step;
      ticks.add(new Tick(value, text(value, step)));
    }
    return new Axis(first * step, last * step, ticks, false);
  }

  private static Axis betweenTwo(double low, double high) {
    List<Tick> ticks =
        List.of(
            new Tick(low, NumberText.rounded(low, MOST_DIGITS)),
            new Tick(high, NumberText.rounded(high, MOST_DIGITS)));
    return new Axis(low, high, ticks, false);
  }

  private static double roundStep(double low, double high) {
    double rough = high / ABOUT - low / ABOUT;
    double power = StrictMath.pow(10.0, StrictMath.floor(StrictMath.log10(rough)));
    for (double factor : ROUND) {
      if (factor * power >= rough) {
        return factor * power;
      }
    }
    return 10.0 * power;
  }

  /** With as many digits as tell it from the next. */
  private static String text(double value, double step) {
    double larger = StrictMath.max(StrictMath.abs(value), step);
    int digits = 1 + (int) StrictMath.round(StrictMath.log10(larger / step) + 1.0);
    int enough = StrictMath.max(LEAST_DIGITS, StrictMath.min(digits, MOST_DIGITS));
    return NumberText.rounded(value, enough).replace('-', '−');
  }

  /** From a power of ten, or 2 or 5 times one, to another; both numbers are positive. */
  static Axis logarithmic(double lowest, double highest) {
    int first = (int) StrictMath.floor(StrictMath.log10(lowest));
    int last = (int) StrictMath.ceil(StrictMath.log10(highest));
    List<Tick> ticks = within(powers(first, last, 1, new int[] {1, 2, 5}), lowest, highest);
    if (ticks.size() > MOST) {
      int every = (last - first - 1) / (MOST - 1) + 1;
      ticks = within(powers(first, last, every, new int[] {1}), lowest, highest);
    }
    return new Axis(ticks.get(0).value(), ticks.get(ticks.size() - 1).value(), ticks, true);
  }

  private static List<Tick> powers(int first, int last, int every, int[] factors) {
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power < last + every; power += every) {
      for (int factor : factors) {
        double exact = Double.parseDouble(factor + "e" + power);
        double value = StrictMath.min(StrictMath.max(exact, Double.MIN_VALUE), Double.MAX_VALUE);
        ticks.add(new Tick(value, NumberText.rounded(value, 3).replace('-', '−')));
      }
    }
    return ticks;
  }

  /** From the last that is not above the lowest to the first that is not below the highest. */
  private static List<Tick> within(List<Tick> ticks, double lowest, double highest) {
    int from = 0;
    int to = ticks.size() - 1;
    while (ticks.get(from + 1).value() <= lowest) {
      from++;
    }
    while (to - 1 > from && ticks.get(to - 1).value() >= highest) {
      to--;
    }
    return ticks.subList(from, to + 1);
  }

  /** Whole numbers, exactly from the first to the last. */
  static Axis counting(int first, int last) {
    if (first == last) {
      return new Axis(first - 1.0, first + 1.0, List.of(tick(first)), false);
    }
    int step = (int) StrictMath.max(1.0, roundStep(first, last));
    List<Tick> ticks = new ArrayList<>();
    int multiple = first - StrictMath.floorMod(first, step) + step;
    if (multiple - first > step / 2) {
      ticks.add(tick(first));
    }
    for (long n = multiple; n <= last; n += step) {
      ticks.add(tick((int) n));
    }
    return new Axis(first, last, ticks, false);
  }

  private static Tick tick(int value) {
    return new Tick(value, Integer.toString(value));
  }

  /** The same axis, with a percent sign at every number. */
  Axis inPercent() {
    List<Tick> percents =
        ticks.stream().map(tick -> new Tick(tick.value(), tick.text() + " %")).toList();
    return new Axis(low, high, percents, logarithmic);
  }

  /** What the axis is called: one that does not start at 0, or is logarithmic, says so. */
  String title(String quantity) {
    if (logarithmic) {
      return quantity + " (logarithmic axis)";
    }
    return low == 0.0 ? quantity : "%s (axis starts at %s)".formatted(quantity, lowText());
  }

  /** Its low end need not be one of the round numbers. */
  private String lowText() {
    Tick first = ticks.get(0);
    return first.value() == low ? first.text() : NumberText.rounded(low, MOST_DIGITS);
  }

  /** How far from the low end towards the high end, 0 to 1. */
  double share(double value) {
    if (logarithmic) {
      return (StrictMath.log(value) - StrictMath.log(low))
          / (StrictMath.log(high) - StrictMath.log(low));
    }
    return (value / 2.0 - low / 2.0) / (high / 2.0 - low / 2.0);
  }
}
