package backprop.parity.explain;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Result;
import backprop.parity.model.Spelling;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terms.CostTerms;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.terms.NumberText;
import backprop.parity.terms.TermLines;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.StepCount;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every step of a case: loops on the left, matrices on the right, the slot rule, the bits. */
public final class Explanation {
  private static final int WIDTH = 100;
  private static final int LEFT = 54;
  private static final int RIGHT = WIDTH - LEFT - 3;
  private static final int MOST_ENTRIES = 4;

  private final Case question;
  private final Result loops;
  private final Result matrix;
  private final Expansions expansions;
  private final TextStyle style;
  private final PrintStream out;

  /** Runs both twins on the case. */
  public Explanation(Case question, TextStyle style, PrintStream out) {
    this.question = question;
    this.loops = new LoopsSource().answer(question);
    this.matrix = new MatrixSource().answer(question);
    this.expansions = new Expansions(question, loops);
    this.style = style;
    this.out = out;
  }

  /** Prints all steps, and says whether every bit was identical. */
  public boolean print(String description) {
    Steps steps = new Steps(question, expansions);
    printTitle(description);
    steps.forward().forEach(this::print);
    printCost();
    steps.backward().forEach(this::print);
    steps.update().forEach(this::print);
    return printSummary();
  }

  private void printTitle(String description) {
    Network network = question.network();
    String widths =
        network.layer(1).inputs()
            + network.layers().stream()
                .map(layer -> "-" + layer.outputs())
                .collect(Collectors.joining());
    String activations =
        network.layers().stream()
            .map(Layer::activation)
            .map(Spelling::of)
            .collect(Collectors.joining(", "));
    out.println(style.heading(question.name()));
    if (!description.isEmpty()) {
      out.println(description);
    }
    out.println("layers " + widths + ", " + activations);
    out.printf(
        "cost %s, reduction %s, %d sample%s%n",
        Spelling.of(network.cost()),
        Spelling.of(network.reduction()),
        question.samples(),
        question.samples() == 1 ? "" : "s");
    out.println();
    out.println("i neuron of the layer before   j of this layer   k of the next layer   s sample");
    out.println(
        "W weights   b biases   A activations before   Z pre-activations   C costs   T targets");
    out.println(
        "Δ delta   F the next layer's weights   1 a column of ones   ∘ entry by entry   ᵀ turned over");
    out.println(
        "A loop may sum over any index. In a matrix product L · R the summed index must stand last");
    out.println(
        "on L and first on R: where it stands in the wrong slot, that factor is turned over (T).");
  }

  private void print(Step step) {
    double[][] loopsValues = loops.values(step.quantity(), step.layer()).orElseThrow();
    double[][] matrixValues = matrix.values(step.quantity(), step.layer()).orElseThrow();
    List<Entry> entries = shownEntries(step, loopsValues);
    out.println();
    rule("Step %d · %s of layer %d".formatted(step.number(), step.title(), step.layer()));
    String sum = step.summedIndex().isEmpty() ? "" : "Σ" + step.summedIndex() + "  ";
    String left = padded(sum + step.loops());
    out.println(marked(left, step.summedIndex()) + " │ " + style.heading(step.matrix()));
    List<String> leftLines = new ArrayList<>();
    for (Entry entry : entries) {
      leftLines.addAll(new TermLines(expansions.of(entry)).lines(LEFT, LayoutNotation.STANDARD));
    }
    List<String> rightLines = new ArrayList<>();
    for (NamedMatrix operand : step.operands()) {
      rightLines.addAll(operand.lines(RIGHT));
    }
    rightLines.addAll(new NamedMatrix("=", matrixValues).lines(RIGHT));
    printPanes(leftLines, rightLines);
    out.println("slot   " + marked(step.slot(), step.summedIndex()));
    printBits(entries, loopsValues, matrixValues);
    printVerdict(step.number(), loopsValues, matrixValues);
  }

  /** The first entries, of several neurons where there are several. */
  private List<Entry> shownEntries(Step step, double[][] values) {
    int rows = StrictMath.min(values.length, 2);
    int columns = StrictMath.min(values[0].length, MOST_ENTRIES / rows);
    if (columns == 1) {
      rows = StrictMath.min(values.length, MOST_ENTRIES);
    }
    List<Entry> entries = new ArrayList<>();
    for (int j = 0; j < rows; j++) {
      for (int second = 0; second < columns; second++) {
        entries.add(Entry.of(step.quantity(), step.layer(), j, second));
      }
    }
    return entries;
  }

