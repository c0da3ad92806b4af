package backprop.parity.diagnosis.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.RelativeMatch;
import backprop.parity.model.Case;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases of a kind show whatever that kind can show: many more of it show nothing more. */
class KindCoverageTest {
  private static final int MANY = 60;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one-output",
        "no-biases",
        "one-layer,softmax",
        "leaky-relu",
        "two-layers,relu,softmax,mean",
        "sigmoid,half-squared-error,sum,one-sample",
        "sigmoid,binary-cross-entropy,mean,one-output"
      })
  void aKindShowsWhateverItCanShow(String names) {
    Selection selection = new Selection(List.of(names.split(",")));
    List<Case> asked = selection.enoughOf(DefaultSuite.cases());
    List<Case> many = new ArrayList<>(asked);
    many.addAll(selection.more(MANY));
    SuiteCoverage few = new SuiteCoverage(asked, new RelativeMatch());
    SuiteCoverage all = new SuiteCoverage(many, new RelativeMatch());
    assertThat(few.unrevealed()).containsExactlyInAnyOrderElementsOf(all.unrevealed());
    assertThat(pairs(few)).containsExactlyInAnyOrderElementsOf(pairs(all));
  }

  private static Set<Set<Mistake>> pairs(SuiteCoverage coverage) {
    return coverage.inseparable().stream()
        .map(pair -> Set.of(pair.first(), pair.second()))
        .collect(Collectors.toSet());
  }
}
