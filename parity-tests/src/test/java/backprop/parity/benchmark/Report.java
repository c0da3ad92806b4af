package backprop.parity.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that was measured, joined into one page.
 *
 * @param machine one line
 * @param measurements of any JDKs and peers
 */
record Report(String machine, List<Measurement> measurements) {
  static final String REFERENCE = "loops";

  /** Who is compared, the reference of each JDK first; a row each. */
  List<String> contenders() {
    return measurements.stream().map(Report::label).distinct().toList();
  }

  static String label(Measurement measurement) {
    boolean java = measurement.runtime().startsWith("JDK");
    String contender = measurement.contender();
    return java ? "%s, %s".formatted(contender, measurement.runtime()) : contender;
  }

  Optional<Measurement> find(String label, Workload workload) {
    return measurements.stream()
        .filter(measurement -> label(measurement).equals(label))
        .filter(measurement -> measurement.workload().equals(workload.name()))
        .findFirst();
  }

  /** How many times as fast as the textbook loops of the first JDK. */
  Optional<Double> speed(String label, Workload workload) {
    Optional<Measurement> reference =
        measurements.stream()
            .filter(measurement -> measurement.contender().equals(REFERENCE))
            .filter(measurement -> measurement.workload().equals(workload.name()))
            .findFirst();
    Optional<Measurement> found = find(label, workload);
    return reference.isEmpty() || found.isEmpty()
        ? Optional.empty()
        : Optional.of(reference.get().microseconds() / found.get().microseconds());
  }

  String markdown(String chart) {
    List<String> lines = new ArrayList<>();
    lines.add("# How fast\n");
    lines.add("One gradient: forward, cost, backward, averaged over N samples; float64, sigmoid");
    lines.add("hidden layers, softmax with cross-entropy, one thread unless it says more. What is");
    lines.add("timed here was found equal to the textbook loops, bit for bit, before.\n");
    lines.add("Measured on: " + machine + ". Only ratios carry over to other machines.");
    lines.add("Every number is the best round of several JVMs.\n");
    lines.add("In brackets: how many times as fast as the textbook loops.\n");
    lines.add("![Speed relative to the textbook loops](%s)\n".formatted(chart));
    lines.add("| |" + cells(Workload.COMPARED.stream().map(Workload::shape).toList()));
    lines.add("|---|" + "---|".repeat(Workload.COMPARED.size()));
    for (String label : contenders()) {
      List<String> cells =
          Workload.COMPARED.stream().map(workload -> timeAndSpeed(label, workload)).toList();
      lines.add("| " + label + " |" + cells(cells));
    }
    lines.add("");
    lines.add("## Memory\n");
    lines.add("Bytes allocated by one gradient.\n");
    lines.add("| |" + cells(Workload.COMPARED.stream().map(Workload::shape).toList()));
    lines.add("|---|" + "---|".repeat(Workload.COMPARED.size()));
    for (String label : contenders()) {
      List<String> cells =
          Workload.COMPARED.stream().map(workload -> allocated(label, workload)).toList();
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        lines.add("| " + label + " |" + cells(cells));
      }
    }
    lines.add("");
    lines.add("## Growth\n");
    lines.add("784-h-10, N 100. An exponent of 1 means time in proportion to the weights.\n");
    List<String> widths = Workload.GROWING.stream().map(Workload::shape).toList();
    lines.add("| |" + cells(widths) + " exponent |");
    lines.add("|---|" + "---|".repeat(widths.size() + 1));
    for (String label : contenders()) {
      if (Workload.GROWING.stream().allMatch(workload -> find(label, workload).isPresent())) {
        List<String> cells =
            Workload.GROWING.stream().map(workload -> time(label, workload)).toList();
        lines.add("| %s |%s %s |".formatted(label, cells(cells), text("%.2f", exponent(label))));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /** The slope of the line of least squares through log time over log parameters. */
  double exponent(String label) {
    double sumX = 0.0;
    double sumY = 0.0;
    double sumXX = 0.0;
    double sumXY = 0.0;
    int count = Workload.GROWING.size();
    for (Workload workload : Workload.GROWING) {
      double x = StrictMath.log(workload.parameters());
      double y = StrictMath.log(find(label, workload).orElseThrow().microseconds());
      sumX += x;
      sumY += y;
      sumXX += x * x;
      sumXY += x * y;
    }
    return (count * sumXY - sumX * sumY) / (count * sumXX - sumX * sumX);
  }

  private String time(String label, Workload workload) {
    return find(label, workload).map(found -> time(found.microseconds())).orElse("");
  }

  private String timeAndSpeed(String label, Workload workload) {
    return speed(label, workload)
        .map(speed -> "%s (%s)".formatted(time(label, workload), text("%.2f", speed)))
        .orElse("");
  }

  private String allocated(String label, Workload workload) {
    return find(label, workload)
        .filter(found -> found.bytes().isPresent())
        .map(found -> text("%,.0f", found.bytes().getAsDouble()))
        .orElse("");
  }

  private static String time(double microseconds) {
    return microseconds < 1000.0
        ? text(microseconds < 10.0 ? "%.2f µs" : "%.0f µs", microseconds)
        : text("%.2f ms", microseconds / 1000.0);
  }

  private static String cells(List<String> cells) {
    return " " + String.join(" | ", cells) + " |";
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
