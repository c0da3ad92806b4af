package backprop.parity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.RandomCases;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What is said where some of the layers are right, or some of the cases. */
class LastLayerPatternTest {
  /** What a program gives in the place of one quantity of one layer. */
  private interface Change extends BiFunction<Quantity, Integer, Double> {}

  private static Case question(int samples) {
    Objective ending = new Objective(Activation.SIGMOID, Cost.SQUARED_ERROR, Reduction.MEAN);
    List<Activation> hidden = List.of(Activation.TANH, Activation.SIGMOID);
    return new RandomCases(5)
        .next(samples + " samples", new int[] {2, 5, 4, 3}, samples, hidden, ending);
  }

  /** A program without a trace, whose first number of each quantity is off by a factor, or all. */
  private static CaseComparison comparison(int samples, boolean all, Change factor) {
    Case question = question(samples);
    Result loops = new LoopsSource().answer(question);
    Result.Builder answer = Result.to(question).cost(loops.cost().orElseThrow());
    for (int l = 1; l <= loops.depth(); l++) {
      for (Quantity quantity : List.of(Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS)) {
        double[][] rows = loops.values(quantity, l).orElseThrow();
        double by = factor.apply(quantity, l);
        for (int j = 0; j < (all ? rows.length : 1); j++) {
          for (int i = 0; i < (all ? rows[j].length : 1); i++) {
            rows[j][i] *= by;
          }
        }
        answer.put(quantity, l, rows);
      }
    }
    return new CaseComparison(question, loops, answer.build(), Precision.DOUBLE);
  }

  private static FaultPattern pattern(List<CaseComparison> wrong, CaseComparison... right) {
    return FaultPattern.find(wrong, List.of(right)).orElseThrow();
  }

  private static double in(Map<String, Double> factors, Quantity quantity, int l) {
    return factors.getOrDefault(quantity.fieldName() + l, 1.0);
  }

  @Test
  void oneGradientOfTheLastLayerAlone() {
    Map<String, Double> bias = Map.of("biasGradients3", 3.0, "weightGradients1", -1.5);
    FaultPattern ofBias = pattern(List.of(comparison(4, true, (q, l) -> in(bias, q, l))));
    assertThat(ofBias.text())
        .isEqualTo("the bias gradients of the last layer are wrong: 3 times the right ones");
    assertThat(ofBias.note()).contains("look at step 5 of the last layer");
    CaseComparison hidden = comparison(2, true, (q, l) -> l == 1 ? 5.0 : 1.0);
    CaseComparison last = comparison(4, true, (q, l) -> in(bias, q, l));
    assertThat(pattern(List.of(last, hidden)).text()).isEqualTo(ofBias.text());
    Map<String, Double> weight = Map.of("weightGradients3", 3.0, "biasGradients1", -1.5);
    FaultPattern ofWeights = pattern(List.of(comparison(4, true, (q, l) -> in(weight, q, l))));
    assertThat(ofWeights.text())
        .isEqualTo("the weight gradients of the last layer are wrong: 3 times the right ones");
    assertThat(ofWeights.note()).contains("look at step 6 of the last layer");
    Map<String, Double> both = Map.of("weightGradients3", 3.0, "biasGradients3", -1.5);
    assertThat(pattern(List.of(comparison(4, true, (q, l) -> in(both, q, l)))).text())
        .isEqualTo("last layer wrong, with no constant factor: output delta");
  }

  @Test
  void whatIsRightWithOneSampleLacksTheSums() {
    Change none = (quantity, l) -> 1.0;
    Change some = (quantity, l) -> 2.0 + l;
    CaseComparison wrong = comparison(4, false, some);
    String sums = "right with one sample, wrong with more: the sums over the samples";
    String delta = "last layer wrong, with no constant factor: output delta";
    assertThat(pattern(List.of(wrong), comparison(1, true, none)).text()).isEqualTo(sums);
    assertThat(pattern(List.of(wrong), comparison(4, true, none)).text()).isEqualTo(delta);
    assertThat(
            pattern(List.of(wrong, comparison(2, false, some)), comparison(1, true, none)).text())
        .isEqualTo(sums);
  }

  @Test
  void hiddenLayersInSomeOfTheCases() {
    Map<String, Double> second = Map.of("biasGradients2", 3.0, "weightGradients2", -1.5);
    CaseComparison one = comparison(4, true, (q, l) -> in(second, q, l));
    CaseComparison every = comparison(2, false, (q, l) -> l == 3 ? 1.0 : 2.0 + l);
    assertThat(pattern(List.of(every)).text())
        .isEqualTo("last layer right, every hidden layer wrong");
    assertThat(pattern(List.of(every, one)).text())
        .isEqualTo("last layer right, every hidden layer wrong in 1 of 2 cases");
    assertThat(pattern(List.of(comparison(4, true, (q, l) -> l == 3 ? 1.0 : 4.0))).text())
        .isEqualTo("last layer right, every hidden layer wrong: N times the right ones");
  }
}
