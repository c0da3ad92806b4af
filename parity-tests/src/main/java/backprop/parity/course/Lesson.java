package backprop.parity.course;

import backprop.parity.model.Case;
import backprop.parity.suites.CourseCases;
import java.util.List;
import java.util.Map;

/**
 * What one chapter adds to a learner's program, and how that is asked.
 *
 * @param number of the chapter
 * @param page of the tutorial, its file name
 * @param asks the fields of an answer that are new here, none in chapter 1
 * @param functions of the starter that are to be written, {@code inWordsLikeThis}
 * @param predict a question to answer before anything is written
 * @param write the formula, in words
 * @param hints for somebody whose numbers are wrong, by the name of the field; "" is for any other
 */
public record Lesson(
    int number,
    String title,
    String page,
    AnswerFields asks,
    List<String> functions,
    String predict,
    String write,
    Map<String, String> hints) {

  /** For somebody whose numbers of a field are wrong; it does not give the code away. */
  String hint(String field) {
    return hints.getOrDefault(field, hints.get(""));
  }

  /** Such as {@code Chapter 6 · hidden delta}. */
  String heading() {
    return "Chapter %d · %s".formatted(number, title);
  }

  /** Where the page stands, from the project's top folder. */
  public String path() {
    return "parity-tests/tutorial/" + page;
  }

  /** The networks that are asked, in this order. */
  public List<Case> cases() {
    return CourseCases.ofChapter(number);
  }
}
