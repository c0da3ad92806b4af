package backprop.parity.training.report;

import backprop.parity.html.Element;
import java.util.Arrays;
import java.util.List;

/**
 * A table with a heading for every column and for every row. What may be wider than a phone scrolls
 * in a box of its own, which the keyboard reaches too.
 */
final class ReportTable {
  private final Element table = Element.of("table").with("class", "numbers");
  private final Element head = Element.of("tr");
  private final Element body = Element.of("tbody");

  ReportTable(List<String> headings) {
    headings.forEach(heading -> head.add(Element.of("th", heading).with("scope", "col")));
  }

  /** Says what the table shows. */
  ReportTable caption(String text) {
    table.add(captionElement(text));
    return this;
  }

  /** Adds a row. */
  void row(String heading, String... cells) {
    Element row = Element.of("tr").add(Element.of("th", heading).with("scope", "row"));
    body.add(row.add(Arrays.stream(cells).map(cell -> Element.of("td", cell)).toList()));
  }

  /**
   * The table in its box.
   *
   * @param name for those who do not see it
   */
  Element element(String name) {
    return inBox(name, table.add(Element.of("thead").add(head), body));
  }

  /** A box with a name for those who do not see it. */
  static Element inBox(String name, Element content) {
    return Element.of("div")
        .with("class", "scroll")
        .with("role", "region")
        .with("aria-label", name)
        .with("tabindex", "0")
        .add(content);
  }

  /** What a table shows; it stays in sight when the table is moved. */
  static Element captionElement(String text) {
    return Element.of("caption").add(Element.of("span", text));
  }
}
