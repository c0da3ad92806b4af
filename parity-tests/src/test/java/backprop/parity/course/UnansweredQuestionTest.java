package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.io.UnusableField;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.sources.candidate.NoUsableAnswer;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program that gives no answer, or one that cannot be used, stops the chapter that asks. */
class UnansweredQuestionTest {
  @Test
  void noAnswerStopsAtTheQuestionThatGotNone() {
    Candidate silent =
        new ScriptedCandidate(
            question -> {
              throw new NoUsableAnswer("it ended.");
            });
    LessonProblem.NoAnswer stop = (LessonProblem.NoAnswer) teach(silent).stop().orElseThrow();
    assertThat(stop.lesson().number()).isEqualTo(1);
    assertThat(stop.problem().reason()).isEqualTo("it ended.");
  }

  @ParameterizedTest
  @CsvSource({"WEIGHT_GRADIENTS, 5", "DELTAS, 4", "UPDATED_BIASES, 9"})
  void aFieldThatCannotBeUsedStopsTheChapterThatAsksForIt(Quantity broken, int chapter) {
    UnusableField fault = new UnusableField(Optional.of(broken), 1, new InvalidInput("no list."));
    Candidate program = Slip.none(answer -> without(broken, answer));
    Candidate faulty =
        new ScriptedCandidate(
            question ->
                new CandidateReply(
                    program.answer(question).result(), Set.of(), List.of(fault), List.of()));
    CourseReport report = teach(faulty);
    LessonProblem.Failed stop = (LessonProblem.Failed) report.stop().orElseThrow();
    assertThat(stop.lesson().number()).isEqualTo(chapter);
    assertThat(stop.sentence()).isEqualTo("no list.");
    assertThat(report.passed()).hasSize(chapter - 1);
  }

  @Test
  void unsupportedIsNotYet() {
    LessonProblem stop =
        teach(new ScriptedCandidate(question -> new CandidateReply(Optional.empty(), Set.of())))
            .stop()
            .get();
    assertThat(stop).isInstanceOf(LessonProblem.NotYet.class);
    assertThat(stop.question().name()).isEqualTo("chapter-1-constant");
  }

  private static CourseReport teach(Candidate candidate) {
    return new Teacher(candidate).teach(Course.lessons());
  }

  private static Result without(Quantity left, Result answer) {
    Set<Quantity> kept = EnumSet.complementOf(EnumSet.of(left));
    return new AnswerFields(true, kept).of(answer);
  }
}
