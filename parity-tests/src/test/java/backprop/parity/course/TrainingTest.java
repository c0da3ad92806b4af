package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terminal.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After the last chapter the learner's own program learns. */
class TrainingTest {
  private static final Pattern COST = Pattern.compile("step \\d+ +cost ([0-9.]+) ");
  private static final Pattern DIGITS =
      Pattern.compile("all\\s+agree\\s+to\\s+(\\d+)\\s+digits\\s+or\\s+more\\.");

  @TempDir private Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @ParameterizedTest
  @EnumSource
  void everySolutionLearnsToTellThePicturesApart(Language language) throws Exception {
    Interpreter interpreter = new Interpreter(language);
    interpreter.assumeInstalled();
    Path name = Path.of(language.solution()).getFileName();
    Path file = Files.copy(Path.of("course", language.solution()), folder.resolve(name));
    Duration patience = Duration.ofSeconds(60);
    try (CourseSession lecture =
        new CourseSession(interpreter.command(file), patience, patience, line -> {})) {
      lecture.hold();
      assertThat(print(lecture.candidate())).isTrue();
    }
    assertThat(costs()).hasSize(9).isSortedAccordingTo((one, next) -> Double.compare(next, one));
    assertThat(costs().get(8)).isLessThan(0.01);
    assertThat(text())
        .contains("says now    circle  circle  circle  circle  cross   cross   cross   cross\n");
    int digits =
        DIGITS.matcher(text()).results().mapToInt(found -> Integer.parseInt(found.group(1))).sum();
    assertThat(digits).isGreaterThan(10);
  }

  @Test
  void theLoopsThemselvesKeepEveryBit() {
    assertThat(print(new Changed(answer -> answer))).isTrue();
    assertThat(text()).contains("All 38 weights and biases have the same bits.\n");
  }

  @Test
  void theStepsAreThoseOfChapter9() {
    double[] mine =
        LearnersDescent.ofPictures()
            .after(loops(LearnersDescent.ofPictures().question()))
            .parameters();
    Case pictures = WorkedExamples.named("circles-and-crosses");
    double[] chapter = new LearnersDescent(0, pictures).after(loops(pictures)).parameters();
    assertThat(mine).isEqualTo(chapter);
  }

  @Test
  void theAnswersAreTheNextQuestion() {
    LearnersDescent start = LearnersDescent.ofPictures();
    Result answer = loops(start.question());
    Case next = start.after(answer).question();
    assertThat(next.network().layer(2).weights())
        .isDeepEqualTo(answer.values(Quantity.UPDATED_WEIGHTS, 2).get());
    assertThat(next.name()).isEqualTo("circles-and-crosses-1");
  }

  @Test
  void whatIsMissingAtAStepIsSaid() {
    AnswerFields others =
        new AnswerFields(true, EnumSet.complementOf(EnumSet.of(Quantity.UPDATED_BIASES)));
    assertThat(print(new Changed(others::of))).isFalse();
    assertThat(text()).contains("Step 0 is not right: updatedBiases of layer 2 is missing.\n");
  }

  @Test
  void unsupportedIsSaid() {
    assertThat(print(new Changed(answer -> null))).isFalse();
    assertThat(text()).contains("Step 0 is not right: it answers \"unsupported\".\n");
  }

  @Test
  void theDigitsAreThoseOfTheWorstPair() {
    double[] exact = {1.0, 2000.0, 0.0};
    ParameterMatch match = ParameterMatch.of(new double[] {1.0, 2000.003, 0.0}, exact);
    assertThat(match).isEqualTo(new ParameterMatch(3, 2, 5));
    assertThat(ParameterMatch.of(new double[] {-1.0, 2000.0, 0.0}, exact).digits()).isZero();
    assertThat(ParameterMatch.of(exact, exact)).isEqualTo(new ParameterMatch(3, 3, 17));
  }

  private boolean print(Candidate candidate) {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    return new CourseTrainingScreen(TextStyle.plain(), out).print(candidate);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private List<Double> costs() {
    return COST.matcher(text()).results().map(found -> Double.valueOf(found.group(1))).toList();
  }

  private static Result loops(Case question) {
    return new LoopsSource().answer(question);
  }

  /** The loops, with something done to every answer; nothing stands for "unsupported". */
  private record Changed(Function<Result, Result> change) implements Candidate {
    @Override
    public CandidateReply answer(Case question) {
      return new CandidateReply(Optional.ofNullable(change.apply(loops(question))), Set.of());
    }

    @Override
    public List<String> finish() {
      return List.of();
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
