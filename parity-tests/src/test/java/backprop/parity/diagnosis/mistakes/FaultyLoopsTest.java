package backprop.parity.diagnosis.mistakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.diagnosis.Suite;
import backprop.parity.gradients.GradientDigest;
import backprop.parity.model.Case;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.ExtremeCases;
import backprop.parity.suites.RandomCases;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.verdict.BitComparison;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With no switch on, the faulty loops are the loops. */
class FaultyLoopsTest {
  private static final GradientSource WITHOUT_MISTAKE = new FaultyLoops(FaultyProgram.correct());

  @Test
  void withoutAMistakeTheBitsOfRandomCasesAreThoseOfTheLoops() {
    RandomCases cases = new RandomCases(4711);
    for (int number = 0; number < 500; number++) {
      requireSameBits(cases.next());
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAMistakeTheBitsAtTheEdgesAreThoseOfTheLoops(ExtremeCases extreme) {
    extreme.all().forEach(FaultyLoopsTest::requireSameBits);
  }

  @Test
  void withoutAMistakeTheDigestIsThatOfTheLoops() {
    assertThat(GradientDigest.of(WITHOUT_MISTAKE)).isEqualTo(GradientDigest.of(new LoopsSource()));
  }

  @Test
  void aMistakeThatNeedsEqualShapesRefusesOthers() {
    Case question = WorkedExamples.named("hello"); // 2-3-2
    FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(Mistake.WEIGHT_GRADIENTS_TRANSPOSED));
    assertThat(faulty.applies(question)).isFalse();
    assertThatThrownBy(() -> faulty.answer(question))
        .hasMessage("weight-gradients-transposed does not apply to the shapes of case hello");
  }

  /** The search for two mistakes at once makes all of these programs. */
  @Test
  void anyTwoMistakesTogetherGiveAnAnswer() {
    Case question = WorkedExamples.named("cs231n"); // 2-2-3, relu and softmax
    List<Fault> faults = Mistake.all().stream().flatMap(FaultyLoopsTest::forms).toList();
    for (Fault one : faults) {
      for (Fault other : faults) {
        FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(one, other));
        if (one.mistake().compareTo(other.mistake()) < 0 && faulty.applies(question)) {
          assertThat(faulty.answer(question).cost()).isPresent();
        }
      }
    }
  }

  private static Stream<Fault> forms(Mistake mistake) {
    int others = MistakeCatalogue.of(mistake).forms().size();
    return IntStream.rangeClosed(0, others)
        .mapToObj(form -> new Fault(mistake, form, Scope.EVERYWHERE));
  }

  @ParameterizedTest
  @EnumSource
  void whatAppliesAnswersInTheRightShapes(Mistake mistake) {
    int answered = 0;
    for (Case question : Suite.CASES) {
      for (boolean costFollows : new boolean[] {false, true}) {
        FaultyLoops faulty =
            new FaultyLoops(new FaultyProgram(List.of(new Fault(mistake)), costFollows));
        if (faulty.applies(question)) {
          BitComparison.of(new LoopsSource().answer(question), faulty.answer(question));
          answered++;
        }
      }
    }
    assertThat(answered).as("cases to which %s applies", mistake).isPositive();
  }

  private static void requireSameBits(Case question) {
    BitComparison comparison =
        BitComparison.of(new LoopsSource().answer(question), WITHOUT_MISTAKE.answer(question));
    assertThat(comparison.firstDifference()).as(question.name()).isEmpty();
  }
}
