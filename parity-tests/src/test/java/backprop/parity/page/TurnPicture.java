package backprop.parity.page;

import backprop.loops.BackwardPass;
import backprop.parity.html.Element;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.NumberText;

/** The README's picture: the activations turn until s stands where the product reads it. */
final class TurnPicture {
  private static final int WIDE = 62;
  private static final int HIGH = 30;

  /** Which weight is lit: from neuron i to neuron j. */
  private static final int LIT_J = 1;

  private static final int LIT_I = 2;

  private static final String STYLE =
      """
      text { font: 14px ui-monospace, Menlo, Consolas, monospace; fill: #22262b; }
      .number text { text-anchor: middle; font-size: 12.5px; }
      .label text, .name { fill: #5a6068; text-anchor: middle; }
      .name { font-size: 18px; font-weight: 700; }
      rect { fill: #fff; stroke: #d5d0c5; rx: 5px; }
      .paper { fill: #fbfaf7; stroke: none; }
      .delta.lit rect { fill: #dcebf9; stroke: #0a5a9c; }
      .input.lit rect { fill: #ffe9cf; stroke: #9a4a00; }
      .sum.lit rect { fill: #f8e2f2; stroke: #86266f; }
      .added { fill: #86266f; font-weight: 700; }
      .name.added { text-anchor: start; }
      .turning { transform: translate(var(--x1), var(--y1)); }
      @media (prefers-color-scheme: dark) {
        text { fill: #e8e5df; }
        .label text, .name { fill: #a0a6ae; }
        rect { fill: #1c1f25; stroke: #3a3f48; }
        .paper { fill: #15171b; }
        .delta.lit rect { fill: #14334f; stroke: #86c5ff; }
        .input.lit rect { fill: #47300f; stroke: #ffbd73; }
        .sum.lit rect { fill: #46214a; stroke: #f2a7e4; }
        .added { fill: #f2a7e4; }
      }
      @media (prefers-reduced-motion: no-preference) {
        .turning { animation: turn 9s ease-in-out infinite; animation-delay: var(--later); }
        .added { animation: appear 9s infinite; }
        .touched rect { animation: touch 9s infinite; animation-delay: var(--when); }
        .sum.lit { animation: appear 9s infinite; animation-delay: 3.2s; }
      }
      @keyframes turn {
        0%, 12%, 100% { transform: translate(var(--x0), var(--y0)); }
        23%, 88% { transform: translate(var(--x1), var(--y1)); }
      }
      @keyframes appear { 0%, 38% { opacity: 0; } 41%, 88% { opacity: 1; } 100% { opacity: 0; } }
      @keyframes touch { 0%, 7% { stroke-width: 4px; } 8%, 100% { stroke-width: 1px; } }
      """;

  private final Case question = WorkedExamples.named("hello");
  private final Result result = new LoopsSource().answer(question);
  private final Element picture = Element.of("svg");

  /** The whole file. */
  static String text() {
    return new TurnPicture().drawn();
  }

  private String drawn() {
    double[][] delta = result.values(Quantity.DELTAS, 2).orElseThrow();
    double[][] activations = result.values(Quantity.ACTIVATIONS, 1).orElseThrow();
    double[][] sums = BackwardPass.weightGradients(delta, activations, 1.0);
    picture
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", "0 0 936 262")
        .with("role", "img")
        .with(
            "aria-label",
            "A matrix of activations turns about its diagonal, so that its samples run down a"
                + " column, where the product reads them: that is the T in Δ · Aᵀ.")
        .add(Element.of("style").text(STYLE.replaceAll("\\s+", " ").strip()))
        .add(Element.of("rect").with("class", "paper").with("width", 936).with("height", 262));
    write(20, 28, "code", "sum += delta[j][s] * activations[i][s]   for every sample s");
    name(40, "Δ");
    sheet(0, 48, "delta", delta, 'j', 's', LIT_J);
    name(362, "·");
    name(390, "A");
    write(396, 56, "name added", "ᵀ");
    turningSheet(362, 48, activations);
    name(700, "= Δ·Aᵀ");
    sheet(682, 48, "sum", sums, 'j', 'i', LIT_J);
    write(20, 250, "code", "delta.multiply(activations");
    write(240, 250, "added", ".transpose()");
    write(342, 250, "code", ")");
    return picture + "\n";
  }

