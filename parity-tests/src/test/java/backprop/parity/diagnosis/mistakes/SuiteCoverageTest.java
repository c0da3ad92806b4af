package backprop.parity.diagnosis.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.RelativeMatch;
import backprop.parity.diagnosis.ResultMatch;
import backprop.parity.model.Case;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the built-in cases reveal, and what a poor choice of cases cannot. */
class SuiteCoverageTest {
  private static final ResultMatch MATCH = new RelativeMatch();

  @Test
  void elevenNetworksRevealEveryMistakeAndTellEveryTwoApart() {
    SuiteCoverage coverage = new SuiteCoverage(RevealingCases.all(), MATCH);
    assertThat(RevealingCases.all()).hasSize(11);
    assertThat(coverage.unrevealed()).isEmpty();
    assertThat(coverage.inseparable()).isEmpty();
  }

  @Test
  void aRowSaysWhatEachCaseShows() {
    SuiteCoverage coverage = new SuiteCoverage(RevealingCases.all(), MATCH);
    assertThat(coverage.row(Mistake.OUTPUT_ERROR_IN_EVERY_LAYER))
        .startsWith(
            SuiteCoverage.Cell.REVEALS,
            SuiteCoverage.Cell.CANNOT_REVEAL,
            SuiteCoverage.Cell.CANNOT_REVEAL,
            SuiteCoverage.Cell.CANNOT_REVEAL,
            SuiteCoverage.Cell.NOT_APPLICABLE);
  }

  @Test
  void oneSampleCannotTellASumFromAMean() {
    List<Case> oneSample =
        RevealingCases.all().stream().filter(question -> question.samples() == 1).toList();
    SuiteCoverage coverage = new SuiteCoverage(oneSample, MATCH);
    assertThat(coverage.unrevealed())
        .contains(Mistake.SUMMED_NOT_AVERAGED, Mistake.PRODUCT_OF_MEANS, Mistake.BIAS_FIRST_SAMPLE);
  }

  @Test
  void anInseparablePairIsListedWithTheCaseThatWouldTellItApart() {
    SuiteCoverage coverage = new SuiteCoverage(named("narrow"), MATCH);
    assertThat(coverage.inseparable())
        .contains(
            new InseparablePair(
                Mistake.OUTPUT_DERIVATIVE_MISSING,
                Mistake.RAW_COST_DERIVATIVE,
                "no case like the built-in \"square\" (2-2-2-2, sigmoid, sigmoid, softmax;"
                    + " cross-entropy, mean of 6), which tells them apart"));
  }

  @Test
  void onSquareLayersAloneTheTwoWaysToTurnGradientsOverAreOne() {
    SuiteCoverage coverage = new SuiteCoverage(named("square"), MATCH);
    assertThat(coverage.inseparable())
        .anySatisfy(
            pair -> {
              assertThat(pair.first()).isEqualTo(Mistake.WEIGHT_GRADIENTS_TRANSPOSED);
              assertThat(pair.second()).isEqualTo(Mistake.WEIGHT_GRADIENTS_REFLATTENED);
              assertThat(pair.reason()).endsWith(": only one of them can answer it");
            });
  }

  private static List<Case> named(String name) {
    return RevealingCases.all().stream().filter(question -> question.name().equals(name)).toList();
  }
}
