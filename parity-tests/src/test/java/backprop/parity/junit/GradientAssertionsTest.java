package backprop.parity.junit;

import static backprop.parity.junit.GradientAssertions.assertGradientsAgree;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Gradients;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.suites.WorkedExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The assertion passes what is right, and says of what is wrong where and why. */
class GradientAssertionsTest {
  private static final Case MAZUR = WorkedExamples.named("mazur");

  private static Result gradientsTimes(double factor) {
    ForwardTrace trace = ForwardPass.trace(MAZUR.network(), MAZUR.inputs(), MAZUR.targets());
    Gradients gradients = BackwardPass.gradients(MAZUR.network(), trace, MAZUR.targets());
    List<double[][]> weightGradients = new ArrayList<>();
    List<double[]> biasGradients = new ArrayList<>();
    for (int l = 1; l <= 2; l++) {
      double[][] weights = gradients.weightGradients(l);
      weights[0][1] *= factor;
      weightGradients.add(weights);
      biasGradients.add(gradients.biasGradients(l));
    }
    return Result.of(MAZUR, weightGradients, biasGradients);
  }

  @Test
  void rightGradientsPass() {
    assertThatCode(() -> assertGradientsAgree(MAZUR, gradientsTimes(1.0)))
        .doesNotThrowAnyException();
  }

  @Test
  void anotherRoundingPasses() {
    assertThatCode(() -> assertGradientsAgree(MAZUR, gradientsTimes(1.0 + 0x1p-52)))
        .doesNotThrowAnyException();
  }

  @Test
  void aWrongEntryIsNamedWithItsTerms() {
    assertThatThrownBy(() -> assertGradientsAgree(MAZUR, gradientsTimes(1.0 + 1e-9)))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageStartingWith("mazur: step 6: weightGradients[2][0][1]: expected 0.08266762")
        .hasMessageContaining("should be deltas[2][0][0] * activations[1][1][0]");
  }

  @Test
  void itIsNamedWhereOtherDigitsAreUsed() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThatThrownBy(() -> assertGradientsAgree(MAZUR, gradientsTimes(1.0 + 1e-9)))
          .isInstanceOf(AssertionFailedError.class)
          .hasMessageContaining("weightGradients[2][0][1]: expected 0.08266762")
          .hasMessageContaining("should be deltas[2][0][0] * activations[1][1][0]");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void nothingIsNotAnAnswer() {
    Result nothing = new Result("mazur", OptionalDouble.empty(), List.of(Map.of(), Map.of()));
    assertThatThrownBy(() -> assertGradientsAgree(MAZUR, nothing))
        .hasMessageContaining("nothing to compare");
  }
}