  private void printPanes(List<String> left, List<String> right) {
    for (int line = 0; line < StrictMath.max(left.size(), right.size()); line++) {
      String leftText = line < left.size() ? left.get(line) : "";
      String rightText = line < right.size() ? right.get(line) : "";
      out.println((padded(leftText) + " │ " + rightText).stripTrailing());
    }
  }

  private void printBits(List<Entry> entries, double[][] loopsValues, double[][] matrixValues) {
    for (int line = 0; line < entries.size(); line++) {
      Entry entry = entries.get(line);
      double left = entry.in(loopsValues);
      double right = entry.in(matrixValues);
      out.printf(
          "%-6s %-28s loops %s   matrix %s  %s%n",
          line == 0 ? "bits" : "",
          entry,
          NumberText.bits(left),
          NumberText.bits(right),
          same(Bits.identical(left, right)));
    }
  }

  private void printVerdict(int number, double[][] loopsValues, double[][] matrixValues) {
    int identical = 0;
    int total = 0;
    for (int j = 0; j < loopsValues.length; j++) {
      for (int second = 0; second < loopsValues[j].length; second++) {
        total++;
        identical += Bits.identical(loopsValues[j][second], matrixValues[j][second]) ? 1 : 0;
      }
    }
    out.println(verdict(number, identical, total));
  }

  private String verdict(int number, int identical, int total) {
    String text = "step %d: %d of %d identical".formatted(number, identical, total);
    return style.verdict(identical == total, text);
  }

  private String same(boolean identical) {
    return style.verdict(identical, identical ? "=" : "≠");
  }

  private void printCost() {
    double left = loops.cost().orElseThrow();
    double right = matrix.cost().orElseThrow();
    out.println();
    rule("Step 3 · cost of the batch");
    out.println(
        padded("Σs Σj  cost(activations[j][s], targets[j][s])")
            + " │ "
            + style.heading("(1ᵀ · C) · 1"));
    double[][] costs = new CostTerms(question, loops).values();
    List<String> rightLines = new ArrayList<>(new NamedMatrix("C", costs).lines(RIGHT));
    rightLines.addAll(new NamedMatrix("=", new double[][] {{right}}).lines(RIGHT));
    printPanes(costLines(costs, left), rightLines);
    out.println(
        "slot   1ᵀ[j] · C[j][s], then (1ᵀ·C)[s] · 1[s]: each index stands last, then first: no T");
    out.printf(
        "%-6s %-28s loops %s   matrix %s  %s%n",
        "bits",
        "cost",
        NumberText.bits(left),
        NumberText.bits(right),
        same(Bits.identical(left, right)));
    out.println(verdict(3, Bits.identical(left, right) ? 1 : 0, 1));
  }

  /** A line for each of the first samples, then what becomes of their sum. */
  private List<String> costLines(double[][] costs, double cost) {
    List<String> lines = new ArrayList<>();
    int samples = question.samples();
    for (int s = 0; s < StrictMath.min(samples, MOST_ENTRIES); s++) {
      StringBuilder line = new StringBuilder("s=" + s + "     ");
      for (int j = 0; j < StrictMath.min(costs.length, 2); j++) {
        line.append(j == 0 ? "" : " + ").append(NumberText.brief(costs[j][s]));
      }
      lines.add(line + (costs.length > 2 ? " + … %d more …".formatted(costs.length - 2) : ""));
    }
    if (samples > MOST_ENTRIES) {
      lines.add("        … %d more samples …".formatted(samples - MOST_ENTRIES));
    }
    double factor = question.network().reduction().factor(samples, costs.length);
    String scaled = factor == 1.0 ? "" : ", times " + NumberText.brief(factor);
    lines.add("sum" + scaled + " = " + NumberText.brief(cost));
    return lines;
  }

  private boolean printSummary() {
    BitComparison comparison = BitComparison.of(loops, matrix);
    out.println();
    rule("All layers");
    for (StepCount count : comparison.steps()) {
      out.println(verdict(count.step(), count.identical(), count.total()));
    }
    boolean identical = comparison.identical() == comparison.total();
    out.println(
        style.verdict(
            identical,
            "%d of %d numbers have the same 64 bits in both twins."
                .formatted(comparison.identical(), comparison.total())));
    return identical;
  }

  private void rule(String title) {
    out.println(style.heading("── " + title + " " + "─".repeat(WIDTH - title.length() - 4)));
  }

  private String marked(String text, String index) {
    return index.isEmpty() ? text : text.replace("[" + index + "]", "[" + style.index(index) + "]");
  }

  private static String padded(String text) {
    return text + " ".repeat(StrictMath.max(0, LEFT - text.length()));
  }
}
