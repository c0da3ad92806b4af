package backprop.parity.course;

import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.io.FunctionProblem;
import backprop.parity.model.Case;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.terms.Derivation;
import backprop.parity.terms.Sentence;
import backprop.parity.verdict.ComparedEntry;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Why a learner's program goes no further. */
public sealed interface LessonProblem
    permits LessonProblem.NotYet,
        LessonProblem.Failed,
        LessonProblem.Wrong,
        LessonProblem.NoAnswer {
  /** The chapter that is not right. */
  Lesson lesson();

  /** The question on which that was seen. */
  Case question();

  /** The chapter to read again, and to be given hints of. */
  default Lesson chapter() {
    return lesson();
  }

  /** Whether it is that chapter which is not right. */
  default boolean blames(Lesson chapter) {
    return lesson().equals(chapter);
  }

  /**
   * Something that the chapter asks for is not there.
   *
   * @param missing such as {@code deltas of layer 1}
   * @param function that returned nothing, if the program says so
   */
  record NotYet(Lesson lesson, Case question, String missing, Optional<String> function)
      implements LessonProblem {}

  /**
   * Something that the chapter asks for cannot be used, or a function failed that should give it.
   *
   * @param sentence that says which, what it gave and what is expected
   * @param line of the program, if that is known
   * @param functions that can be at fault
   */
  record Failed(
      Lesson lesson, Case question, String sentence, OptionalInt line, List<String> functions)
      implements LessonProblem {
    static Failed of(Lesson lesson, Case question, FunctionProblem problem) {
      List<String> functions = SuspectFunctions.of(problem);
      return new Failed(lesson, question, problem.sentence(), problem.line(), functions);
    }

    /** A function can fail in the question of a chapter after its own. */
    @Override
    public Lesson chapter() {
      return functions.stream()
          .flatMap(name -> Course.of(name).stream())
          .findFirst()
          .orElse(lesson);
    }
  }

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
      Derivation terms,
      List<FaultyProgram> mistakes,
      Optional<Sentence> clue)
      implements LessonProblem {}

  /**
   * The program gave nothing that could be looked at.
   *
   * @param problem says what it did instead
   * @param called the functions that were called in it so far, if the program says so
   */
  record NoAnswer(Lesson lesson, Case question, NoUsableAnswer problem, List<String> called)
      implements LessonProblem {
    @Override
    public boolean blames(Lesson chapter) {
      // A program that calls functions can answer already: chapter 1 asks for no more.
      boolean answersAlready = lesson.functions().isEmpty() && !called.isEmpty();
      return !isAtTheStart() && !answersAlready && lesson.equals(chapter);
    }

    /** Whether it did not even begin: then no chapter is to blame. */
    boolean isAtTheStart() {
      return question.equals(Course.lessons().get(0).cases().get(0))
          && problem.kind() != NoUsableAnswer.Kind.UNUSABLE
          && problem.kind() != NoUsableAnswer.Kind.PRINTED;
    }
  }
}
