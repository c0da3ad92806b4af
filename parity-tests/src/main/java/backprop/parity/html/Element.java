package backprop.parity.html;

import backprop.parity.model.Printable;
import java.util.List;
import java.util.Set;

/** An element of a page, well-formed as HTML and as XML whatever is put in. */
public final class Element {
  /** Those that never have content, and no end tag. */
  private static final Set<String> VOID = Set.of("br", "col", "img");

  private final String name;
  private final StringBuilder attributes = new StringBuilder();
  private final StringBuilder content = new StringBuilder();

  private Element(String name) {
    this.name = name;
  }

  /** An element without attributes or content yet. */
  public static Element of(String name) {
    return new Element(name);
  }

  /** An element that holds a text. */
  public static Element of(String name, String text) {
    return new Element(name).text(text);
  }

  /** Adds an attribute. */
  public Element with(String attribute, Object value) {
    attributes.append(' ').append(attribute).append("=\"");
    attributes.append(escaped(String.valueOf(value))).append('"');
    return this;
  }

  /** Adds a text, which is never taken for markup. */
  public Element text(String text) {
    content.append(escaped(text));
    return this;
  }

  /** Adds elements in their order. */
  public Element add(Element... children) {
    return add(List.of(children));
  }

  /** Adds elements in their order. */
  public Element add(List<Element> children) {
    children.forEach(content::append);
    return this;
  }

  /** The markup. */
  @Override
  public String toString() {
    String start = "<" + name + attributes;
    return VOID.contains(name) ? start + " />" : start + ">" + content + "</" + name + ">";
  }

  /** A text that is nothing but a text, in content and in attributes. */
  public static String escaped(String text) {
    return Printable.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
