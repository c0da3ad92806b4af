package backprop.parity.suites;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever {@code --only} keeps, there is enough of it. */
class CasesOfKindTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "one-sample",
        "no-biases",
        "two-layers,relu,softmax,mean",
        "three-layers,softmax,sigmoid,cross-entropy,one-hot",
        "three-layers,no-biases,one-hot,same-activation",
        "sigmoid,half-squared-error,sum,one-sample",
        "relu,one-layer,one-sample,one-output,element-mean"
      })
  void atLeastTwelveCasesAreAskedAlwaysTheSame(String names) {
    Selection selection = new Selection(List.of(names.split(",")));
    List<Case> cases = selection.enoughOf(DefaultSuite.cases());
    assertThat(cases).hasSizeGreaterThanOrEqualTo(12).allMatch(selection::accepts);
    assertThat(cases).extracting(Case::name).doesNotHaveDuplicates();
    assertThat(selection.enoughOf(DefaultSuite.cases()))
        .extracting(Case::name)
        .containsExactlyElementsOf(cases.stream().map(Case::name).toList());
  }

  @Test
  void whatIsMadeCanBeAskedForByItsName() {
    for (String names : List.of("one-sample,relu", "no-biases,tanh")) {
      for (Case made : new Selection(List.of(names.split(","))).more(5)) {
        Case named = BuiltInCases.named(made.name()).orElseThrow();
        assertThat(named.inputs()).isDeepEqualTo(made.inputs());
        assertThat(named.hasBiases(1)).isEqualTo(made.hasBiases(1));
      }
    }
    assertThat(BuiltInCases.named("made-7/1-1/tanh/squared-error/sum")).isEmpty();
  }

  /** A program that knows biases need not know that they can be left out. */
  @Test
  void biasesAreLeftOutOnlyWhereThatWasAskedFor() {
    assertThat(new Selection(List.of("one-sample", "softmax", "sum")).enoughOf(List.of()))
        .allMatch(question -> question.hasBiases(1));
    assertThat(new Selection(List.of("no-biases")).enoughOf(List.of()))
        .noneMatch(question -> question.hasBiases(1));
  }
}
