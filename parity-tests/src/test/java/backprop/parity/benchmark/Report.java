package backprop.parity.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * All that was measured, joined into one page.
 *
 * @param machine one line
 * @param measurements of any JDKs and peers
 */
record Report(String machine, List<Measurement> measurements) {
  static final String REFERENCE = "loops";

  /** The workload of those lines that say what the machine can do at most. */
  private static final String MACHINE = "MACHINE";

  /** Who is compared, the reference of each JDK first; a row each. */
  List<String> contenders() {
    return measurements.stream()
        .filter(measurement -> !measurement.workload().equals(MACHINE))
        .map(Report::label)
        .distinct()
        .toList();
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

  /** The machine's limit in billions a second: {@code peak} operations, {@code bandwidth} bytes. */
  Optional<Double> limit(String name) {
    return measurements.stream()
        .filter(measurement -> measurement.workload().equals(MACHINE))
        .filter(measurement -> measurement.contender().equals(name))
        .map(measurement -> 1e6 / measurement.microseconds())
        .findFirst();
  }

  /** Billions of operations a second. */
  Optional<Double> rate(String label, Workload workload) {
    return find(label, workload).map(found -> workload.operations() / found.microseconds() / 1e3);
  }

  String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("# How fast\n");
    lines.add("One gradient: forward, cost, backward, averaged over N samples; float64, sigmoid");
    lines.add("hidden layers, softmax with cross-entropy, one thread unless it says more. What is");
    lines.add("timed here was found equal to the textbook loops, bit for bit, before.\n");
    lines.add("Measured on: " + machine + ". Only ratios carry over to other machines.");
    lines.add(
        "Every number is the best of many short rounds in two JVMs, in one for the widest network.\n");
    lines.add("In brackets: how many times as fast as the textbook loops.\n");
    lines.add("![Speed relative to the textbook loops](RESULTS.svg)\n");
    lines.add("| |" + cells(Workload.COMPARED.stream().map(Workload::shape).toList()));
    lines.add("|---|" + "---|".repeat(Workload.COMPARED.size()));
    for (String label : contenders()) {
      List<String> cells =
          Workload.COMPARED.stream().map(workload -> timeAndSpeed(label, workload)).toList();
      lines.add("| " + label + " |" + cells(cells));
    }
    lines.add("");
    limit("peak").ifPresent(peak -> addLimits(lines, peak));
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
    lines.add("");
    lines.add("How the time of the fast loops grows with the operations from 784-100-10 to");
    lines.add("784-2048-2048-10, by the same exponent:\n");
    for (String label : contenders()) {
      if (label.startsWith("fast,") && find(label, Workload.W5).isPresent()) {
        double exponent =
            slope(label, List.of(Workload.W3, Workload.W4, Workload.W5), Workload::operations);
        lines.add("- %s: %s".formatted(label, text("%.2f", exponent)));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private void addLimits(List<String> lines, double peak) {
    lines.add("## Which limit\n");
    lines.add(
        "Billions of multiplications and additions a second, and their share of the most that");
    lines.add(
        "one core of this machine does where each is rounded for itself, as the order of the sums");
    lines.add(text("asks: %.1f. Libraries that round once for both (FMA) may exceed it.\n", peak));
    lines.add("![Roofline](ROOFLINE.svg)\n");
    lines.add("| |" + cells(Workload.COMPARED.stream().map(Workload::shape).toList()));
    lines.add("|---|" + "---|".repeat(Workload.COMPARED.size()));
    for (String label : contenders()) {
      if (label.contains("threads")) {
        continue;
      }
      List<String> cells =
          Workload.COMPARED.stream()
              .map(
                  workload ->
                      rate(label, workload)
                          .map(rate -> text("%.1f", rate) + text(" (%.0f %%)", 100.0 * rate / peak))
                          .orElse(""))
              .toList();
      lines.add("| " + label + " |" + cells(cells));
    }
    lines.add("");
  }

  double exponent(String label) {
    return slope(label, Workload.GROWING, Workload::parameters);
  }

  /** The slope of the line of least squares through log time over log size. */
  private double slope(String label, List<Workload> workloads, ToDoubleFunction<Workload> size) {
    double sumX = 0.0;
    double sumY = 0.0;
    double sumXX = 0.0;
    double sumXY = 0.0;
    int count = workloads.size();
    for (Workload workload : workloads) {
      double x = StrictMath.log(size.applyAsDouble(workload));
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

  /** The widest network is too much for the textbook loops: a time without a comparison. */
  private String timeAndSpeed(String label, Workload workload) {
    return speed(label, workload)
        .map(speed -> "%s (%s)".formatted(time(label, workload), text("%.2f", speed)))
        .orElse(time(label, workload));
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
