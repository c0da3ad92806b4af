package backprop.parity.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * What the machine can do at most, and where each measurement stands below it: operations a second
 * over operations for each byte that must be moved, both on log scales. Left of the bend the memory
 * is the limit, right of it the arithmetic.
 */
record Roofline(Report report) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 420;
  private static final int LEFT = 70;
  private static final int BOTTOM = 370;

  /** From a tenth to a thousand operations a byte, from a tenth to a thousand billions a second. */
  private static final double LEAST = 0.1;

  private static final double DECADES = 4.0;

  private static final List<String> KINDS =
      List.of("loops", "matrix", "fast", "tiled C", "JAX jit");

  String svg() {
    if (report.limit("peak").isEmpty() || report.limit("bandwidth").isEmpty()) {
      return "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>no limits measured</title></svg>\n";
    }
    double peak = report.limit("peak").get();
    double bandwidth = report.limit("bandwidth").get();
    double most = LEAST * StrictMath.pow(10.0, DECADES);
    StringBuilder body = new StringBuilder();
    body.append(
        "<path class=\"roof\" d=\"M%d %d L%d %d L%d %d\"/>\n"
            .formatted(
                x(LEAST), y(LEAST * bandwidth), x(peak / bandwidth), y(peak), x(most), y(peak)));
    String roof = "%.1f billion operations a second, each rounded for itself";
    body.append(text(x(peak / bandwidth) + 8, y(peak) - 8, String.format(Locale.ROOT, roof, peak)));
    String slope = "%.1f GB a second";
    body.append(
        text(
            x(LEAST) + 8, y(LEAST * bandwidth) - 62, String.format(Locale.ROOT, slope, bandwidth)));
    for (Workload workload : Workload.COMPARED) {
      double intensity = workload.operations() / workload.leastTraffic();
      for (String label : report.contenders()) {
        int kind = KINDS.indexOf(label.replaceFirst(", JDK.*", ""));
        if (kind >= 0 && report.rate(label, workload).isPresent()) {
          body.append(
              "<circle class=\"k%d\" cx=\"%d\" cy=\"%d\" r=\"4\"/>\n"
                  .formatted(kind, x(intensity), y(report.rate(label, workload).get())));
        }
      }
      body.append(text(x(intensity) - 10, BOTTOM + 16, workload.name()));
    }
    for (int kind = 0; kind < KINDS.size(); kind++) {
      int row = 250 + 20 * kind;
      body.append(
          "<circle class=\"k%d\" cx=\"%d\" cy=\"%d\" r=\"4\"/>\n".formatted(kind, 620, row));
      body.append(text(632, row + 4, KINDS.get(kind)));
    }
    for (double rate = 1.0; rate <= 100.0; rate *= 10.0) {
      body.append(text(34, y(rate) + 4, String.format(Locale.ROOT, "%.0f", rate)));
    }
    body.append(text(8, 20, "billion operations a second"));
    body.append(
        text(
            LEFT,
            BOTTOM + 40,
            "operations for each byte that must be moved, from 0.1 to 1000; both axes logarithmic"));
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif">
        <title>Operations a second below the limits of the machine</title>
        <style>text{font-size:12px;fill:#222}.roof{fill:none;stroke:#444;stroke-width:2}
        .axis{stroke:#999}.k0{fill:#888}.k1{fill:#2f6db5}.k2{fill:#c0392b}.k3{fill:#2e8b57}
        .k4{fill:#b8860b}@media(prefers-color-scheme:dark){text{fill:#ddd}.roof{stroke:#ccc}}</style>
        <path class="axis" fill="none" d="M%d 30 L%d %d L%d %d"/>
        %s</svg>
        """
        .formatted(WIDTH, HEIGHT, LEFT, LEFT, BOTTOM, WIDTH - 20, BOTTOM, body);
  }

  private static int x(double operationsForAByte) {
    return (int) (LEFT + share(operationsForAByte) * (WIDTH - 20 - LEFT));
  }

  private static int y(double rate) {
    return (int) (BOTTOM - share(rate) * (BOTTOM - 30));
  }

  private static double share(double value) {
    return StrictMath.log10(value / LEAST) / DECADES;
  }

  private static String text(int x, int y, String content) {
    return "<text x=\"%d\" y=\"%d\">%s</text>\n".formatted(x, y, content);
  }
}
