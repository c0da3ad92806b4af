package backprop.parity.documents;

import static backprop.parity.documents.Drawing.CELL;

import backprop.parity.documents.Drawing.Lit;
import backprop.parity.documents.Drawing.Point;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pictures of the tutorial: one idea each. */
final class ChapterPictures {
  private ChapterPictures() {}

  /** Every picture, by the name of its file. */
  static Map<String, Drawing> all() {
    Map<String, Drawing> pictures = new TreeMap<>();
    pictures.put("neuron.svg", neuron());
    pictures.put("two-fingers.svg", twoFingers());
    pictures.put("chain.svg", chain());
    pictures.put("weight-gradient.svg", weightGradient());
    pictures.put("hidden-delta.svg", hiddenDelta());
    pictures.put("slots.svg", slots());
    pictures.put("batch.svg", batch());
    pictures.put("layouts.svg", layouts());
    pictures.put("bias-as-input.svg", biasAsInput());
    pictures.put("time-steps.svg", timeSteps());
    pictures.put("im2col.svg", imageToColumns());
    pictures.put("attention.svg", attention());
    return pictures;
  }

  private static Drawing neuron() {
    Drawing drawing = new Drawing(660, 210);
    Point sum = new Point(310, 90);
    Point applied = new Point(470, 90);
    for (int i = 0; i < 2; i++) {
      int y = 35 + 110 * i;
      drawing
          .write(55, y, "inputs[%d]".formatted(i), "input")
          .line(new Point(82, y), sum, 26, "", "weight")
          .write(225, 34 + 112 * i, "· weights[%d]".formatted(i), "weight");
    }
    return drawing
        .arrow(new Point(310, 202), sum, "", "weight")
        .write(355, 172, "+ bias", "weight")
        .circle(sum, "Σ", "summed")
        .arrow(sum, applied, "z", "")
        .circle(applied, "f", "")
        .arrow(applied, new Point(640, 90), "a", "input");
  }

  private static Drawing twoFingers() {
    int top = 50;
    return new Drawing(560, 180)
        .matrix(40, top, 3, 4, "W", "ji", "weight", Lit.row(1))
        .write(164, top + 40, "·", "")
        .matrix(210, top - 10, 4, 3, "A", "is", "input", Lit.column(2))
        .write(312, top + 40, "=", "")
        .matrix(360, top, 3, 3, "Z", "js", "summed", (r, c) -> r == 1 && c == 2)
        .line(new Point(44, top + 35), new Point(132, top + 35), 0, "", "weight")
        .line(new Point(269, top - 8), new Point(269, top + 82), 0, "", "input");
  }

  private static Drawing chain() {
    Point z = new Point(60, 70);
    Point a = new Point(230, 70);
    Point cost = new Point(400, 70);
    return new Drawing(460, 150)
        .circle(z, "z", "")
        .circle(a, "a", "input")
        .circle(cost, "C", "")
        .arrow(z, a, "f", "")
        .arrow(a, cost, "", "")
        .line(new Point(400, 112), new Point(230, 112), 20, "∂C/∂a", "delta")
        .line(new Point(230, 112), new Point(60, 112), 20, "f′(z)", "delta")
        .write(60, 136, "δ", "delta");
  }

  private static Drawing weightGradient() {
    Point from = new Point(60, 60);
    Point to = new Point(440, 60);
    Point middle = new Point(250, 60);
    return new Drawing(500, 130)
        .line(from, new Point(232, 60), 26, "a", "input")
        .line(to, new Point(268, 60), 26, "", "delta")
        .write(350, 44, "δ", "delta")
        .circle(from, "i", "input")
        .circle(to, "j", "delta")
        .circle(middle, "×", "weight")
        .write(250, 104, "∂C/∂w = δ · a", "weight");
  }

  /** For one sample, in the names of the chapter's loop. */
  private static Drawing hiddenDelta() {
    Point hidden = new Point(70, 100);
    Point sum = new Point(240, 100);
    Drawing drawing =
        new Drawing(720, 200)
            .circle(hidden, "j", "delta")
            .write(70, 142, "delta[j]", "delta")
            .circle(sum, "sum", "summed")
            .line(sum, hidden, 26, "", "delta")
            .write(155, 82, "· f′(z)", "delta");
    for (int k = 0; k < 2; k++) {
      Point forward = new Point(530, 45 + 110 * k);
      drawing
          .circle(forward, "k=" + k, "delta")
          .arrow(forward, sum, "", "weight")
          .write(360, 40 + 120 * k, "· forwardWeights[%d][j]".formatted(k), "weight")
          .write(632, forward.y(), "forwardDelta[%d]".formatted(k), "delta");
    }
    return drawing;
  }

  /** The rule above; below it a product that fits only after a turn. */
  private static Drawing slots() {
    Drawing drawing = new Drawing(640, 290);
    indices(drawing, 50, "left", "rq", "right", "qc", "result", "rc");
    indices(drawing, 150, "Δ", "js", "A", "is", "", "");
    indices(drawing, 250, "Δ", "js", "A", "si", "", "ji");
    return drawing
        .write(307, 236, "T", "summed large")
        .arrow(new Point(400, 150), new Point(350, 250), "", "summed")
        .arrow(new Point(350, 150), new Point(400, 250), "", "");
  }

