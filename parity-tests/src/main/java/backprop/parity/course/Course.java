package backprop.parity.course;

import backprop.parity.io.Answer;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.sources.candidate.CandidateReply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The chapters in which something is written, as {@code lessons.txt} has them. */
public final class Course {
  private static final String FILE = "lessons.txt";
  private static final String HINT = "hint";
  private static final List<Lesson> LESSONS = read();

  /** What a program gives that has passed every chapter. */
  static final AnswerFields ALL_FIELDS =
      LESSONS.stream().map(Lesson::asks).reduce(AnswerFields.NONE, AnswerFields::and);

  private Course() {}

  /** All of them, in the order in which they are passed. */
  public static List<Lesson> lessons() {
    return LESSONS;
  }

  /**
   * What there is in an answer to a question of the course, of the fields that its chapter and those
   * before it ask for; what a program makes of later ones is not looked at yet.
   *
   * @throws InvalidInput if it is no answer to this question
   */
  public static CandidateReply read(Answer answer, Case question) {
    return CandidateReply.part(answer, question, known(question).quantities());
  }

  /** The chapter in which a function is written, under its name in whatever language. */
  static Optional<Lesson> of(String function) {
    return LESSONS.stream()
        .filter(lesson -> lesson.functions().stream().anyMatch(name -> same(name, function)))
        .findFirst();
  }

  /** Whether two names are those of one function: {@code hiddenDelta} and {@code hidden_delta}. */
  static boolean same(String name, String other) {
    return name.replace("_", "").equalsIgnoreCase(other.replace("_", ""));
  }

  /**
   * The fields that a question's chapter and those before it ask for; all of them where it is of no
   * chapter, because it comes after the last.
   */
  static AnswerFields known(Case question) {
    AnswerFields known = AnswerFields.NONE;
    for (Lesson lesson : LESSONS) {
      known = known.and(lesson.asks());
      if (lesson.cases().contains(question)) {
        return known;
      }
    }
    return ALL_FIELDS;
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
    Map<String, String> hints = new HashMap<>();
    for (String line : List.of(lines).subList(1, lines.length)) {
      int colon = line.indexOf(':');
      String key = line.substring(0, colon);
      String value = line.substring(colon + 1).strip();
      if (key.startsWith(HINT)) {
        hints.put(key.substring(HINT.length()).strip(), value);
      } else {
        fields.put(key, value);
      }
    }
    return new Lesson(
        Integer.parseInt(lines[0].substring(1, bracket)),
        lines[0].substring(bracket + 2),
        fields.get("page"),
        AnswerFields.named(fields.get("asks")),
        Stream.of(fields.get("functions").split(" ")).filter(name -> !name.isEmpty()).toList(),
        fields.get("write"),
        Map.copyOf(hints));
  }

  private static String text() {
    try (InputStream input = Course.class.getResourceAsStream(FILE)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
