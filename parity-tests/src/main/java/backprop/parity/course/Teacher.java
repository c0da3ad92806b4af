package backprop.parity.course;

import backprop.parity.diagnosis.Observation;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.slips.SlipSearch;
import backprop.parity.io.FunctionProblem;
import backprop.parity.io.UnusableField;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.terms.Derivation;
import backprop.parity.terms.Sentence;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks a learner's program chapter after chapter, up to the first that is not right.
 *
 * <p>A chapter asks for its own fields. Those of the chapters before it are looked at where they are
 * given, because a hidden delta cannot be right if the activations are wrong; those of later
 * chapters are not.
 */
public final class Teacher {
  private final Candidate candidate;
  private final LoopsSource loops = new LoopsSource();

  /**
   * @param candidate whose answers may leave out what it cannot do yet
   */
  public Teacher(Candidate candidate) {
    this.candidate = candidate;
  }

  /** Goes through the lessons in their order. */
  public CourseReport teach(List<Lesson> lessons) {
    List<Lesson> passed = new ArrayList<>();
    for (Lesson lesson : lessons) {
      Optional<LessonProblem> stop = stopIn(lesson);
      if (stop.isPresent()) {
        return new CourseReport(passed, stop);
      }
      passed.add(lesson);
    }
    return new CourseReport(passed, Optional.empty());
  }

  private Optional<LessonProblem> stopIn(Lesson lesson) {
    List<Observation> observations = new ArrayList<>();
    for (Case question : lesson.cases()) {
      Optional<LessonProblem> stop = ask(lesson, question, observations);
      if (stop.isPresent()) {
        return stop;
      }
    }
    return Optional.empty();
  }

  private Optional<LessonProblem> ask(
      Lesson lesson, Case question, List<Observation> observations) {
    CandidateReply reply;
    try {
      reply = candidate.answer(question);
    } catch (NoUsableAnswer problem) {
      return Optional.of(new LessonProblem.NoAnswer(lesson, question, problem, List.of()));
    }
    if (reply.result().isEmpty()) {
      String missing = "an answer other than \"unsupported\"";
      return Optional.of(new LessonProblem.NotYet(lesson, question, missing, Optional.empty()));
    }
    AnswerFields known = Course.known(question);
    Optional<UnusableField> fault = known.firstOf(reply.faults());
    if (fault.isPresent()) {
      return fault.map(found -> unusable(lesson, question, found));
    }
    Result given = known.of(reply.result().get());
    observations.add(new Observation(question, given));
    CaseComparison comparison =
        new CaseComparison(question, loops.answer(question), given, Precision.DOUBLE);
    if (!comparison.agrees()) {
      return Optional.of(wrong(lesson, comparison, observations));
    }
    return lesson
        .asks()
        .missingFrom(given)
        .map(missing -> missing(lesson, question, missing, reply.problems()));
  }

  private static LessonProblem unusable(Lesson lesson, Case question, UnusableField fault) {
    List<String> suspects = SuspectFunctions.of(lesson, question, fault.quantity(), fault.layer());
    String sentence = fault.problem().getMessage();
    return new LessonProblem.Failed(lesson, question, sentence, OptionalInt.empty(), suspects);
  }

  /** What functions of later chapters do is not looked at yet. */
  private static LessonProblem missing(
      Lesson lesson, Case question, String missing, List<FunctionProblem> problems) {
    for (FunctionProblem problem : problems) {
      String function = problem.function();
      Optional<Lesson> chapter = Course.of(function);
      if (chapter.isEmpty() || chapter.get().number() > lesson.number()) {
        continue;
      }
      return problem.kind() == FunctionProblem.Kind.RETURNED_NOTHING
          ? new LessonProblem.NotYet(lesson, question, missing, Optional.of(function))
          : LessonProblem.Failed.of(lesson, question, problem);
    }
    return new LessonProblem.NotYet(lesson, question, missing, Optional.empty());
  }

  /** As far as the course has come; empty if the program does not know this kind of question. */
  private Optional<Result> answer(Case question) {
    return candidate.answer(question).result().map(Course.known(question)::of);
  }

  private LessonProblem wrong(
      Lesson lesson, CaseComparison comparison, List<Observation> observations) {
    Case question = comparison.question();
    ComparedEntry entry = comparison.firstDivergence().orElseThrow();
    Result right = loops.answer(question);
    Derivation terms = Derivation.toldFrom(entry.actual(), question, right, entry.entry());
    boolean turning = SuspectFunctions.isTurning(lesson, question);
    Optional<Sentence> turned = turning ? SlipSearch.toTurning(comparison) : Optional.empty();
    if (turned.isPresent()) {
      return new LessonProblem.Wrong(lesson, question, entry, terms, List.of(), turned);
    }
    List<Case> others = lesson.cases().subList(observations.size(), lesson.cases().size());
    List<FaultyProgram> mistakes =
        new NamedMistakes(this::answerIfUsable).in(lesson, observations, others);
    Optional<Sentence> clue = turning ? turned : SlipSearch.to(asked(comparison, others));
    return new LessonProblem.Wrong(lesson, question, entry, terms, mistakes, clue);
  }

  /** A sentence about one number must hold for the chapter's other questions, too. */
  private List<CaseComparison> asked(CaseComparison wrong, List<Case> others) {
    List<CaseComparison> asked = new ArrayList<>(List.of(wrong));
    for (Case other : others) {
      answerIfUsable(other)
          .map(given -> new CaseComparison(other, loops.answer(other), given, Precision.DOUBLE))
          .ifPresent(asked::add);
    }
    return asked;
  }

  /** Its failure would not be the one to speak of. */
  private Optional<Result> answerIfUsable(Case question) {
    try {
      return answer(question);
    } catch (NoUsableAnswer problem) {
      return Optional.empty();
    }
  }
}
