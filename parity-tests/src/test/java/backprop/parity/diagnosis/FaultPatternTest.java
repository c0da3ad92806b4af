package backprop.parity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.check.VerdictTally;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.candidate.PlantedFault;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.RandomCases;
import backprop.parity.terms.Derivation;
import backprop.parity.terms.Sentence;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the wrong blocks have in common is seen on networks whose widths all differ. */
class FaultPatternTest {
  private static final Objective ENDING =
      new Objective(Activation.SIGMOID, Cost.SQUARED_ERROR, Reduction.MEAN);

  private static List<Case> questions(int... widths) {
    RandomCases random = new RandomCases(11);
    List<Activation> hidden = List.of(Activation.TANH, Activation.SIGMOID);
    return List.of(
        RandomCases.withLearningRate(random.next("five", widths, 5, hidden, ENDING), 0.1),
        random.next("seven", widths, 7, hidden, ENDING));
  }

  private static Verdict verdict(PlantedFault fault, List<Case> questions) {
    return verdict(fault, questions, Precision.DOUBLE);
  }

  private static Verdict verdict(PlantedFault fault, List<Case> questions, Precision precision) {
    VerdictTally tally = new VerdictTally();
    for (Case question : questions) {
      tally.add(
          new CaseComparison(
              question, new LoopsSource().answer(question), fault.answer(question), precision));
    }
    return tally.verdict(
        wrong ->
            wrong
                .get(0)
                .firstDivergence()
                .map(
                    entry ->
                        new Verdict.Divergence(
                            entry,
                            new Derivation(Sentence.of("terms of " + entry.name()), ""),
                            Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUMMED_NOT_AVERAGED | all gradients are N times the right ones",
        "GRADIENTS_SUMMED | all gradients are N times the right ones",
        "HALF_THE_COST | all gradients are 1/2 times the right ones",
        "SIGN_FLIPPED | all gradients are -1 times the right ones",
        "OUTPUT_DELTA_WRONG | last layer wrong, with no constant factor: output delta",
        "HIDDEN_DERIVATIVE_MISSING | last layer right, every hidden layer wrong",
        "BIAS_ZERO | all weight gradients right, some bias gradients wrong",
        "WEIGHTS_WRONG | all bias gradients right, some weight gradients wrong",
        "COST_WRONG | all gradients right, every cost is more by 1",
        "SINGLE_PRECISION | about 1e-7 relative everywhere: single precision"
      })
  void aFaultHasItsPattern(PlantedFault fault, String pattern) {
    Verdict verdict = verdict(fault, questions(2, 5, 4, 3));
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DISAGREES);
    assertThat(verdict.pattern()).contains(pattern);
  }

  @Test
  void aTransposedLayoutIsSeenOnSquareLayers() {
    Verdict verdict = verdict(PlantedFault.WEIGHTS_TRANSPOSED, questions(3, 3, 3, 3));
    assertThat(verdict.pattern()).contains("every weight gradient transposed");
    assertThat(verdict.note()).contains("inputs-by-outputs");
  }

  @ParameterizedTest
  @CsvSource({"SUMMED_NOT_AVERAGED, reduction sum", "HALF_THE_COST, cost half-squared-error"})
  void aConventionIsNamedWhereItExplainsTheCostToo(PlantedFault fault, String convention) {
    Verdict verdict = verdict(fault, questions(2, 5, 4, 3));
    assertThat(verdict.note()).contains("read as " + convention + ": a convention");
  }

  @Test
  void aFactorThatTheCostDoesNotHaveIsNoConvention() {
    assertThat(verdict(PlantedFault.GRADIENTS_SUMMED, questions(2, 5, 4, 3)).note()).isEmpty();
  }

  @Test
  void singlePrecisionIsToldWhatToDo() {
    Verdict verdict = verdict(PlantedFault.SINGLE_PRECISION, questions(2, 5, 4, 3));
    assertThat(verdict.note()).contains("--precision float");
  }

  @Test
  void singlePrecisionAgreesOnceItIsDeclared() {
    Verdict verdict = verdict(PlantedFault.SINGLE_PRECISION, DefaultSuite.cases(), Precision.FLOAT);
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.AGREES);
  }

  @Test
  void anUpdateThatIsWrongIsNoConvention() {
    List<Case> question = questions(2, 5, 4, 3).subList(0, 1);
    assertThat(verdict(PlantedFault.UPDATE_WRONG, question).pattern())
        .contains("all gradients right, updated parameters wrong");
  }

  @Test
  void noFaultAgreesOnTheWholeSuite() {
    Verdict verdict = verdict(PlantedFault.NONE, DefaultSuite.cases());
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.AGREES);
    assertThat(verdict.identicalBits()).isEqualTo(verdict.entriesCompared());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"NONE", "WEIGHTS_TRANSPOSED"})
  void theSuiteRevealsEveryFault(PlantedFault fault) {
    Verdict verdict = verdict(fault, DefaultSuite.cases());
    assertThat(verdict.kind()).isEqualTo(Verdict.Kind.DISAGREES);
  }

  @Test
  void theFirstDivergenceIsInTheLastLayerWhereThereIsNoTrace() {
    Verdict verdict = verdict(PlantedFault.SIGN_FLIPPED, questions(2, 5, 4, 3));
    Verdict.Divergence first = verdict.firstDivergence().orElseThrow();
    assertThat(first.entry().caseName()).isEqualTo("five");
    assertThat(first.entry().entry().name()).isEqualTo("biasGradients[3][0]");
    assertThat(first.terms().names().format()).isEqualTo("terms of biasGradients[3][0]");
  }
}
