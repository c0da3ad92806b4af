package backprop.parity.gradients;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A digest is of every step, so it is not every source's. */
class SourcesWithoutEveryStepTest {
  @ParameterizedTest
  @ValueSource(strings = {"numerical", "forward-mode"})
  void theyHaveNoDigestAndSaySo(String source) {
    String sentence =
        "--digest: expected a source that gives every step, found no preActivations[1] of case"
            + " random-1-1.\n";
    assertThat(Run.backprop("gradients", "--digest", "--source", source))
        .isEqualTo(new Run(2, "", sentence));
  }
}