  private void name(int x, String name) {
    picture.add(Element.of("text", name).with("class", "name").with("x", x).with("y", 56));
  }

  private void write(int x, int y, String classes, String words) {
    Element text = Element.of("text", words).with("class", classes).with("x", x).with("y", y);
    picture.add(text.with("xml:space", "preserve"));
  }

  private void sheet(
      int left, int top, String kind, double[][] rows, char rowName, char columnName, int lit) {
    for (int r = 0; r < rows.length; r++) {
      add(place(left, top, r + 1, 0), "label", "" + rowName + r);
      for (int c = 0; c < rows[r].length; c++) {
        boolean isLit = kind.equals("sum") ? r == lit && c == LIT_I : r == lit;
        String classes = "number " + kind + (isLit ? " lit" : "");
        String when = isLit && kind.equals("delta") ? touched(c) : "";
        add(
            place(left, top, r + 1, c + 1) + when,
            classes + touchedClass(when),
            number(rows[r][c]));
      }
    }
    for (int c = 0; c < rows[0].length; c++) {
      add(place(left, top, 0, c + 1), "label", "" + columnName + c);
    }
  }

  private void turningSheet(int left, int top, double[][] rows) {
    for (int r = 0; r <= rows.length; r++) {
      for (int c = 0; c <= rows[0].length; c++) {
        if (r + c > 0) {
          String label = r == 0 ? "s" + (c - 1) : "i" + (r - 1);
          boolean isNumber = r > 0 && c > 0;
          boolean isLit = isNumber && r - 1 == LIT_I;
          String when = isLit ? touched(c - 1) : "";
          String kind = isNumber ? "number input" + (isLit ? " lit" : "") : "label";
          String content = isNumber ? number(rows[r - 1][c - 1]) : label;
          String places = from(left, top, r, c) + to(left, top, c, r) + later(r, c) + when;
          add(places, "turning " + kind + touchedClass(when), content);
        }
      }
    }
  }

  /** What is near the first corner turns first, so that few numbers meet halfway. */
  private static String later(int r, int c) {
    return "--later: %.2fs; ".formatted(0.2 * (r + c) + 0.08 * Math.abs(r - c));
  }

  private static String touched(int s) {
    return "--when: %.1fs;".formatted(4 + 0.7 * s);
  }

  private static String touchedClass(String when) {
    return when.isEmpty() ? "" : " touched";
  }

  private static String from(int left, int top, int r, int c) {
    return "--x0: %dpx; --y0: %dpx; ".formatted(left + c * WIDE, top + r * HIGH);
  }

  private static String to(int left, int top, int r, int c) {
    return "--x1: %dpx; --y1: %dpx; ".formatted(left + c * WIDE, top + r * HIGH);
  }

  private static String place(int left, int top, int r, int c) {
    return "transform: translate(%dpx, %dpx);".formatted(left + c * WIDE, top + r * HIGH);
  }

  private void add(String style, String classes, String content) {
    Element cell = Element.of("g").with("class", classes).with("style", style);
    if (classes.contains("number")) {
      cell.add(Element.of("rect").with("width", WIDE - 3).with("height", HIGH - 3));
    }
    Element text = Element.of("text", content).with("x", WIDE / 2 - 1).with("y", 19);
    picture.add(cell.add(text));
  }

  private static String number(double value) {
    return NumberText.rounded(value, Math.abs(value) < 0.01 ? 2 : 3).replace('-', '−');
  }
}
