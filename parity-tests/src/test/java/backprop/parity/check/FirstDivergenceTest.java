package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.Sentence;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of one wrong number must hold for every wrong number, in all cases. */
class FirstDivergenceTest {
  private static final Case HERE = WorkedExamples.named("hello");
  private static final Case THERE = WorkedExamples.named("mazur");

  @ParameterizedTest
  @CsvSource({
    "-1, -1, true", // the other sign in both cases
    "-1, 0.3, false", // the other sign here, something else there
  })
  void aSlipExplainsEveryCase(double here, double there, boolean said) {
    Optional<String> slip =
        slip(
            comparison(HERE, gradients -> gradients[0][0] *= here),
            comparison(THERE, gradients -> gradients[0][0] *= there));
    assertThat(slip.isPresent()).isEqualTo(said);
  }

  /** One whose first wrong number is none that such a slip can touch. */
  @ParameterizedTest
  @CsvSource({"0, true", "1, false"})
  void aSlipIsNotSaidWhereAnotherStepIsWrong(double wrongCost, boolean said) {
    Result right = new LoopsSource().answer(THERE);
    Result answer = Result.to(THERE).cost(right.cost().getAsDouble() + wrongCost).build();
    CaseComparison other = new CaseComparison(THERE, right, answer, Precision.DOUBLE);
    CaseComparison here = comparison(HERE, gradients -> gradients[0][0] *= -1);
    Optional<String> slip = wrongCost == 0 ? slip(here) : slip(here, other);
    assertThat(slip.isPresent()).isEqualTo(said);
  }

  /** Both explain it: Δ·A for Δ·Aᵀ, and a sign in the second column. */
  @Test
  void aSlipIsNotSaidWhereAProductWithoutItsTExplainsAll() {
    Network network =
        new Network(
            List.of(
                new Layer(
                    Activation.IDENTITY,
                    new double[][] {{1.0, 1.0}, {1.0, 1.0}},
                    new double[] {0.0, 0.0})),
            Cost.HALF_SQUARED_ERROR,
            Reduction.SUM);
    double[][] inputs = {{1.0, -1.0}, {1.0, 1.0}};
    Case square = new Case("square", network, inputs, new double[2][2]);
    Consumer<double[][]> signs =
        gradients -> {
          gradients[0][1] = -gradients[0][1];
          gradients[1][1] = -gradients[1][1];
        };
    assertThat(slip(comparison(square, signs))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void aPatternOfAMatrixHoldsInEveryCase(boolean mirroredThere, boolean said) {
    Optional<String> slip =
        slip(
            comparison(HERE, FirstDivergenceTest::mirror),
            comparison(
                THERE,
                mirroredThere ? FirstDivergenceTest::mirror : gradients -> gradients[0][0] += 1));
    String mirrored = "the right numbers of each row in the wrong order, the last one first.";
    assertThat(slip).isEqualTo(said ? Optional.of(mirrored) : Optional.empty());
  }

  private static void mirror(double[][] gradients) {
    for (double[] row : gradients) {
      double[] before = row.clone();
      for (int i = 0; i < row.length; i++) {
        row[i] = before[row.length - 1 - i];
      }
    }
  }

  private static CaseComparison comparison(Case question, Consumer<double[][]> slip) {
    Result right = new LoopsSource().answer(question);
    double[][] gradients = right.values(Quantity.WEIGHT_GRADIENTS, 1).orElseThrow();
    slip.accept(gradients);
    Result answer = Result.to(question).put(Quantity.WEIGHT_GRADIENTS, 1, gradients).build();
    return new CaseComparison(question, right, answer, Precision.DOUBLE);
  }

  private static Optional<String> slip(CaseComparison... wrong) {
    return FirstDivergence.of(List.of(wrong)).orElseThrow().slip().map(Sentence::format);
  }
}
