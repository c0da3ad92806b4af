package backprop.parity.diagnosis.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.RelativeMatch;
import backprop.parity.model.Case;
import backprop.parity.sources.LoopsSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The smallest network shows its mistake. */
class SmallestNetworkTest {
  @ParameterizedTest
  @EnumSource
  void theMistakeChangesSomethingOnItsSmallestNetwork(Mistake mistake) {
    Case question = SmallestNetwork.revealing(mistake);
    FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(mistake));
    boolean same =
        new RelativeMatch()
            .matches(question, new LoopsSource().answer(question), faulty.answer(question));
    assertThat(same).as("%s on %s", mistake.spelling(), CaseSummary.of(question)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void itHasFewNumbers(Mistake mistake) {
    Case question = SmallestNetwork.revealing(mistake);
    int parameters =
        question.network().layers().stream()
            .mapToInt(layer -> layer.outputs() * (layer.inputs() + 1))
            .sum();
    assertThat(parameters).as(CaseSummary.of(question)).isLessThanOrEqualTo(10);
    assertThat(question.samples()).isLessThanOrEqualTo(2);
  }

  @Test
  void anAverageNeedsTwoSamplesAndATransposeTwoNeurons() {
    Case average = SmallestNetwork.revealing(Mistake.SUMMED_NOT_AVERAGED);
    assertThat(CaseSummary.of(average)).isEqualTo("1-1, sigmoid; half-squared-error, mean of 2");
    Case transpose = SmallestNetwork.revealing(Mistake.TRANSPOSE_MISSING);
    assertThat(CaseSummary.of(transpose))
        .isEqualTo("1-1-2, sigmoid, sigmoid; half-squared-error, mean of 1");
  }

  @Test
  void onlyWhatNeedsAnUpdateAsksForOne() {
    assertThat(SmallestNetwork.revealing(Mistake.BIAS_ZERO).learningRate()).isEmpty();
    assertThat(SmallestNetwork.revealing(Mistake.UPDATE_ADDED).learningRate()).isPresent();
  }
}
