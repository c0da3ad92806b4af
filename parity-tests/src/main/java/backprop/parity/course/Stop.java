package backprop.parity.course;

import backprop.parity.cases.Case;
import backprop.parity.mistakes.Program;
import backprop.parity.oracle.ComparedEntry;
import java.util.List;
import java.util.Optional;

/** Why a learner's program goes no further. */
public sealed interface Stop permits Stop.NotYet, Stop.Wrong, Stop.NoAnswer {
  /** The chapter that is not right. */
  Lesson lesson();

  /** The question on which that was seen. */
  Case question();

  /**
   * Something that the chapter asks for is not there.
   *
   * @param missing such as {@code deltas of layer 1}
   */
  record NotYet(Lesson lesson, Case question, String missing) implements Stop {}

  /**
   * A number differs by more than rounding explains.
   *
   * @param entry the first one, in the order of the steps
   * @param terms that it should be made of, by name and by value
   * @param mistakes that give the same numbers, on the other questions of the chapter too
   * @param clue how this one number may have come about
   */
  record Wrong(
      Lesson lesson,
      Case question,
      ComparedEntry entry,
      String terms,
      List<Program> mistakes,
      Optional<String> clue)
      implements Stop {}

  /**
   * The program gave nothing that could be looked at.
   *
   * @param sentence that says what it did instead
   */
  record NoAnswer(Lesson lesson, Case question, String sentence) implements Stop {}
}
