package backprop.parity.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A paragraph of a resource that people write by hand: a line such as {@code [name] title}, then
 * lines such as {@code key: value}. What begins otherwise is a comment.
 *
 * @param title what stands behind the brackets; may be empty
 * @param fields in the order in which they are written
 */
public record NamedParagraph(String name, String title, Map<String, String> fields) {
  /**
   * All paragraphs of one resource.
   *
   * @param neighbour a class of the package that it lies in
   * @throws IllegalStateException if the program was built without it
   */
  public static List<NamedParagraph> read(Class<?> neighbour, String file) {
    List<NamedParagraph> paragraphs = new ArrayList<>();
    for (String paragraph : Resources.text(neighbour, file).split("\n\n")) {
      if (paragraph.startsWith("[")) {
        paragraphs.add(of(paragraph.strip().split("\n")));
      }
    }
    return List.copyOf(paragraphs);
  }

  private static NamedParagraph of(String[] lines) {
    int bracket = lines[0].indexOf(']');
    Map<String, String> fields = new LinkedHashMap<>();
    for (String line : List.of(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    String title = lines[0].substring(bracket + 1).strip();
    return new NamedParagraph(lines[0].substring(1, bracket), title, fields);
  }
}