  /** Two factors and their result, each with its two indices, and the slots of what is summed. */
  private static void indices(
      Drawing drawing,
      int y,
      String left,
      String reads,
      String right,
      String needs,
      String name,
      String result) {
    drawing.write(40, y, left, large(left)).write(285, y, right, large(right));
    drawing.write(225, y, "·", "").write(455, y, result.isEmpty() ? "" : "=", "");
    drawing.write(500, y, name, "");
    String indices = reads + needs + result;
    for (int n = 0; n < indices.length(); n++) {
      String index = indices.substring(n, n + 1);
      int x = List.of(100, 350, 555).get(n / 2) + 50 * (n % 2);
      boolean isRequired = n == 1 || n == 2;
      drawing.tile(new Point(x, y), index, "qs".contains(index), isRequired);
    }
  }

  private static String large(String symbol) {
    return kind(symbol).isEmpty() ? "" : kind(symbol) + " large";
  }

  private static Drawing batch() {
    Point sum = new Point(330, 110);
    Drawing drawing = new Drawing(560, 220);
    for (int s = 0; s < 4; s++) {
      int y = 28 + 54 * s;
      drawing
          .write(24, y, "s" + s, "summed")
          .write(70, y, "δ", "delta")
          .write(90, y, "·", "")
          .write(110, y, "a", "input")
          .line(new Point(130, y), sum, 24, "", "");
    }
    return drawing.circle(sum, "Σ", "summed").arrow(sum, new Point(540, 110), "∂C/∂w", "weight");
  }

  /** Step 6 in the four layouts of the slot rule's table. */
  private static Drawing layouts() {
    Drawing drawing = new Drawing(760, 330);
    product(drawing, 30, 40, "Δ", "js", "Aᵀ", "si");
    product(drawing, 420, 40, "A", "is", "Δᵀ", "sj");
    product(drawing, 30, 200, "Aᵀ", "is", "Δ", "sj");
    product(drawing, 420, 200, "Δᵀ", "js", "A", "si");
    return drawing;
  }

  private static void product(
      Drawing drawing, int x, int y, String left, String reads, String right, String needs) {
    int rows = size(reads.charAt(0));
    int between = size(reads.charAt(1));
    int columns = size(needs.charAt(1));
    int afterLeft = x + between * CELL;
    int afterRight = afterLeft + 40 + columns * CELL;
    drawing
        .matrix(x, y, rows, between, left, reads, kind(left), Lit.row(0))
        .write(afterLeft + 14, y + 34, "·", "")
        .matrix(afterLeft + 40, y, between, columns, right, needs, kind(right), Lit.column(0))
        .write(afterRight + 12, y + 34, "=", "")
        .matrix(
            afterRight + 40,
            y,
            rows,
            columns,
            "∂W",
            reads.substring(0, 1) + needs.substring(1),
            "weight",
            (r, c) -> r + c == 0);
  }

  private static int size(char index) {
    return Map.of('j', 2, 'i', 3, 's', 4).get(index);
  }

  private static String kind(String symbol) {
    return symbol.startsWith("Δ") ? "delta" : symbol.startsWith("A") ? "input" : "";
  }

  private static Drawing biasAsInput() {
    Drawing drawing =
        new Drawing(520, 190)
            .matrix(40, 50, 2, 4, "[W | b]", "ji", "weight", Lit.column(3))
            .write(160, 72, "·", "")
            .matrix(210, 40, 4, 4, "[A ; 1]", "is", "input", Lit.row(3))
            .write(332, 72, "=", "")
            .matrix(390, 50, 2, 4, "Z", "js", "summed", Lit.NONE);
    for (int n = 0; n < 4; n++) {
      drawing.write(221 + n * CELL, 123, "1", "input").write(123, 61 + n % 2 * CELL, "b", "weight");
    }
    return drawing;
  }

  private static Drawing timeSteps() {
    Drawing drawing = new Drawing(620, 160);
    for (int t = 0; t < 4; t++) {
      Point here = new Point(50 + 170 * t, 60);
      drawing.circle(here, "h" + t, "input");
      if (t < 3) {
        Point next = new Point(here.x() + 170, 60);
        drawing
            .arrow(here, next, "W", "weight")
            .line(
                new Point(next.x(), 108),
                new Point(here.x(), 108),
                20,
                "δ[t%d]".formatted(t),
                "delta");
      }
    }
    return drawing;
  }

  private static Drawing imageToColumns() {
    return new Drawing(480, 190)
        .matrix(30, 40, 4, 4, "", "  ", "input", (r, c) -> (r == 1 || r == 2) && (c == 1 || c == 2))
        .line(new Point(136, 88), new Point(196, 88), 4, "", "")
        .matrix(220, 40, 4, 9, "P", "is", "input", Lit.column(4));
  }

  private static Drawing attention() {
    int top = 50;
    return new Drawing(700, 170)
        .matrix(30, top, 3, 2, "Q", "td", "input", Lit.row(1))
        .write(92, top + 34, "·", "")
        .matrix(126, top, 2, 3, "Kᵀ", "du", "weight", Lit.column(2))
        .write(210, top + 34, "=", "")
        .matrix(244, top, 3, 3, "", "tu", "summed", (r, c) -> r == 1 && c == 2)
        .line(new Point(318, top + 34), new Point(390, top + 34), 2, "softmax", "")
        .matrix(414, top, 3, 3, "P", "tu", "summed", Lit.row(1))
        .write(500, top + 34, "·", "")
        .matrix(534, top, 3, 2, "V", "ud", "weight", Lit.column(0))
        .write(596, top + 34, "=", "")
        .matrix(630, top, 3, 2, "", "td", "input", (r, c) -> r == 1 && c == 0);
  }
}
