package backprop.parity.training.report;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** A chart as a reader takes numbers from it: by the numbers written at its axes. */
record DrawnChart(ReadReport report, String id) {
  private static final Pattern POINT = Pattern.compile("[ML](\\S+?),([^\\sh]+)");

  /** A point in the units of the axes. */
  record Point(double across, double upwards) {}

  private String svg() {
    return "//*[local-name()='svg'][@aria-labelledby='%s-title %s-description']".formatted(id, id);
  }

  List<String> ticks(String axis) {
    return report.texts(svg() + "/g[@class='%s']/text".formatted(axis));
  }

  boolean has(String style) {
    return !report.all(svg() + "/path[@class='%s']".formatted(style)).isEmpty();
  }

  int dots(String style) {
    return report.all(svg() + "/circle[@class='dot %s']".formatted(style)).size();
  }

  /** How many lines a curve is broken into. */
  int pieces(String style) {
    return path(style).split("M", -1).length - 1;
  }

  private String path(String style) {
    return report.only(svg() + "/path[@class='%s']".formatted(style)).getAttribute("d");
  }

  /** The points of a path, read off the axes. */
  List<Point> points(String style, boolean logarithmic) {
    DoubleUnaryOperator across = ruler("across", "x1", false);
    DoubleUnaryOperator upwards = ruler("upwards", "y1", logarithmic);
    return POINT
        .matcher(path(style))
        .results()
        .map(
            point ->
                new Point(
                    across.applyAsDouble(Double.parseDouble(point.group(1))),
                    upwards.applyAsDouble(Double.parseDouble(point.group(2)))))
        .toList();
  }

  /** Lays a ruler along the first and the last number that are written at an axis. */
  private DoubleUnaryOperator ruler(String axis, String coordinate, boolean logarithmic) {
    List<Element> ticks = report.all(svg() + "/g[@class='%s']/line".formatted(axis));
    List<String> texts = ticks(axis);
    double start = place(ticks.get(0), coordinate);
    double end = place(ticks.get(ticks.size() - 1), coordinate);
    double low = number(texts.get(0));
    double high = number(texts.get(texts.size() - 1));
    return place -> {
      double share = (place - start) / (end - start);
      return logarithmic ? low * StrictMath.pow(high / low, share) : low + share * (high - low);
    };
  }

  private static double place(Element line, String coordinate) {
    return Double.parseDouble(line.getAttribute(coordinate));
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace('−', '-').replace(" %", ""));
  }
}
