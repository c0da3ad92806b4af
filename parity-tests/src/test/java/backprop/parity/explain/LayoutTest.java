package backprop.parity.explain;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import org.junit.jupiter.api.Test;

/** Everything that {@code explain} prints stands in the reader's layout. */
class LayoutTest {
  @Test
  void samplesInRowsAndWeightsBySender() {
    Run run =
        Run.backprop(
            "explain", "--step", "6", "--samples", "rows", "--weights", "inputs-by-outputs");
    assertThat(run.output())
        .contains("weight gradients of layer 2: (Aᵀ · Δ)  * 0.25")
        .contains("delta[s][j] * activations[s][i]")
        .contains("activations[s][i] carries r = i: left, must read [i][s]: Aᵀ")
        .contains("delta[s][j] carries c = j: right, reads [s][j], as it must")
        .contains("=     [0.0006619 0.01809]")
        .doesNotContain("[j][s]")
        .doesNotContain("Step 7");
  }

  @Test
  void aColumnOfOnesIsARowOnTheLeft() {
    assertThat(Run.backprop("explain", "--all", "--samples", "rows").output())
        .contains("cost of the batch: (1ᵀ · (C · 1))  * 0.25")
        .contains("1[s] carries q = s alone: left, is a column, must be a row: 1ᵀ")
        .contains("sum[s] carries q = s alone: right, is a column, as it must be");
    assertThat(Run.backprop("explain", "--all").output())
        .contains("cost of the batch: ((1ᵀ · C) · 1)  * 0.25")
        .contains("sum[s] carries q = s alone: left, is a row, as it must be")
        .contains("1[s] carries q = s alone: right, is a column, as it must be");
  }

  /** The last step back, which every learner can ask for by name, is among all steps. */
  @Test
  void theInputsHaveAStepOfTheirOwn() {
    assertThat(Run.backprop("explain", "--all", "--samples", "rows").output())
        .contains("input gradients of layer 1: (Δ · W)  * 0.25")
        .contains("loop   Σj  weights[j][i] * delta[s][j]  * 0.25");
    assertThat(Run.backprop("explain", "--help").output()).contains("inputGradients[0][1]");
  }

  /** Softmax and its delta hold sums, which the slot rule places and repeats for each neuron. */
  @Test
  void softmaxIsASumPerSample() {
    assertThat(
            Run.backprop("explain", "oreilly-notes", "--step", "2", "--samples", "rows").output())
        .contains("activations of layer 2: exp(Z) ⊘ ((exp(Z) · 1) · 1ᵀ)")
        .contains("loop   exp(preActivations[s][j]) / Σk exp(preActivations[s][k])")
        .contains("1[k] carries q = k alone: right, is a column, as it must be")
        .contains("1[j] carries c = j: right, is a column, must be a row: 1ᵀ");
    assertThat(Run.backprop("explain", "oreilly-notes", "--step", "4").output())
        .contains("output delta of layer 2: A ∘ (1 · (1ᵀ · T)) - T")
        .contains("loop   activations[j][s] * (Σk targets[k][s]) - targets[j][s]")
        .contains("1[k] carries q = k alone: left, is a column, must be a row: 1ᵀ")
        .contains("sum[s] carries c = s: right, is a row, as it must be")
        .doesNotContain("nothing is summed");
  }

  @Test
  void oneNumberIsNamedAsTheReaderWritesIt() {
    String[] layout = {"--samples", "rows", "--weights", "inputs-by-outputs"};
    assertThat(entry("weightGradients[2][2][1]", layout).output())
        .startsWith("weightGradients[2][2][1] of hello")
        .contains("deltas[2][0][1] * activations[1][0][2]");
    assertThat(entry("weightGradients[2][1][2]", layout).errors()).contains("j from 0 to 1");
    assertThat(entry("weightGradients[2][1][2]").exitCode()).isZero();
  }

  private static Run entry(String name, String... layout) {
    String[] words = new String[4 + layout.length];
    String[] first = {"explain", "hello", "--entry", name};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(layout, 0, words, first.length, layout.length);
    return Run.backprop(words);
  }

  @Test
  void itBeginsWithTheStepsThatMatter() {
    String text = Run.backprop("explain").output();
    assertThat(text.indexOf("── Step 6")).isPositive().isLessThan(text.indexOf("── Step 7"));
    assertThat(text).doesNotContain("── Step 1").contains("step 1: 20 of 20 identical");
    assertThat(Run.backprop("explain", "--all").output()).contains("── Step 1", "── Step 8");
    assertThat(Run.backprop("explain", "--step", "9").exitCode()).isEqualTo(2);
    assertThat(Run.backprop("explain", "--step", "7", "--entry", "cost").errors())
        .contains("expected only one of --entry, --step and --all");
    assertThat(Run.backprop("explain", "--samples", "diagonal").errors()).contains("rows");
  }
}
