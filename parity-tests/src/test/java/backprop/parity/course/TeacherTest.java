package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.suites.BuiltInCases;
import backprop.parity.terms.LayoutNotation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The teacher stops at the first chapter that is not right, and says where and why. */
class TeacherTest {
  @Test
  void aProgramWithEveryStepRightPassesEveryChapter() {
    CourseReport report = teach(Slip.none(UnaryOperator.identity()));
    assertThat(report.stop()).isEmpty();
    assertThat(report.passed()).isEqualTo(Course.lessons()).hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({
    "2, BIAS_LEFT_OUT, preActivations[1][0][0]",
    "2, BIAS_ON_EVERY_TERM, preActivations[1][0][0]",
    "2, SIGMOID_MIRRORED, activations[1][0][0]",
    "2, ACTIVATION_TWICE, activations[1][0][0]",
    "3, FORWARD_WEIGHTS_TRANSPOSED, preActivations[1][0][0]",
    "4, COST_DOUBLED, cost",
    "4, OUTPUT_DERIVATIVE_MISSING, deltas[1][0][0]",
    "4, OUTPUT_DERIVATIVE_AT_ACTIVATION, deltas[1][0][0]",
    "4, SIGN_FLIPPED, deltas[1][0][0]",
    "5, BIAS_ZERO, biasGradients[1][0]",
    "5, WEIGHT_GRADIENTS_TRANSPOSED, weightGradients[1][0][1]",
    "6, HIDDEN_DERIVATIVE_MISSING, deltas[1][0][0]",
    "6, HIDDEN_DERIVATIVE_AT_ACTIVATION, deltas[1][0][0]",
    "6, WEIGHT_GRADIENTS_PROPAGATED, deltas[1][0][0]",
    "6, TRANSPOSE_MISSING, deltas[1][0][0]",
    "6, ONE_FORWARD_TERM, deltas[1][0][0]",
    "8, SUMMED_NOT_AVERAGED, biasGradients[2][0]",
    "8, COST_SUMMED_NOT_AVERAGED, cost",
    "8, LAST_SAMPLE_ONLY, biasGradients[1][0]",
    "9, UPDATE_ADDED, updatedWeights[1][0][0]",
    "9, LEARNING_RATE_MISSING, updatedWeights[1][0][0]",
    "9, BIASES_NOT_UPDATED, updatedBiases[1][0]"
  })
  void aMistakeStopsInItsChapterAtItsFirstEntryByName(
      int chapter, Mistake mistake, String firstWrong) {
    CourseReport report = teach(new Slip(chapter, mistake));
    LessonProblem.Wrong stop = (LessonProblem.Wrong) report.stop().orElseThrow();
    assertThat(stop.lesson().number()).isEqualTo(chapter);
    assertThat(report.passed()).hasSize(chapter - 1);
    assertThat(stop.entry().entry().name()).isEqualTo(firstWrong);
    assertThat(stop.mistakes()).contains(FaultyProgram.with(mistake)).hasSizeLessThanOrEqualTo(3);
  }

  /** With one input, what leaves out the first term leaves out the last. */
  @Test
  void aMistakeThatFitsTheFirstQuestionAloneIsNotNamed() {
    UnaryOperator<Result> firstTermLeftOut = TeacherTest::withoutFirstInput;
    LessonProblem.Wrong stop =
        (LessonProblem.Wrong) teach(Slip.none(firstTermLeftOut)).stop().orElseThrow();
    assertThat(stop.question().name()).isEqualTo("chapter-2-one-input");
    assertThat(stop.entry().actual()).isEqualTo(-0.5);
    assertThat(stop.mistakes()).isEmpty();
    LessonProblem.Wrong named =
        (LessonProblem.Wrong) teach(new Slip(2, Mistake.LAST_INPUT_LEFT_OUT)).stop().get();
    assertThat(named.entry().actual()).isEqualTo(-0.5);
    assertThat(named.mistakes()).containsExactly(FaultyProgram.with(Mistake.LAST_INPUT_LEFT_OUT));
  }

  @Test
  void aProgramThatFailsOnALaterQuestionHasItsMistakeNamedAllTheSame() {
    Slip slip = new Slip(6, Mistake.TRANSPOSE_MISSING);
    Candidate failing =
        new ScriptedCandidate(
            question -> {
              if (question.name().equals("chapter-6-three-hidden")) {
                throw new NoUsableAnswer("it ended.");
              }
              return slip.answer(question);
            });
    LessonProblem.Wrong stop = (LessonProblem.Wrong) teach(failing).stop().orElseThrow();
    assertThat(stop.mistakes()).containsExactly(FaultyProgram.with(Mistake.TRANSPOSE_MISSING));
  }

  @Test
  void theTermsAreThoseOfTheWrongEntry() {
    LessonProblem.Wrong stop =
        (LessonProblem.Wrong)
            teach(new Slip(6, Mistake.HIDDEN_DERIVATIVE_MISSING)).stop().orElseThrow();
    assertThat(stop.terms().in(LayoutNotation.STANDARD))
        .isEqualTo(
            "weights[2][0][0] * deltas[2][0][0] + weights[2][1][0] * deltas[2][1][0], then"
                + " * f′(preActivations[1][0][0]):"
                + " (0.6*(-0.0899797) + (-0.3)*0.0853271) * 0.219826 = -0.017495");
  }

  @Test
  void theFactorIsNotNamedBeforeItIsTaught() {
    LessonProblem.Wrong early =
        (LessonProblem.Wrong) teach(new Slip(5, Mistake.BIAS_ZERO)).stop().orElseThrow();
    assertThat(early.terms().in(LayoutNotation.STANDARD))
        .isEqualTo("deltas[1][0][0] * 1: (-0.049745)*1 = -0.049745");
    LessonProblem.Wrong late =
        (LessonProblem.Wrong) teach(new Slip(8, Mistake.SUMMED_NOT_AVERAGED)).stop().orElseThrow();
    assertThat(late.terms().in(LayoutNotation.STANDARD)).contains(", then * factor: ");
  }

  @ParameterizedTest
  @CsvSource({
    "PRE_ACTIVATIONS, 2, preActivations of layer 1",
    "ACTIVATIONS, 2, activations of layer 1",
    "DELTAS, 4, deltas of layer 1",
    "BIAS_GRADIENTS, 5, biasGradients of layer 1",
    "WEIGHT_GRADIENTS, 5, weightGradients of layer 1",
    "UPDATED_WEIGHTS, 9, updatedWeights of layer 1",
    "UPDATED_BIASES, 9, updatedBiases of layer 1"
  })
  void whatAChapterAsksForIsMissedThere(Quantity left, int chapter, String missing) {
    CourseReport report = teach(Slip.none(answer -> without(left, answer)));
    LessonProblem.NotYet stop = (LessonProblem.NotYet) report.stop().orElseThrow();
    assertThat(stop.lesson().number()).isEqualTo(chapter);
    assertThat(stop.missing()).isEqualTo(missing);
  }

  @Test
  void whatIsComputedFirstIsMissedFirst() {
    Map<Quantity, double[][]> none = Map.of();
    Result nothing = new Result("deep", OptionalDouble.empty(), List.of(none, none));
    assertThat(AnswerFields.named("preActivations deltas").missingFrom(nothing))
        .contains("preActivations of layer 1");
    assertThat(AnswerFields.named("deltas").missingFrom(nothing)).contains("deltas of layer 2");
  }

  @Test
  void fourDecimalsAreNotEnoughForChapter2() {
    UnaryOperator<Result> rounded = TeacherTest::withFourDecimals;
    LessonProblem.Wrong stop = (LessonProblem.Wrong) teach(Slip.none(rounded)).stop().orElseThrow();
    assertThat(stop.lesson().number()).isEqualTo(2);
    assertThat(stop.clue().orElseThrow().format()).matches("right to \\d digits: is it rounded\\?");
    assertThat(stop.mistakes()).isEmpty();
  }

  @Test
  void gradientsThatAreNotTurnedBackStandInAnotherPlace() {
    UnaryOperator<Result> notTurned =
        answer ->
            answer.name().equals("chapter-7-turned-square") ? withGradientsTurned(answer) : answer;
    LessonProblem.Wrong stop =
        (LessonProblem.Wrong) teach(Slip.none(notTurned)).stop().orElseThrow();
    assertThat(stop.entry().name()).isEqualTo("weightGradients[1][1][0]");
    assertThat(stop.clue().orElseThrow().in(new LayoutNotation(stop.entry().layout())))
        .isEqualTo("the right numbers transposed: rows and columns have changed places.");
  }

  private static Result withGradientsTurned(Result answer) {
    double[][] right = answer.values(Quantity.WEIGHT_GRADIENTS, 1).orElseThrow();
    double[][] turned = {{right[0][0], right[1][0]}, {right[0][1], right[1][1]}};
    return new Result(
        answer.name(),
        OptionalDouble.empty(),
        List.of(Map.of(Quantity.WEIGHT_GRADIENTS, turned), Map.of()));
  }

  private static Result withFourDecimals(Result answer) {
    double[][] z = answer.values(Quantity.PRE_ACTIVATIONS, 1).orElseThrow();
    for (double[] row : z) {
      row[0] = StrictMath.rint(row[0] * 1e4) / 1e4;
    }
    double[][] a = answer.values(Quantity.ACTIVATIONS, 1).orElseThrow();
    Map<Quantity, double[][]> layer = Map.of(Quantity.PRE_ACTIVATIONS, z, Quantity.ACTIVATIONS, a);
    return new Result(answer.name(), OptionalDouble.empty(), List.of(layer));
  }

  @Test
  void theCostIsMissedInChapter4() {
    CourseReport report = teach(Slip.none(answer -> withCost(OptionalDouble.empty(), answer)));
    LessonProblem.NotYet stop = (LessonProblem.NotYet) report.stop().orElseThrow();
    assertThat(stop.lesson().number()).isEqualTo(4);
    assertThat(stop.missing()).isEqualTo("cost");
  }

  @Test
  void whatALaterChapterAsksForIsNotLookedAtYet() {
    CourseReport report = teach(new Slip(1, Mistake.OUTPUT_DERIVATIVE_MISSING));
    assertThat(report.stop().orElseThrow().lesson().number()).isEqualTo(4);
  }

  @Test
  void whatIsWrongIsSaidBeforeWhatIsMissing() {
    CourseReport report =
        teach(new Slip(4, Mistake.COST_DOUBLED, answer -> without(Quantity.DELTAS, answer)));
    assertThat(report.stop().orElseThrow()).isInstanceOf(LessonProblem.Wrong.class);
  }

  @Test
  void anEarlierFieldThatIsWrongOnANewNetworkIsFound() {
    CourseReport report = teach(new Slip(8, Mistake.BIAS_LEFT_OUT));
    LessonProblem.Wrong stop = (LessonProblem.Wrong) report.stop().orElseThrow();
    assertThat(stop.lesson().number()).isEqualTo(8);
    assertThat(stop.entry().entry().name()).isEqualTo("preActivations[1][0][0]");
  }

  private static CourseReport teach(Candidate candidate) {
    return new Teacher(candidate).teach(Course.lessons());
  }

  private static Result without(Quantity left, Result answer) {
    Set<Quantity> kept = EnumSet.complementOf(EnumSet.of(left));
    return new AnswerFields(true, kept).of(answer);
  }

  /** Of one neuron: everything after step 1 stays as it is. */
  private static Result withoutFirstInput(Result answer) {
    Case question = BuiltInCases.named(answer.name()).orElseThrow();
    double first = question.network().layer(1).weights()[0][0] * question.inputs()[0][0];
    double right = answer.values(Quantity.PRE_ACTIVATIONS, 1).orElseThrow()[0][0];
    double[][] wrong = {{right - first}};
    return new Result(
        answer.name(), OptionalDouble.empty(), List.of(Map.of(Quantity.PRE_ACTIVATIONS, wrong)));
  }

  private static Result withCost(OptionalDouble cost, Result answer) {
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        answer.values(quantity, l).ifPresent(values -> layer.put(quantity, values));
      }
      layers.add(layer);
    }
    return new Result(answer.name(), cost, layers);
  }
}
