package backprop.parity.documents;

import backprop.parity.html.Element;

/** A small picture of circles, arrows and matrices; its words are symbols, so it has no language. */
final class Drawing {
  /** How wide and high an entry of a matrix is. */
  static final int CELL = 24;

  private static final int RADIUS = 22;

  private static final String STYLE =
      """
      text { font: 15px ui-monospace, Menlo, Consolas, monospace; text-anchor: middle; fill: #22262b; }
      .small { font-size: 14px; fill: #5a6068; }
      text.large { font-size: 23px; }
      circle, rect { fill: #fff; stroke: #8b9099; }
      line { stroke: #5a6068; stroke-width: 1.8; }
      .head { fill: #5a6068; }
      .slot { fill: none; stroke: var(--ink); stroke-width: 2; stroke-dasharray: 5 4; }
      .paper { fill: #fbfaf7; stroke: none; }
      .delta { --ink: #0a5a9c; --soft: #dcebf9; }
      .input { --ink: #9a4a00; --soft: #ffe9cf; }
      .weight { --ink: #00695a; --soft: #d7efe9; }
      .summed { --ink: #86266f; --soft: #f8e2f2; }
      circle[class], rect.lit, rect.tile { fill: var(--soft); stroke: var(--ink); }
      text[class]:not(.small) { fill: var(--ink); font-weight: 700; }
      line[class] { stroke: var(--ink); stroke-width: 2.4; }
      .head[class*=" "] { fill: var(--ink); }
      @media (prefers-color-scheme: dark) {
        text { fill: #e8e5df; }
        .small { fill: #a0a6ae; }
        circle, rect { fill: #1c1f25; stroke: #7d848e; }
        line { stroke: #a0a6ae; }
        .head { fill: #a0a6ae; }
        .paper { fill: #15171b; }
        .delta { --ink: #86c5ff; --soft: #14334f; }
        .input { --ink: #ffbd73; --soft: #47300f; }
        .weight { --ink: #7fd6c2; --soft: #143a33; }
        .summed { --ink: #f2a7e4; --soft: #46214a; }
      }
      """;

  /** Where a circle stands, or an arrow begins. */
  record Point(int x, int y) {}

  /** Which entries of a matrix stand out. */
  interface Lit {
    Lit NONE = (r, c) -> false;
    Lit ALL = (r, c) -> true;

    boolean at(int r, int c);

    static Lit row(int row) {
      return (r, c) -> r == row;
    }

    static Lit column(int column) {
      return (r, c) -> c == column;
    }
  }

  private final Element picture;

  Drawing(int width, int height) {
    picture =
        Element.of("svg")
            .with("xmlns", "http://www.w3.org/2000/svg")
            .with("viewBox", "0 0 %d %d".formatted(width, height))
            .with("width", width)
            .add(Element.of("style").text(STYLE.replaceAll("\\s+", " ").strip()));
    // Its own paper: the page that shows it may be light where the system is dark.
    add(Element.of("rect").with("width", width).with("height", height).with("rx", 8), "paper");
  }

  /** A text around a point. */
  Drawing write(int x, int y, String text, String kind) {
    return add(Element.of("text", text).with("x", x).with("y", y + 5), kind);
  }

  /** A circle with a symbol in it. */
  Drawing circle(Point at, String symbol, String kind) {
    add(Element.of("circle").with("cx", at.x).with("cy", at.y).with("r", RADIUS), kind);
    return write(at.x, at.y, symbol, kind);
  }

  /** The name of an index on a tile; in a product's slot if it is the one summed. */
  Drawing tile(Point at, String index, boolean isSummed, boolean isRequired) {
    add(square(at, 38, 8), isSummed ? "summed tile" : "");
    if (isRequired) {
      add(square(at, 47, 11), "summed slot");
    }
    return write(at.x, at.y, index, isSummed ? "summed" : "");
  }

  private static Element square(Point at, int size, int rounding) {
    return Element.of("rect")
        .with("x", at.x - size / 2)
        .with("y", at.y - size / 2)
        .with("width", size)
        .with("height", size)
        .with("rx", rounding);
  }

  /** From one circle to another, with a symbol beside it. */
  Drawing arrow(Point from, Point to, String symbol, String kind) {
    return line(from, to, RADIUS + 4, symbol, kind);
  }

  /** From one point to another. */
  Drawing line(Point from, Point to, int gap, String symbol, String kind) {
    double angle = StrictMath.atan2(to.y - from.y, to.x - from.x);
    double x = StrictMath.cos(angle);
    double y = StrictMath.sin(angle);
    long tipX = Math.round(to.x - x * gap);
    long tipY = Math.round(to.y - y * gap);
    Element line =
        Element.of("line")
            .with("x1", Math.round(from.x + x * gap))
            .with("y1", Math.round(from.y + y * gap))
            .with("x2", Math.round(to.x - x * (gap + 6)))
            .with("y2", Math.round(to.y - y * (gap + 6)));
    long degrees = Math.round(StrictMath.toDegrees(angle));
    String place = "translate(%d %d) rotate(%d)".formatted(tipX, tipY, degrees);
    Element head = Element.of("path").with("d", "M0 0L-11 5v-10Z").with("transform", place);
    add(line, kind).add(head, ("head " + kind).strip());
    // To the left of those who walk along the arrow.
    long middleX = Math.round((from.x + to.x) / 2.0 + 14 * y);
    long middleY = Math.round((from.y + to.y) / 2.0 - 14 * x);
    return write((int) middleX, (int) middleY, symbol, kind);
  }

  /** A matrix with its symbol below it, and the names of its rows and columns on its sides. */
  Drawing matrix(
      int left, int top, int rows, int columns, String symbol, String names, String kind, Lit lit) {
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        Element cell =
            Element.of("rect")
                .with("x", left + c * CELL)
                .with("y", top + r * CELL)
                .with("width", CELL - 2)
                .with("height", CELL - 2)
                .with("rx", 3);
        add(cell, lit.at(r, c) ? kind + " lit" : "");
      }
    }
    write(left - 10, top + rows * CELL / 2 - 2, names.substring(0, 1), "small");
    write(left + columns * CELL / 2, top - 12, names.substring(1), "small");
    return write(left + columns * CELL / 2, top + rows * CELL + 14, symbol, kind);
  }

  private Drawing add(Element shape, String kind) {
    picture.add(kind.isEmpty() ? shape : shape.with("class", kind));
    return this;
  }

  @Override
  public String toString() {
    return picture + "\n";
  }
}
