package backprop.parity.training.report;

import backprop.parity.html.Element;

/** What may be wider than a phone scrolls in a box of its own, which the keyboard reaches too. */
final class ScrollBox {
  private ScrollBox() {}

  /** A box with a name for those who do not see it. */
  static Element of(String name, Element content) {
    return Element.of("div")
        .with("class", "scroll")
        .with("role", "region")
        .with("aria-label", name)
        .with("tabindex", "0")
        .add(content);
  }

  /** What the table in it shows; it stays in sight when the table is moved. */
  static Element caption(String text) {
    return Element.of("caption").add(Element.of("span", text));
  }
}
