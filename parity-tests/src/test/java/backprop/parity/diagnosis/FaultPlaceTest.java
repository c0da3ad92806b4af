package backprop.parity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.SmallestNetwork;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
