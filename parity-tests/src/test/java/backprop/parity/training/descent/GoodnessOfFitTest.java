package backprop.parity.training.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.parity.training.data.DataSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The two measures that people expect of predicted numbers. */
class GoodnessOfFitTest {
  private static final DataSet DATA =
      new DataSet(
          "four",
          new double[4][1],
          new double[][] {{100, 7}, {200, 7}, {300, 7}, {400, 7}},
          List.of(),
          Optional.empty());

  @Test
  void bothAreThoseOfTheirFormulas() {
    double[][] outputs = {{110, 7}, {190, 8}, {330, 7}, {400, 7}};
    List<GoodnessOfFit> fits = GoodnessOfFit.of(DATA, outputs);
    double unexplained = 100 + 100 + 900;
    assertThat(fits.get(0).rootMeanSquare()).isEqualTo(StrictMath.sqrt(unexplained / 4));
    assertThat(fits.get(0).determination().orElseThrow())
        .isEqualTo(1.0 - unexplained / (22_500 + 2_500 + 2_500 + 22_500), within(1e-15));
    assertThat(fits.get(1).rootMeanSquare()).isEqualTo(0.5);
  }

  @Test
  void theMeanOfTheTargetsExplainsNothingAndTheTargetsThemselvesEverything() {
    double[][] mean = {{250, 7}, {250, 7}, {250, 7}, {250, 7}};
    assertThat(GoodnessOfFit.of(DATA, mean).get(0).determination()).hasValue(0.0);
    double[][] all = {{100, 7}, {200, 7}, {300, 7}, {400, 7}};
    assertThat(GoodnessOfFit.of(DATA, all).get(0)).extracting("rootMeanSquare").isEqualTo(0.0);
    assertThat(GoodnessOfFit.of(DATA, all).get(0).determination()).hasValue(1.0);
  }

  @Test
  void whereAllTargetsAreTheSameThereIsNothingToExplain() {
    assertThat(GoodnessOfFit.of(DATA, new double[4][2]).get(1).determination()).isEmpty();
  }
}
