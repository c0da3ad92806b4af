package backprop.parity.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.parity.gradients.GradientDigest;
import backprop.parity.sources.LoopsSource;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs that people copy to wire up their own: each must answer, and be right. */
class CandidateProgramsTest {
  private static final Map<ExampleProgram, CompletableFuture<Interview>> INTERVIEWS =
      new EnumMap<>(ExampleProgram.class);

  /** Compiled one by one, then all at the same time: most of it is waiting for languages. */
  @BeforeAll
  static void interviewAllThatCanRunHere() throws Exception {
    Map<ExampleProgram, String> commands = new EnumMap<>(ExampleProgram.class);
    for (ExampleProgram program : ExampleProgram.values()) {
      program.command().ifPresent(command -> commands.put(program, command));
    }
    commands.forEach(
        (program, command) ->
            INTERVIEWS.put(
                program,
                CompletableFuture.supplyAsync(() -> new Interview(command, program.exact))));
  }

  @ParameterizedTest
  @EnumSource
  void staysWithinTheRoundingBound(ExampleProgram program) throws Exception {
    assertThat(disagreements(interview(program).suite)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void answersItsShareOfTheCases(ExampleProgram program) throws Exception {
    int answered = interview(program).suite.size();
    assertThat((double) answered / Interview.SUITE.size())
        .as("%d of %d cases answered, a share of", answered, Interview.SUITE.size())
        .isGreaterThanOrEqualTo(program.leastShare);
  }

  @ParameterizedTest
  @EnumSource
  void givesTheCost(ExampleProgram program) throws Exception {
    assertThat(interview(program).withoutCost).as("answers without a cost").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void answersInTheLayoutOfTheWeights(ExampleProgram program) throws Exception {
    assertThat(disagreements(interview(program).inputsByOutputs)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void answersAsManyInEitherLayout(ExampleProgram program) throws Exception {
    int answered = interview(program).inputsByOutputs.size();
    assertThat((double) answered / Interview.INPUTS_BY_OUTPUTS.size())
        .as("share of the cases with weights inputs by outputs that it answers")
        .isGreaterThanOrEqualTo(program.leastShare);
  }

  @ParameterizedTest
  @EnumSource
  void repeatsANameOfAnyLetters(ExampleProgram program) throws Exception {
    assertThat(interview(program).complaintAboutName).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void endsWithItsInputAndSaysNothingElse(ExampleProgram program) throws Exception {
    assertThat(interview(program).oddities).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyNumberOfAnExactProgramHasTheBitsOfTheLoops(ExampleProgram program) throws Exception {
    BitTally bits = exactInterview(program).bits;
    assertThat(bits.different).isEmpty();
    assertThat(bits.comparedNumbers).as("no step is left out").isEqualTo(bits.expectedNumbers);
  }

  @ParameterizedTest
  @EnumSource
  void theDigestOfAnExactProgramIsThatOfTheLoops(ExampleProgram program) throws Exception {
    String expected = GradientDigest.of(new LoopsSource());
    assertThat(exactInterview(program).digest).contains(expected);
  }

  private static Interview exactInterview(ExampleProgram program) throws Exception {
    assumeTrue(program.exact, () -> program + " adds in its library's order");
    return interview(program);
  }

  /** Skips the test, and says why, where the language is absent. */
  private static Interview interview(ExampleProgram program) throws Exception {
    boolean runs = INTERVIEWS.containsKey(program);
    assumeTrue(runs, () -> "not installed here: what " + program + " needs");
    return INTERVIEWS.get(program).get();
  }

  /** For every wrong case the first step, layer and entry that rounding does not explain. */
  private static List<String> disagreements(List<CaseComparison> comparisons) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.firstDivergence().stream())
        .map(CandidateProgramsTest::sentence)
        .toList();
  }

  private static String sentence(ComparedEntry entry) {
    return "%s: step %d, layer %d, %s: expected %s, found %s, %s bounds away"
        .formatted(
            entry.caseName(),
            entry.step(),
            entry.entry().layer(),
            entry.entry().name(),
            entry.expected(),
            entry.actual(),
            entry.boundRatio());
  }
}
