package backprop.parity.html;

import backprop.parity.io.Resources;
import java.util.Map;

/** The colours and the type that all pages share. */
public final class Look {
  private Look() {}

  /**
   * A whole style sheet.
   *
   * @param style where {@code {{base}}} stands for what all pages share, in light colours, and
   *     {@code {{dark}}} for the dark colours, which each page chooses in its own way
   */
  public static String style(String style) {
    Map<String, String> light = Map.of("light", text("light.css"));
    String base = Template.filled(text("base.css"), light);
    return Template.filled(style, Map.of("base", base, "dark", text("dark.css")));
  }

  private static String text(String name) {
    return Resources.text(Look.class, name).stripTrailing();
  }
}
