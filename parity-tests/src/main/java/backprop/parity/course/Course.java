package backprop.parity.course;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chapters in which something is written, as {@code lessons.txt} has them. */
public final class Course {
  private static final String FILE = "lessons.txt";
  private static final List<Lesson> LESSONS = read();

  private Course() {}

  /** All of them, in the order in which they are passed. */
  public static List<Lesson> lessons() {
    return LESSONS;
  }

  private static List<Lesson> read() {
    List<Lesson> lessons = new ArrayList<>();
    for (String paragraph : text().split("\n\n")) {
      if (paragraph.startsWith("[")) {
        lessons.add(lesson(paragraph.strip().split("\n")));
      }
    }
    return List.copyOf(lessons);
  }

  private static Lesson lesson(String[] lines) {
    int bracket = lines[0].indexOf(']');
    Map<String, String> fields = new HashMap<>();
    for (String line : List.of(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    return new Lesson(
        Integer.parseInt(lines[0].substring(1, bracket)),
        lines[0].substring(bracket + 2),
        fields.get("page"),
        Fields.named(fields.get("asks")),
        Stream.of(fields.get("functions").split(" ")).filter(name -> !name.isEmpty()).toList(),
        fields.get("write"),
        fields.get("hint"));
  }

  private static String text() {
    try (InputStream input = Course.class.getResourceAsStream(FILE)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
