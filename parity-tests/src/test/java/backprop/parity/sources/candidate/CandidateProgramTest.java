package backprop.parity.sources.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.io.JsonWriter;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.RandomCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A program may do anything at all: there is one sentence about it, and nothing of it stays. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class CandidateProgramTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(900);

  private final List<String> errorLines = Collections.synchronizedList(new ArrayList<>());
  private final List<Case> questions = questions();
  private List<ProcessHandle> before;
  @TempDir private Path folder;

  private static List<Case> questions() {
    RandomCases random = new RandomCases(7);
    return List.of(random.next(), random.next(), random.next());
  }

  @BeforeEach
  void rememberTheProcesses() {
    before = ProcessHandle.current().descendants().toList();
  }

  @AfterEach
  void nothingOfItStays() {
    List<ProcessHandle> after = new ArrayList<>(ProcessHandle.current().descendants().toList());
    after.removeAll(before);
    // What ran before, such as the browser of other tests, may start what it likes meanwhile.
    before.forEach(process -> after.removeAll(process.descendants().toList()));
    after.addAll(children());
    assertThat(after.stream().filter(StrayProcess::is).map(ProcessHandle::info))
        .as("stray processes")
        .isEmpty();
  }

  @Test
  void everyAnswerArrivesWithEveryBit() {
    try (Candidate candidate = start("good", PATIENT)) {
      for (Case question : questions) {
        Result expected = new LoopsSource().answer(question);
        Result actual = candidate.answer(question).result().orElseThrow();
        assertThat(gradients(actual)).isDeepEqualTo(gradients(expected));
      }
      assertThat(candidate.finish()).isEmpty();
    }
  }

  private static double[][] gradients(Result result) {
    return result.values(Quantity.WEIGHT_GRADIENTS, 1).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crash-at-once | ended with exit code 5 before it answered. Its last words on stderr: \"cannot find my weights\".",
        "crash-midway | ended with exit code 7 before it answered. Its last words on stderr: \"first line\", \"Illegal division by zero at mine.pl line 12.\".",
        "output-before-input | \"Welcome to my network!\"",
        "chatter | found \"epoch 1: loss 0.123456789 0.123456789",
        "empty-lines | expected one line with the result in JSON, found an empty line.",
        "broken-json | its answer: the JSON ends too early.",
        "endless-line | expected one line of at most 64 MiB, found one that goes on: \"xxxx",
        "wrong-name | its answer: name: expected \"random-7-1\", found \"not-random-7-1\".",
        "name-with-escapes | its answer: name: expected \"random-7-1\", found \"?[31m???random-7-1\".",
        "wrong-shape | .weightGradients: expected ",
        "endless-lines | random-7-1",
        "crashes-leaving-children | it ended with exit code 9 before it answered."
      })
  void whatCannotBeUsedIsSaidInOneSentence(String mode, String sentence) {
    assertThatThrownBy(() -> answerAll(mode, PATIENT))
        .isInstanceOf(NoUsableAnswer.class)
        .hasMessageContaining(", case random-7-")
        .hasMessageContaining(sentence)
        .extracting(Throwable::getMessage)
        .asString()
        .hasLineCount(1)
        .hasSizeLessThan(900);
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "never-reads"})
  void silenceEndsWithTheTimeout(String mode) {
    assertThatThrownBy(() -> answerAll(mode, SHORT))
        .isInstanceOf(NoUsableAnswer.class)
        .hasMessageContaining("case random-7-1: no answer within 0.9 s");
  }

  @Test
  void aProgramThatDoesNotReadDoesNotBlockAQuestionLargerThanAnyPipe() {
    int[] widths = {200, 200};
    Case large = new RandomCases(1).next("large", widths, 1, List.of(), Objective.all().get(0));
    try (Candidate candidate = start("never-reads", SHORT)) {
      assertThatThrownBy(() -> candidate.answer(large))
          .isInstanceOf(NoUsableAnswer.class)
          .hasMessageContaining("case large: no answer within 0.9 s");
    }
  }

  @Test
  void aProgramThatDoesNotExistIsTheShellsExitCode() {
    assertThatThrownBy(() -> answerAll(start("no-such-program --at-all", PATIENT)))
        .isInstanceOf(NoUsableAnswer.class)
        .hasMessageContaining("\"no-such-program --at-all\", case random-7-1: it ended with")
        .hasMessageContaining("the shell found no such program");
  }

  @Test
  void aMegabyteOnStderrIsNoObstacleAndIsNotAllShown() throws IOException {
    assertThat(answerAll("megabyte-on-stderr", PATIENT)).isEmpty();
    assertThat(errorLines).hasSize(FirstLines.MOST_LINES_SHOWN + 1);
  }

  @Test
  void whatATerminalWouldObeyIsNotPassedOn() throws IOException {
    assertThat(answerAll("escapes-on-stderr", PATIENT)).isEmpty();
    assertThat(errorLines).hasSize(questions.size()).containsOnly("?[1m\tbold???!");
  }

  @Test
  void notANumberIsAnAnswer() throws IOException {
    try (Candidate candidate = start("not-a-number", PATIENT)) {
      Optional<Result> result = candidate.answer(questions.get(0)).result();
      assertThat(gradients(result.orElseThrow())[0][0]).isNaN();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one-line-more | After its last answer it wrote \"All done, bye!\".",
        "never-exits | It went on running after the end of its input and was ended",
        "fails-at-the-end | After its last answer it ended with exit code 4."
      })
  void whatComesAfterTheLastAnswerIsOddButNoFailure(String mode, String sentence)
      throws IOException {
    assertThat(answerAll(mode, PATIENT)).singleElement().asString().startsWith(sentence);
  }

  @Test
  void theChildrenOfAProgramThatHasEndedAreEndedToo() throws IOException {
    answerAll("leaves-children", PATIENT);
    assertThat(errorLines).as("children that were started").hasSize(questions.size());
  }

  /** Without its parent and without the environment it was given. */
  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "there is no setsid")
  void aChildThatHasLeftItsSessionIsEndedToo() {
    String leave = "(setsid env -i sh -c 'echo child $$ >&2; trap \"\" TERM HUP; sleep 600' &) ; ";
    answerAll(leave + Misbehaving.command("good", answers()), PATIENT);
    assertThat(errorLines).anyMatch(line -> line.startsWith("child "));
  }

  private List<ProcessHandle> children() {
    return errorLines.stream()
        .filter(line -> line.startsWith("child "))
        .map(line -> Long.parseLong(line.substring("child ".length())))
        .flatMap(pid -> ProcessHandle.of(pid).stream())
        .toList();
  }

  private List<String> answerAll(String mode, Duration timeout) {
    return answerAll(start(mode, timeout));
  }

  private List<String> answerAll(Candidate program) {
    try (Candidate candidate = program) {
      questions.forEach(candidate::answer);
      return candidate.finish();
    }
  }

  private Candidate start(String mode, Duration timeout) {
    String command = mode.contains(" ") ? mode : Misbehaving.command(mode, answers());
    return CandidateProgram.start(command, timeout, errorLines::add);
  }

  private Path answers() {
    JsonWriter writer = new JsonWriter(false);
    List<String> lines = new ArrayList<>();
    for (Case question : questions) {
      Result result = new LoopsSource().answer(question);
      lines.add(writer.write(result, WeightLayout.OUTPUTS_BY_INPUTS, false));
    }
    try {
      return Files.write(folder.resolve("answers.jsonl"), lines);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
