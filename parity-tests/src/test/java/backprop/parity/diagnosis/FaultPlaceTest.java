package backprop.parity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.SmallestNetwork;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.RandomCases;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Of steps whose numbers are not given, nothing is claimed. */
class FaultPlaceTest {
  private static final Set<Quantity> GRADIENTS =
      EnumSet.of(Quantity.WEIGHT_GRADIENTS, Quantity.BIAS_GRADIENTS);
  private static final Set<Quantity> TRACE =
      EnumSet.of(
          Quantity.PRE_ACTIVATIONS,
          Quantity.ACTIVATIONS,
          Quantity.DELTAS,
          Quantity.WEIGHT_GRADIENTS,
          Quantity.BIAS_GRADIENTS);

  private static FaultPattern pattern(Mistake mistake, Set<Quantity> given) {
    Case question = SmallestNetwork.revealing(mistake);
    Result answer = new FaultyLoops(FaultyProgram.with(mistake)).answer(question);
    CaseComparison comparison =
        new CaseComparison(
            question,
            new LoopsSource().answer(question),
            answer.only(true, (quantity, l) -> given.contains(quantity)),
            Precision.DOUBLE);
    return FaultPattern.find(List.of(comparison), List.of()).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mistake.class,
      names = {
        "LAST_INPUT_LEFT_OUT",
        "FORWARD_WEIGHTS_TRANSPOSED",
        "OUTPUT_ACTIVATION_MISSING",
        "PRE_ACTIVATION_AVERAGED",
        "BIAS_AFTER_ACTIVATION",
        "SIGMOID_MIRRORED",
        "TARGETS_OF_NEXT_OUTPUT"
      })
  void withoutTheForwardPassAnyOfItsStepsMayBeWrong(Mistake mistake) {
    FaultPattern pattern = pattern(mistake, GRADIENTS);
    assertThat(pattern.text()).startsWith("step 1, 2, 3 or 4 of layer 1").endsWith("is wrong");
    assertThat(pattern.note()).contains("not known to be right").doesNotContain("look there");
  }

  @Test
  void whereTheForwardPassIsGivenItsFirstWrongStepIsNamed() {
    FaultPattern pattern = pattern(Mistake.FORWARD_WEIGHTS_TRANSPOSED, TRACE);
    assertThat(pattern.text()).isEqualTo("step 1 of layer 1 is the first that is wrong");
    assertThat(pattern.note()).startsWith("What comes before it is right");
  }

  @Test
  void aWrongCostStandsBeforeTheDelta() {
    FaultPattern pattern = pattern(Mistake.TARGETS_OF_NEXT_OUTPUT, TRACE);
    assertThat(pattern.text()).startsWith("the cost is wrong, and so is step 4 of layer 1");
    assertThat(pattern.note()).startsWith("All else that comes before is right");
  }

  @Test
  void aRightCostProvesTheForwardPass() {
    FaultPattern pattern = pattern(Mistake.RAW_COST_DERIVATIVE, GRADIENTS);
    assertThat(pattern.text())
        .startsWith("step 4 of layer 1")
        .endsWith("is the first that is wrong");
  }

  @Test
  void whatTransposingDoesNotChangeIsNotTransposed() {
    assertThat(pattern(Mistake.EPSILON_IN_LOGARITHM, GRADIENTS).text())
        .doesNotContain("transposed");
  }

  /** Three layers, two samples; everything is given, and the numbers of one step alone are off. */
  @ParameterizedTest(name = "{0}[{1}]")
  @CsvSource({
    "PRE_ACTIVATIONS, 1, 1",
    "PRE_ACTIVATIONS, 2, 1",
    "PRE_ACTIVATIONS, 3, 1",
    "ACTIVATIONS, 1, 2",
    "ACTIVATIONS, 2, 2",
    "ACTIVATIONS, 3, 2",
    "DELTAS, 3, 4",
    "DELTAS, 2, 7",
    "DELTAS, 1, 7",
    "BIAS_GRADIENTS, 3, 5",
    "BIAS_GRADIENTS, 1, 5",
    "WEIGHT_GRADIENTS, 3, 6",
    "WEIGHT_GRADIENTS, 1, 6"
  })
  void theStepWhoseNumbersAreOffIsNamed(Quantity spoiled, int layer, int step) {
    String place = "step %d of layer %d".formatted(step, layer);
    assertThat(place(spoiled, layer, 3.0, true)).isEqualTo(place + ": 3 times the right numbers");
    assertThat(place(spoiled, layer, -0.25, true))
        .isEqualTo(place + ": -0.25 times the right numbers");
    assertThat(place(spoiled, layer, 3.0, false)).as("one number alone").isEqualTo(place);
    assertThat(place(spoiled, layer, 0.0, true)).as("nothing is left").isEqualTo(place);
  }

  @Test
  void aSmallNumberIsOffByItsOwnSize() {
    assertThat(place(Quantity.BIAS_GRADIENTS, 1, 1.0 + 1e-6, false)).isEqualTo("step 5 of layer 1");
  }

  @Test
  void ofSeveralCasesTheOneWithTheEarliestStepIsNamed() {
    CaseComparison five = comparison(Quantity.BIAS_GRADIENTS, 3, 3.0, false);
    CaseComparison seven = comparison(Quantity.DELTAS, 1, 3.0, false);
    CaseComparison four = comparison(Quantity.DELTAS, 3, 3.0, false);
    CaseComparison two = comparison(Quantity.ACTIVATIONS, 3, 3.0, false);
    assertThat(place(five, seven)).isEqualTo("step 7 of layer 1");
    assertThat(place(five, four)).isEqualTo("step 4 of layer 3");
    assertThat(place(seven, two)).isEqualTo("step 2 of layer 3");
    assertThat(place(seven, five, two, four)).isEqualTo("step 2 of layer 3");
  }

  private static String place(CaseComparison... wrong) {
    return FaultPlace.of(List.of(wrong)).orElseThrow().words();
  }

  private static String place(Quantity spoiled, int layer, double factor, boolean every) {
    return place(comparison(spoiled, layer, factor, every));
  }

  private static CaseComparison comparison(
      Quantity spoiled, int layer, double factor, boolean every) {
    RandomCases random = new RandomCases(5);
    List<Activation> hidden = List.of(Activation.TANH, Activation.SIGMOID);
    Objective ending = new Objective(Activation.SIGMOID, Cost.SQUARED_ERROR, Reduction.MEAN);
    Case question = random.next("three layers", new int[] {2, 3, 3, 2}, 2, hidden, ending);
    Result loops = new LoopsSource().answer(question);
    Result.Builder answer = Result.to(question).cost(loops.cost().orElseThrow());
    for (int l = 1; l <= loops.depth(); l++) {
      for (Quantity quantity : TRACE) {
        double[][] rows = loops.values(quantity, l).orElseThrow();
        if (quantity == spoiled && l == layer) {
          scale(rows, factor, every);
        }
        answer.put(quantity, l, rows);
      }
    }
    return new CaseComparison(question, loops, answer.build(), Precision.DOUBLE);
  }

  private static void scale(double[][] rows, double factor, boolean every) {
    for (int j = 0; j < (every ? rows.length : 1); j++) {
      for (int s = 0; s < (every ? rows[j].length : 1); s++) {
        rows[j][s] *= factor;
      }
    }
  }
}
