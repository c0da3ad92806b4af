package backprop.parity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.mistakes.Fault;
import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeCatalogue;
import backprop.parity.diagnosis.mistakes.RevealingCases;
import backprop.parity.diagnosis.mistakes.Scope;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mistake keeps its name in whatever form and place it is made. */
class VariantsTest {
  private static final List<Case> CASES = DefaultSuite.cases();

  @Test
  void theOutputBiasThatIsNeverTrainedIsFoundWithItsPlace() {
    Diagnosis diagnosis =
        diagnosis(new Fault(Mistake.BIAS_ZERO, 0, Scope.LAST_LAYER), UnaryOperator.identity());
    assertThat(diagnosis.names()).containsExactly("bias-zero");
    assertThat(diagnosis.detail()).isEqualTo("in the last layer");
  }

  @Test
  void theNameIsFoundFromUpdatesAlone() {
    UnaryOperator<Result> updatesAlone =
        answer -> answer.only(false, (quantity, l) -> quantity.fieldName().startsWith("updated"));
    Diagnosis diagnosis = diagnosis(new Fault(Mistake.HIDDEN_DERIVATIVE_MISSING), updatesAlone);
    assertThat(diagnosis.names()).containsExactly("hidden-derivative-missing");
  }

  @Test
  void theCostOfAnotherKindBesideAWrongGradientIsNamedWithIt() {
    Fault cost = new Fault(Mistake.COST_OF_ANOTHER_KIND, 1, Scope.EVERYWHERE);
    FaultyProgram program = FaultyProgram.with(cost, new Fault(Mistake.PRE_ACTIVATION_AS_INPUT));
    assertThat(diagnosis(program, UnaryOperator.identity()).names())
        .containsExactly("cost-of-another-kind + pre-activation-as-input");
  }

  @ParameterizedTest
  @EnumSource
  void everyFormOfAMistakeHasItsName(Mistake mistake) {
    int forms = MistakeCatalogue.of(mistake).forms().size();
    for (int form = 1; form <= forms; form++) {
      Fault fault = new Fault(mistake, form, Scope.EVERYWHERE);
      List<Observation> observations =
          Suite.observations(RevealingCases.all(), FaultyProgram.with(fault));
      Diagnosis diagnosis = Diagnosis.of(observations, new BoundMatch(Precision.DOUBLE));
      if (!diagnosis.correct()) {
        assertThat(diagnosis.names())
            .as("form %d of %s", form, mistake)
            .anyMatch(name -> name.contains(mistake.spelling()));
      }
    }
  }

  @Test
  void clippedProbabilitiesAreNamedWithTheirLimit() {
    int clippedAt1e7 = 28;
    Fault fault = new Fault(Mistake.EPSILON_IN_LOGARITHM, clippedAt1e7, Scope.EVERYWHERE);
    List<Observation> observations =
        Suite.observations(RevealingCases.all(), FaultyProgram.with(fault));
    Diagnosis diagnosis = Diagnosis.of(observations, new BoundMatch(Precision.DOUBLE));
    assertThat(diagnosis.names()).containsExactly("epsilon-in-logarithm");
    assertThat(diagnosis.detail()).contains("probabilities clipped to [ε, 1-ε], with 1e-7");
  }

  @Test
  void aFactorThatNoMistakeHasGetsNoName() {
    List<Observation> observations = new ArrayList<>();
    for (Case question : CASES) {
      Result right = new LoopsSource().answer(question);
      double[][] gradients = right.values(Quantity.WEIGHT_GRADIENTS, 1).orElseThrow();
      gradients[0][0] *= 1.37;
      Result.Builder wrong = Result.to(question).put(Quantity.WEIGHT_GRADIENTS, 1, gradients);
      observations.add(new Observation(question, wrong.build()));
    }
    Diagnosis diagnosis = Diagnosis.of(observations, new BoundMatch(Precision.DOUBLE));
    assertThat(diagnosis.correct()).isFalse();
    assertThat(diagnosis.names()).isEmpty();
  }

  @Test
  void gradientsThatAreNothingButUpdatesTakenBackAreAllowedWhatTheyLose() {
    for (Case question : CASES) {
      Result right = new LoopsSource().answer(question);
      double rate = question.learningRate().orElseThrow();
      Result.Builder given = Result.to(question);
      for (int l = 1; l <= right.depth(); l++) {
        double[][] before = question.network().layer(l).weights();
        double[][] after = right.values(Quantity.UPDATED_WEIGHTS, l).orElseThrow();
        given.put(Quantity.UPDATED_WEIGHTS, l, after);
        double[][] gradients = new double[after.length][after[0].length];
        for (int j = 0; j < after.length; j++) {
          for (int i = 0; i < after[j].length; i++) {
            gradients[j][i] = (before[j][i] - after[j][i]) / rate;
          }
        }
        given.put(Quantity.WEIGHT_GRADIENTS, l, gradients);
      }
      CaseComparison comparison =
          new CaseComparison(question, right, given.build(), Precision.DOUBLE);
      assertThat(comparison.agrees()).as(question.name()).isTrue();
    }
  }

  private static Diagnosis diagnosis(Fault fault, UnaryOperator<Result> shown) {
    return diagnosis(FaultyProgram.with(fault), shown);
  }

  private static Diagnosis diagnosis(FaultyProgram program, UnaryOperator<Result> shown) {
    FaultyLoops faulty = new FaultyLoops(program);
    List<Observation> observations =
        CASES.stream()
            .filter(faulty::applies)
            .map(question -> new Observation(question, shown.apply(faulty.answer(question))))
            .toList();
    return Diagnosis.of(observations, new BoundMatch(Precision.DOUBLE));
  }
}
