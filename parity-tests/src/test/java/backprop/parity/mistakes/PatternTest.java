package backprop.parity.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Reduction;
import backprop.parity.cases.Case;
import backprop.parity.cases.Quantity;
import backprop.parity.cases.Result;
import backprop.parity.sources.LoopsSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the wrong parts alone tell. */
class PatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIGN_FLIPPED | every gradient is -1 times the right one: scale",
        "FACTOR_TWO | every gradient is 2 times the right one: scale",
        "SUMMED_NOT_AVERAGED | every gradient of a case is the same factor times the right one: scale",
        "HIDDEN_DERIVATIVE_MISSING | last layer right, every hidden layer wrong",
        "PRE_ACTIVATION_AS_INPUT | all bias gradients right, some weight gradients wrong",
        "BIAS_ZERO | all weight gradients right, some bias gradients wrong",
        "OUTPUT_DERIVATIVE_TWICE |"
            + " everything wrong without a constant factor: look at the output delta",
        "BIAS_LEFT_OUT | activations wrong already: look at the forward pass",
        "COST_HALVED | every gradient right, cost wrong",
        "UPDATE_ADDED | every gradient right, update wrong"
      })
  void aMistakeLeavesItsPattern(Mistake mistake, String sentence) {
    assertThat(sentence(Suite.observations(Suite.CASES, Program.with(mistake))))
        .isEqualTo(sentence);
  }

  @ParameterizedTest
  @CsvSource({"SUMMED_NOT_AVERAGED, N", "AVERAGED_TWICE, 1/N", "DIVIDED_BY_OUTPUTS, N/C"})
  void theFactorHasANameIfItIsTheSameOneInEveryCase(Mistake mistake, String factor) {
    List<Case> averages =
        RevealingCases.all().stream().filter(PatternTest::isAverageOfSeveral).toList();
    assertThat(averages).hasSizeGreaterThan(2);
    assertThat(sentence(Suite.observations(averages, Program.with(mistake))))
        .isEqualTo("every gradient is %s times the right one: scale".formatted(factor));
  }

  @Test
  void singlePrecisionIsNoMistake() {
    List<Observation> observations =
        RevealingCases.all().stream()
            .map(question -> new Observation(question, inSinglePrecision(question)))
            .toList();
    assertThat(sentence(observations))
        .isEqualTo("about 1e-7 off everywhere: single precision, not a mistake");
  }

  private static boolean isAverageOfSeveral(Case question) {
    return question.network().reduction() == Reduction.MEAN
        && question.samples() > 1
        && !question.name().equals("overflowing");
  }

  private static Result inSinglePrecision(Case question) {
    Result right = new LoopsSource().answer(question);
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= right.depth(); l++) {
      Map<Quantity, double[][]> rounded = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        double[][] values = right.values(quantity, l).orElseThrow();
        for (double[] row : values) {
          for (int i = 0; i < row.length; i++) {
            row[i] = (float) row[i];
          }
        }
        rounded.put(quantity, values);
      }
      layers.add(rounded);
    }
    double cost = (float) right.cost().orElseThrow();
    return new Result(question.name(), OptionalDouble.of(cost), layers);
  }

  private static String sentence(List<Observation> observations) {
    return new Pattern(observations, new RelativeMatch()).sentence();
  }
}
