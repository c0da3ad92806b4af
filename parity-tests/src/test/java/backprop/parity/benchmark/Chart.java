package backprop.parity.benchmark;

import java.util.Locale;
import java.util.Optional;

/** Bars of speed relative to the textbook loops, a group for each workload, on a log scale. */
record Chart(Report report) {
  private static final int WIDTH = 760;
  private static final int LABELS = 210;
  private static final int BAR = 16;
  private static final int HEADING = 34;

  /** From a hundredth to a hundred times the speed. */
  private static final double DECADES_TO_THE_LEFT = 2.0;

  private static final double DECADES = 4.0;

  String svg() {
    StringBuilder body = new StringBuilder();
    int y = 10;
    for (Workload workload : Workload.COMPARED) {
      body.append(text(8, y + 20, "heading", workload.name() + " · " + workload.shape()));
      y += HEADING;
      for (String label : report.contenders()) {
        Optional<Double> speed = report.speed(label, workload);
        if (speed.isPresent()) {
          body.append(bar(y, label, speed.get()));
          y += BAR + 3;
        }
      }
      y += 10;
    }
    String axis = "times as fast as the textbook loops, logarithmic axis; the line is 1";
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif">
        <title>Speed relative to the textbook loops</title>
        <style>.heading{font-weight:bold;font-size:14px}.label,.value{font-size:12px}
        text{fill:#222}rect{fill:#b9bec7}rect.twin{fill:#2f6db5}line{stroke:#999}
        @media(prefers-color-scheme:dark){text{fill:#ddd}rect{fill:#666c77}}</style>
        <line x1="%d" y1="8" x2="%d" y2="%d" stroke-dasharray="3 3"/>
        %s%s</svg>
        """
        .formatted(WIDTH, y + 22, x(1.0), x(1.0), y, body, text(LABELS, y + 14, "label", axis));
  }

  private static String bar(int y, String label, double speed) {
    int from = x(1.0) < x(speed) ? x(1.0) : x(speed);
    int width = x(1.0) + x(speed) - 2 * from + 1;
    String kind = label.contains("JDK") ? "twin" : "peer";
    String rectangle =
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
            .formatted(kind, from, y, width, BAR);
    String value = String.format(Locale.ROOT, "%.2f", speed);
    return text(8, y + 12, "label", label)
        + rectangle
        + text(from + width + 4, y + 12, "value", value);
  }

  private static int x(double speed) {
    double decades = StrictMath.log10(speed) + DECADES_TO_THE_LEFT;
    return (int) (LABELS + decades / DECADES * (WIDTH - LABELS - 50));
  }

  private static String text(int x, int y, String kind, String content) {
    return "<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n".formatted(kind, x, y, content);
  }
}
