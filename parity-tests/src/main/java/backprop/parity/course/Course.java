package backprop.parity.course;

import backprop.parity.io.Answer;
import backprop.parity.io.NamedParagraph;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.sources.candidate.CandidateReply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The chapters in which something is written, as {@code lessons.txt} has them. */
public final class Course {
  private static final String FILE = "lessons.txt";
  private static final String HINT = "hint";
  private static final List<Lesson> LESSONS = read(FILE);

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

  /** The lessons in a file, a paragraph each. */
  static List<Lesson> read(String file) {
    return NamedParagraph.read(Course.class, file).stream().map(Course::lesson).toList();
  }

  private static Lesson lesson(NamedParagraph paragraph) {
    Map<String, String> fields = paragraph.fields();
    Map<String, String> hints = new HashMap<>();
    fields.forEach(
        (key, value) -> {
          if (key.startsWith(HINT)) {
            hints.put(key.substring(HINT.length()).strip(), value);
          }
        });
    return new Lesson(
        Integer.parseInt(paragraph.name()),
        paragraph.title(),
        fields.get("page"),
        AnswerFields.named(fields.get("asks")),
        Stream.of(fields.get("functions").split(" ")).filter(name -> !name.isEmpty()).toList(),
        fields.get("predict"),
        fields.get("write"),
        Map.copyOf(hints));
  }
}
