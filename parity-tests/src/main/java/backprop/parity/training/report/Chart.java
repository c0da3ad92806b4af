package backprop.parity.training.report;

import backprop.parity.html.Element;
import backprop.parity.terms.NumberText;
import java.util.ArrayList;
import java.util.List;

/** A drawing between two axes, as large as its column and as sharp as the screen or the paper. */
final class Chart {
  private static final int WIDTH = 480;
  private static final int HEIGHT = 300;
  private static final int TOP = 32;
  private static final int RIGHT = WIDTH - 20;
  private static final int BOTTOM = HEIGHT - 50;
  private static final int CHARACTER = 10;
  private static final int DIGITS = 6;

  private final String id;
  private final Axis across;
  private final Axis upwards;
  private final String acrossTitle;
  private final String upwardsTitle;
  private final int left;
  private final List<Element> drawn = new ArrayList<>();

  /**
   * @param id no other chart of the page has it
   * @param across the axis from left to right
   * @param acrossTitle what it shows
   * @param upwards the axis from below
   * @param upwardsTitle what it shows
   */
  Chart(String id, Axis across, String acrossTitle, Axis upwards, String upwardsTitle) {
    this.id = id;
    this.across = across;
    this.acrossTitle = acrossTitle;
    this.upwards = upwards;
    this.upwardsTitle = upwardsTitle;
    int longest = upwards.ticks().stream().mapToInt(tick -> tick.text().length()).max().orElse(1);
    this.left = 18 + CHARACTER * longest;
  }

  /** Where two numbers meet, as {@code x,y}. */
  String point(double acrossValue, double upwardsValue) {
    return text(x(acrossValue)) + "," + text(y(upwardsValue));
  }

  private double x(double value) {
    return left + across.share(value) * (RIGHT - left);
  }

  private double y(double value) {
    return BOTTOM - upwards.share(value) * (BOTTOM - TOP);
  }

  private static String text(double place) {
    return NumberText.rounded(place, DIGITS);
  }

  /** Draws along these points. */
  void path(String style, String points) {
    drawn.add(Element.of("path").with("class", style).with("d", points));
  }

  /** Marks a point. */
  void dot(String style, double acrossValue, double upwardsValue) {
    drawn.add(
        Element.of("circle")
            .with("class", style)
            .with("cx", text(x(acrossValue)))
            .with("cy", text(y(upwardsValue)))
            .with("r", "3.2"));
  }

  /**
   * The whole drawing.
   *
   * @param title for those who do not see it
   * @param description what there is to see
   */
  Element element(String title, String description) {
    Element svg =
        Element.of("svg")
            .with("viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT))
            .with("role", "img")
            .with("aria-labelledby", id + "-title " + id + "-description");
    svg.add(Element.of("title", title).with("id", id + "-title"));
    svg.add(Element.of("desc", description).with("id", id + "-description"));
    upwards.ticks().forEach(tick -> svg.add(upwardsTick(tick)));
    across.ticks().forEach(tick -> svg.add(acrossTick(tick)));
    svg.add(label((left + RIGHT) / 2.0, HEIGHT - 10.0, "middle", acrossTitle));
    svg.add(label(2.0, 15.0, "start", upwardsTitle));
    return svg.add(drawn);
  }

  private Element upwardsTick(Axis.Tick tick) {
    double y = y(tick.value());
    return Element.of("g")
        .with("class", "upwards")
        .add(line(left, y, RIGHT, y), label(left - 9.0, y + 5.0, "end", tick.text()));
  }

  private Element acrossTick(Axis.Tick tick) {
    double x = x(tick.value());
    return Element.of("g")
        .with("class", "across")
        .add(line(x, BOTTOM, x, BOTTOM + 5.0), label(x, BOTTOM + 20.0, "middle", tick.text()));
  }

  private static Element line(double fromX, double fromY, double toX, double toY) {
    return Element.of("line")
        .with("x1", text(fromX))
        .with("y1", text(fromY))
        .with("x2", text(toX))
        .with("y2", text(toY));
  }

  private static Element label(double x, double y, String anchor, String text) {
    return Element.of("text", text)
        .with("x", text(x))
        .with("y", text(y))
        .with("text-anchor", anchor);
  }
}
