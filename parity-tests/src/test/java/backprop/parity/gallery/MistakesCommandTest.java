package backprop.parity.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeFamily;
import backprop.parity.terminal.ScreenWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The catalogue on the command line. */
class MistakesCommandTest {
  @Test
  void withoutANameEveryMistakeIsListedUnderItsFamily() {
    Run run = Run.backprop("mistakes");
    assertThat(run.exitCode()).isZero();
    for (MistakeFamily family : MistakeFamily.values()) {
      assertThat(run.output().lines()).contains(family.title());
    }
    for (Mistake mistake : Mistake.values()) {
      assertThat(run.output()).contains("  " + mistake.spelling() + " ");
    }
    ScreenWidth.requireFits(run.output());
  }

  @ParameterizedTest
  @EnumSource
  void aNameIsExplainedWithNumbersThatDiffer(Mistake mistake) {
    Run run = Run.backprop("mistakes", mistake.spelling());
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains("right  ", "wrong  ", "wrong code  ", "fix  ", "hidden when ");
    assertThat(run.output()).contains("The smallest network that shows it", "≠");
    assertThat(run.errors()).isEmpty();
    ScreenWidth.requireFits(run.output());
  }

  @Test
  void theNumbersAreLive() {
    assertThat(Run.backprop("mistakes", "summed-not-averaged").output())
        .contains("1-1, sigmoid; half-squared-error, mean of 2")
        .containsPattern("weightGradients\\[1]\\[0]\\[0] +0\\.\\d+ +0\\.\\d+ +≠");
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearestOnes() {
    Run run = Run.backprop("mistakes", "hidden-derivative-mising");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.output()).isEmpty();
    assertThat(run.errors())
        .startsWith("hidden-derivative-mising: expected the name of a mistake, such as ")
        .contains("such as hidden-derivative-missing, ")
        .hasLineCount(1);
  }

  @Test
  void aPartOfANameSuggestsThoseThatContainIt() {
    assertThat(Run.backprop("mistakes", "softmax").errors())
        .isEqualTo(
            "softmax: expected the name of a mistake, such as"
                + " softmax-twice, softmax-diagonal, softmax-unshifted.\n");
  }
}
