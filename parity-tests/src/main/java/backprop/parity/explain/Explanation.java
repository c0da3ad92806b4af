package backprop.parity.explain;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.Plural;
import backprop.parity.model.Result;
import backprop.parity.model.Spelling;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terminal.Wrapped;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.LayoutNotation;
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
  private final TwoColumns columns;

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
    this.columns = new TwoColumns(style, out);
  }

  /**
   * Prints the steps, and says whether every bit of all of them was identical.
   *
   * @param wanted the numbers of the steps to show
   * @param bits whether to show the bits of single numbers
   */
  public boolean print(String description, ShownSteps wanted, boolean bits) {
    Steps steps = new Steps(question, expansions, layout);
    CostStep cost = new CostStep(question, layout, loops, matrix);
    printTitle(description);
    List<Step> all = new ArrayList<>(steps.forward());
    all.addAll(steps.backward());
    all.addAll(steps.update());
    boolean costShown = !wanted.contains(CostStep.NUMBER);
    for (Step step : wanted.of(all)) {
      if (!costShown && step.number() > CostStep.NUMBER) {
        cost.print(columns, out, bits);
        costShown = true;
      }
      print(step, bits);
    }
    if (!costShown) {
      cost.print(columns, out, bits);
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
        "cost %s, reduction %s, %s%n",
        Spelling.of(network.cost()),
        Spelling.of(network.reduction()),
        Plural.of(question.samples(), "sample"));
    wrapped(
        "samples in %s, weights %s"
            .formatted(Spelling.of(layout.samples()), Spelling.of(layout.weights())));
    out.println();
    for (String line : LEGEND) {
      out.println(line);
    }
  }

  private void wrapped(String text) {
    Wrapped.lines(text, style.width()).forEach(out::println);
  }

  private void print(Step step, boolean bits) {
    double[][] loopsValues = loops.values(step.quantity(), step.layer()).orElseThrow();
    double[][] matrixValues = matrix.values(step.quantity(), step.layer()).orElseThrow();
    List<Entry> entries = shownEntries(step, loopsValues);
    columns.title(
        "Step %d · %s of layer %d: %s"
            .formatted(step.number(), step.title(), step.layer(), step.matrix()));
    out.println("loop   " + columns.marked(step.loops(), step.summedIndex()));
    columns.slotRule(step.slot(), step.summedIndex());
    List<String> leftLines = new ArrayList<>();
    for (Entry entry : entries) {
      leftLines.addAll(
          new TermLines(expansions.of(entry))
              .lines(columns.leftWidth(), new LayoutNotation(layout)));
    }
    List<String> rightLines = new ArrayList<>();
    int right = columns.rightWidth();
    for (NamedMatrix operand : step.operands()) {
      rightLines.addAll(operand.lines(right));
    }
    double[][] result = layout.rows(step.quantity().shape(), matrixValues);
    rightLines.addAll(new NamedMatrix("=", result).lines(right));
    columns.print(leftLines, rightLines);
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

  private void printBits(List<Entry> entries, double[][] loopsValues, double[][] matrixValues) {
    for (int line = 0; line < entries.size(); line++) {
      Entry entry = entries.get(line);
      columns.bits(
          line == 0 ? "bits" : "",
          entry.name(layout),
          entry.in(loopsValues),
          entry.in(matrixValues));
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
    columns.verdict(number, identical, total);
  }

  private boolean printSummary() {
    BitComparison comparison = BitComparison.of(loops, matrix);
    columns.title("All layers");
    for (StepCount count : comparison.steps()) {
      columns.verdict(count.step(), count.identical(), count.total());
    }
    boolean identical = comparison.identical() == comparison.total();
    out.println(
        style.verdict(
            identical,
            "%d of %d numbers have the same 64 bits in both twins."
                .formatted(comparison.identical(), comparison.total())));
    return identical;
  }
}
