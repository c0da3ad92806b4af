package backprop.parity.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One number per epoch.
 *
 * @param name of the samples it was measured on
 * @param style how it is drawn
 * @param epochs their numbers
 * @param values may be infinite or no number; these are left out
 */
record Curve(String name, String style, int[] epochs, double[] values) {
  /** Up to so many epochs, each is marked. */
  private static final int MARKED = 40;

  /** No screen and no paper shows more than so many points on this width. */
  private static final int SHOWN = 600;

  DoubleStream finite() {
    return DoubleStream.of(values).filter(Double::isFinite);
  }

  int missing() {
    return (int) (values.length - finite().count());
  }

  double last() {
    return values[values.length - 1];
  }

  /** The index of the lowest number, the first if there are several; of no number, the last. */
  int lowest() {
    int lowest = values.length - 1;
    for (int index = values.length - 1; index >= 0; index--) {
      if (!(values[index] > values[lowest])) {
        lowest = index;
      }
    }
    return lowest;
  }

  /** Draws it: a line that is broken where a number is missing. */
  void drawInto(Chart chart) {
    List<Integer> shown = shown();
    StringBuilder path = new StringBuilder();
    for (int position = 0; position < shown.size(); position++) {
      int index = shown.get(position);
      boolean follows = position > 0 && Double.isFinite(values[shown.get(position - 1)]);
      if (Double.isFinite(values[index])) {
        path.append(follows ? " L" : " M").append(chart.point(epochs[index], values[index]));
      }
    }
    if (!path.isEmpty()) {
      chart.path("curve " + style, path.toString().strip());
    }
    for (int index : shown) {
      if (Double.isFinite(values[index]) && (values.length <= MARKED || isAlone(index))) {
        chart.dot("dot " + style, epochs[index], values[index]);
      }
    }
  }

  private boolean isAlone(int index) {
    boolean before = index > 0 && Double.isFinite(values[index - 1]);
    boolean after = index < values.length - 1 && Double.isFinite(values[index + 1]);
    return !before && !after;
  }

  /** All epochs, or the lowest and the highest of as many groups as can be seen. */
  private List<Integer> shown() {
    if (values.length <= SHOWN) {
      return IntStream.range(0, values.length).boxed().toList();
    }
    List<Integer> shown = new ArrayList<>();
    int groups = SHOWN / 2;
    for (int group = 0; group < groups; group++) {
      int from = (int) ((long) values.length * group / groups);
      int to = (int) ((long) values.length * (group + 1) / groups);
      int lowest = from;
      int highest = from;
      for (int index = from; index < to; index++) {
        lowest = values[index] < values[lowest] ? index : lowest;
        highest = values[index] > values[highest] ? index : highest;
      }
      IntStream.of(lowest, highest).sorted().distinct().forEach(shown::add);
    }
    return shown;
  }
}
