package backprop.parity.explain;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity.Shape;
import backprop.parity.model.Result;
import backprop.parity.model.Spelling;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terminal.Wrapped;
import backprop.parity.terms.CostTerms;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.terms.NumberText;
import backprop.parity.terms.SlotRule;
import backprop.parity.terms.Slots;
import backprop.parity.terms.TermLines;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.StepCount;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The steps of a case: loops on the left, matrices on the right, the slot rule, the bits. */
public final class Explanation {
  private static final int MOST_ENTRIES = 4;
  private static final int COST_STEP = 3;
  private static final List<String> LEGEND =
      List.of(
          "i neuron of the layer before   j of this layer   k of the next layer   s sample",
          "W weights   b biases   A activations before   Z pre-activations   C costs",
          "T targets   Δ delta   F the next layer's weights   1 a column of ones",
          "∘ entry by entry   ᵀ transposed",
          "",
          "The slot rule: a product reads result[r][c] = Σq left[r][q] · right[q][c].",
          "1. The loop names three indices: r and c stand on the result; q is summed.",
          "2. The factor that carries r goes left, the factor that carries c goes right.",
          "3. Left must read [r][q], right [q][c]. What reads the other way gets a T.");

  private final Case question;
  private final Layout layout;
  private final Result loops;
  private final Result matrix;
  private final Expansions expansions;
  private final TextStyle style;
  private final PrintStream out;
  private final int width;
  private final int left;

  /**
   * Runs both twins on the case.
   *
   * @param layout in which everything is written
   */
  public Explanation(Case question, Layout layout, TextStyle style, PrintStream out) {
    this.question = question;
    this.layout = layout;
    this.loops = new LoopsSource().answer(question);
    this.matrix = new MatrixSource().answer(question);
    this.expansions = new Expansions(question, loops);
    this.style = style;
    this.out = out;
    this.width = style.width();
    this.left = this.width * 11 / 20;
  }

  /**
   * Prints the steps, and says whether every bit of all of them was identical.
   *
   * @param wanted the numbers of the steps to show
   * @param bits whether to show the bits of single numbers
   */
  public boolean print(String description, ShownSteps wanted, boolean bits) {
    Steps steps = new Steps(question, expansions, layout);
    printTitle(description);
    List<Step> all = new ArrayList<>(steps.forward());
    all.addAll(steps.backward());
    all.addAll(steps.update());
    boolean costShown = !wanted.contains(COST_STEP);
    for (Step step : wanted.of(all)) {
      if (!costShown && step.number() > COST_STEP) {
        printCost(bits);
        costShown = true;
      }
      print(step, bits);
    }
    if (!costShown) {
      printCost(bits);
    }
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
      wrapped(description);
    }
    wrapped("layers " + widths + ", " + activations);
    out.printf(
        "cost %s, reduction %s, %d sample%s%n",
        Spelling.of(network.cost()),
        Spelling.of(network.reduction()),
        question.samples(),
        question.samples() == 1 ? "" : "s");
    wrapped(
        "samples in %s, weights %s"
            .formatted(Spelling.of(layout.samples()), Spelling.of(layout.weights())));
    out.println();
    for (String line : LEGEND) {
      out.println(line);
    }
  }

  private void wrapped(String text) {
    Wrapped.lines(text, width).forEach(out::println);
  }

  private void print(Step step, boolean bits) {
    double[][] loopsValues = loops.values(step.quantity(), step.layer()).orElseThrow();
    double[][] matrixValues = matrix.values(step.quantity(), step.layer()).orElseThrow();
    List<Entry> entries = shownEntries(step, loopsValues);
    out.println();
    rule(
        "Step %d · %s of layer %d: %s"
            .formatted(step.number(), step.title(), step.layer(), step.matrix()));
    String sum = step.summedIndex().isEmpty() ? "" : "Σ" + step.summedIndex() + "  ";
    out.println("loop   " + marked(sum + step.loops(), step.summedIndex()));
    String label = "slot   ";
    for (String line : step.slot()) {
      out.println(label + marked(line, step.summedIndex()));
      label = " ".repeat(label.length());
    }
    List<String> leftLines = new ArrayList<>();
    for (Entry entry : entries) {
      leftLines.addAll(new TermLines(expansions.of(entry)).lines(left, new LayoutNotation(layout)));
    }
    List<String> rightLines = new ArrayList<>();
    int right = width - left - 3;
    for (NamedMatrix operand : step.operands()) {
      rightLines.addAll(operand.lines(right));
    }
    double[][] result = layout.rows(step.quantity().shape(), matrixValues);
    rightLines.addAll(new NamedMatrix("=", result).lines(right));
    printPanes(leftLines, rightLines);
    if (bits) {
      printBits(entries, loopsValues, matrixValues);
    }
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
          "%-4s %-24s %s %s %s%n",
          line == 0 ? "bits" : "",
          entry.name(layout),
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

  private void printCost(boolean bits) {
    double byLoops = loops.cost().orElseThrow();
    double byMatrix = matrix.cost().orElseThrow();
    CostTerms terms = new CostTerms(question, loops);
    LaidOut laidOut = new LaidOut(expansions, layout);
    Slots costs = laidOut.perSample("C", "costs", "j");
    SlotRule rule = laidOut.perNeuronSum(costs);
    boolean rows = layout.swaps(Shape.PER_SAMPLE);
    String sums = "(" + rule.formula() + ")";
    out.println();
    rule("Step 3 · cost of the batch: " + (rows ? "1ᵀ · " + sums : sums + " · 1"));
    out.println("loop   Σs Σj  " + terms.formula().in(new LayoutNotation(layout)));
    String label = "slot   ";
    for (String line : rule.lines()) {
      out.println(label + line);
      label = " ".repeat(label.length());
    }
    int right = width - left - 3;
    List<String> rightLines =
        new ArrayList<>(laidOut.matrix("C", Shape.PER_SAMPLE, terms.values()).lines(right));
    rightLines.addAll(new NamedMatrix("=", new double[][] {{byMatrix}}).lines(right));
    printPanes(costLines(terms.values(), byLoops), rightLines);
    if (bits) {
      out.printf(
          "%-4s %-24s %s %s %s%n",
          "bits",
          "cost",
          NumberText.bits(byLoops),
          NumberText.bits(byMatrix),
          same(Bits.identical(byLoops, byMatrix)));
    }
    out.println(verdict(COST_STEP, Bits.identical(byLoops, byMatrix) ? 1 : 0, 1));
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
    out.println(style.rule(title));
  }

  private String marked(String text, String index) {
    return index.isEmpty() ? text : text.replace("[" + index + "]", "[" + style.index(index) + "]");
  }

  private String padded(String text) {
    return text + " ".repeat(StrictMath.max(0, left - text.length()));
  }
}
