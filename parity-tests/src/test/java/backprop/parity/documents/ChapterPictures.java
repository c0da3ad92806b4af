package backprop.parity.documents;

import static backprop.parity.documents.Drawing.CELL;

import backprop.parity.documents.Drawing.Lit;
import backprop.parity.documents.Drawing.Point;
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
    Drawing drawing = new Drawing(560, 220);
    Point sum = new Point(230, 110);
    Point applied = new Point(390, 110);
    for (int i = 0; i < 3; i++) {
      Point input = new Point(40, 40 + 70 * i);
      drawing.circle(input, "i" + i, "input").arrow(input, sum, "w" + i, "weight");
    }
    return drawing
        .arrow(new Point(230, 226), sum, "", "weight")
        .write(250, 190, "b", "weight")
        .circle(sum, "Σ", "summed")
        .arrow(sum, applied, "z", "")
        .circle(applied, "f", "")
        .arrow(applied, new Point(550, 110), "a", "input");
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

  private static Drawing hiddenDelta() {
    Point hidden = new Point(60, 110);
    Drawing drawing = new Drawing(460, 220).circle(hidden, "j", "delta");
    for (int k = 0; k < 3; k++) {
      Point forward = new Point(300, 40 + 70 * k);
      drawing
          .circle(forward, "k" + k, "delta")
          .arrow(forward, hidden, "", "weight")
          .write(200, new int[] {46, 96, 178}[k], "F[k%d][j]".formatted(k), "weight")
          .write(356, forward.y(), "δ[k%d]".formatted(k), "delta");
    }
    return drawing.write(60, 152, "Σk", "summed");
  }

  /** The rule above; below it a product that fits only after a turn. */
  private static Drawing slots() {
    Drawing drawing = new Drawing(600, 270);
    indices(drawing, 30, "L", "rq", "R", "qc", "rc");
    indices(drawing, 130, "Δ", "js", "A", "is", "");
    indices(drawing, 230, "Δ", "js", "Aᵀ", "si", "ji");
    return drawing
        .arrow(new Point(335, 130), new Point(285, 230), "", "summed")
        .arrow(new Point(285, 130), new Point(335, 230), "", "");
  }

  /** Two factors and their result, each with its two slots; what is summed has its own colour. */
  private static void indices(
      Drawing drawing,
      int y,
      String left,
      String reads,
      String right,
      String needs,
      String result) {
    drawing.write(30, y, left, kind(left)).write(235, y, right, kind(right));
    drawing.write(185, y, "·", "").write(395, y, result.isEmpty() ? "" : "=", "");
    String names = reads + needs + result;
    for (int n = 0; n < names.length(); n++) {
      String name = names.substring(n, n + 1);
      Point at = new Point(80 + 205 * (n / 2) + 50 * (n % 2) - (n > 3 ? 30 : 0), y);
      drawing.circle(at, name, "qs".contains(name) ? "summed" : "");
    }
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
            .matrix(40, 50, 2, 4, "W b", "ji", "weight", Lit.column(3))
            .write(160, 72, "·", "")
            .matrix(210, 40, 4, 4, "A 1", "is", "input", Lit.row(3))
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
