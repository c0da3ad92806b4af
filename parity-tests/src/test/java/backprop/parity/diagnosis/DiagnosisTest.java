package backprop.parity.diagnosis;

import static backprop.parity.diagnosis.mistakes.Mistake.*;
import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.diagnosis.mistakes.AnswerPart;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.RevealingCases;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.suites.RandomCases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mistake is found by making it again, and never by guessing. */
class DiagnosisTest {
  private static final ResultMatch MATCH = new RelativeMatch();

  @ParameterizedTest
  @EnumSource
  void everySingleMistakeIsNamed(Mistake mistake) {
    Diagnosis diagnosis = diagnosis(FaultyProgram.with(mistake));
    assertThat(diagnosis.correct()).isFalse();
    if (mistake == WEIGHT_GRADIENTS_TRANSPOSED) {
      // It only has answers for square layers, where both put the same numbers in the same places.
      assertThat(diagnosis.names())
          .containsExactly("weight-gradients-transposed", "weight-gradients-reflattened");
    } else {
      assertThat(diagnosis.names()).containsExactly(mistake.spelling());
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "SUMMED_NOT_AVERAGED",
        "AVERAGED_NOT_SUMMED",
        "DIVIDED_BY_BATCH_AND_OUTPUTS",
        "FACTOR_TWO",
        "FACTOR_HALF"
      })
  void aFactorThatTheCostHasTooIsAConvention(Mistake factor) {
    Diagnosis diagnosis = diagnosis(FaultyProgram.with(factor).whoseCostFollows());
    assertThat(diagnosis.names()).containsExactly(factor.spelling());
    assertThat(diagnosis.convention()).isTrue();
    assertThat(diagnosis(FaultyProgram.with(factor)).convention()).isFalse();
  }

  @Test
  void correctAnswersAreCorrectAndNoMistakeIsNamed() {
    for (GradientSource source : List.of(new LoopsSource(), new MatrixSource())) {
      List<Observation> observations =
          Suite.CASES.stream()
              .map(question -> new Observation(question, source.answer(question)))
              .toList();
      Diagnosis diagnosis = Diagnosis.of(observations, MATCH);
      assertThat(diagnosis.correct()).as(source.name()).isTrue();
      assertThat(diagnosis.names()).as(source.name()).isEmpty();
    }
  }

  @Test
  void theSoftmaxProgramOfThePerlTutorialMakesTwoMistakes() {
    RandomCases random = new RandomCases(10);
    Objective ending = new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);
    List<Case> cases = new ArrayList<>();
    for (int samples = 1; samples <= 6; samples++) {
      int[] widths = {3, 4, 10};
      List<Activation> hidden = List.of(Activation.RELU);
      cases.add(random.next("perl-" + samples, widths, samples, hidden, ending));
    }
    FaultyProgram perl = FaultyProgram.with(RELU_MASK_ON_OUTPUT, DIVIDED_BY_OUTPUTS);
    Diagnosis diagnosis = Diagnosis.of(Suite.observations(cases, perl), MATCH);
    assertThat(diagnosis.names()).containsExactly("divided-by-outputs + relu-mask-on-output");
  }

  @Test
  void theOppositeSignInGradientAndUpdateIsNamedAsTheTwoThatCancel() {
    Diagnosis diagnosis = diagnosis(FaultyProgram.with(SIGN_FLIPPED, UPDATE_ADDED));
    assertThat(diagnosis.names()).containsExactly("sign-flipped + update-added");
  }

  @Test
  void twoMistakesInDifferentPartsAreNamedTogether() {
    Diagnosis diagnosis =
        diagnosis(FaultyProgram.with(HIDDEN_DERIVATIVE_MISSING, BIAS_MEAN_OF_SUM));
    assertThat(diagnosis.names()).containsExactly("hidden-derivative-missing + bias-mean-of-sum");
  }

  @Test
  void aMistakeThatIsMadeOnSomeCasesIsNamedWithThem() {
    FaultyProgram program = FaultyProgram.with(BIAS_MEAN_OF_SUM);
    List<Observation> observations = new ArrayList<>(Suite.observations(Suite.CASES, program));
    Case last = Suite.CASES.get(0);
    observations.set(0, new Observation(last, new LoopsSource().answer(last)));
    Diagnosis diagnosis = Diagnosis.of(observations, MATCH);
    assertThat(diagnosis.correct()).isFalse();
    assertThat(diagnosis.names()).containsExactly("bias-mean-of-sum");
    assertThat(diagnosis.detail()).isEqualTo("on 46 of 47 cases that can show it");
  }

  @Test
  void aMistakeThatCouldNotHaveAnsweredACaseIsNotNamed() {
    FaultyProgram program = FaultyProgram.with(WEIGHT_GRADIENTS_REFLATTENED);
    List<Case> square = named("square");
    assertThat(Diagnosis.of(Suite.observations(square, program), MATCH).names())
        .containsExactly("weight-gradients-transposed", "weight-gradients-reflattened");
    List<Case> both = named("square", "all-different");
    assertThat(Diagnosis.of(Suite.observations(both, program), MATCH).names())
        .containsExactly("weight-gradients-reflattened");
  }

  @Test
  void whatTheCandidateLeavesOutIsNotCompared() {
    List<Observation> lastBiasesAlone =
        Suite.observations(Suite.CASES, FaultyProgram.with(BIAS_FIRST_SAMPLE)).stream()
            .map(
                observation ->
                    new Observation(
                        observation.question(),
                        AnswerPart.LAST_BIAS_GRADIENTS.of(observation.candidate())))
            .toList();
    assertThat(Diagnosis.of(lastBiasesAlone, MATCH).names()).containsExactly("bias-first-sample");
  }

  @Test
  void mistakesThatTheCasesDoNotTellApartAreAllNamed() {
    Objective ending = new Objective(Activation.SIGMOID, Cost.HALF_SQUARED_ERROR, Reduction.SUM);
    List<Activation> hidden = List.of(Activation.SIGMOID);
    Case question = new RandomCases(1).next("plain", new int[] {2, 3, 2}, 4, hidden, ending);
    FaultyProgram program = FaultyProgram.with(OUTPUT_DERIVATIVE_MISSING);
    Diagnosis diagnosis = Diagnosis.of(Suite.observations(List.of(question), program), MATCH);
    assertThat(diagnosis.names())
        .containsExactly(
            "output-derivative-missing", "raw-cost-derivative", "difference-as-output-delta");
  }

  @Test
  void numbersThatNoMistakeExplainsGetNoName() {
    List<Observation> observations =
        Suite.CASES.stream()
            .map(question -> new Observation(question, withCost(question, 42.0)))
            .toList();
    Diagnosis diagnosis = Diagnosis.of(observations, MATCH);
    assertThat(diagnosis.correct()).isFalse();
    assertThat(diagnosis.names()).isEmpty();
  }

  private static Result withCost(Case question, double cost) {
    List<Map<Quantity, double[][]>> nothing =
        Collections.nCopies(question.network().depth(), Map.of());
    return new Result(question.name(), OptionalDouble.of(cost), nothing);
  }

  private static List<Case> named(String... names) {
    return RevealingCases.all().stream()
        .filter(question -> List.of(names).contains(question.name()))
        .toList();
  }

  private static Diagnosis diagnosis(FaultyProgram program) {
    return Diagnosis.of(Suite.observations(Suite.CASES, program), MATCH);
  }
}
