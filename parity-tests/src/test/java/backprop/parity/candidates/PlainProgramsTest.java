package backprop.parity.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs without JSON that people copy: short, and right wherever their language is present. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of sh")
class PlainProgramsTest {
  private static final int MOST_LINES = 40;
  private static final Pattern COMPARED = Pattern.compile("compared +(\\d+) cases");

  @TempDir private static Path folder;

  @ParameterizedTest
  @EnumSource
  void agreesOnMostOfTheCasesThatItSupports(PlainProgram program) throws Exception {
    Optional<String> command = program.command(folder);
    assumeTrue(command.isPresent(), () -> "not installed here: the language of " + program);
    Run run =
        Run.backprop(
            "check", "--plain", "--all-at-once", "--timeout", "120", "--command", command.get());
    assertThat(run.output()).as(run.errors()).startsWith("AGREES");
    Matcher compared = COMPARED.matcher(run.output());
    assertThat(compared.find()).isTrue();
    assertThat(Integer.parseInt(compared.group(1))).isGreaterThan(50);
    assertThat(run.exitCode()).isZero();
  }

  /** Octave reads ahead, and answers only at the end of its input. */
  @ParameterizedTest
  @EnumSource(names = "OCTAVE", mode = EnumSource.Mode.EXCLUDE)
  void answersLineByLine(PlainProgram program) throws Exception {
    Optional<String> command = program.command(folder);
    assumeTrue(command.isPresent(), () -> "not installed here: the language of " + program);
    String[] arguments = {
      "check",
      "--plain",
      "--timeout",
      "120",
      "--command",
      command.get(),
      "--cases",
      "hello",
      "mazur"
    };
    Run run = Run.backprop(arguments);
    assertThat(run.output()).as(run.errors()).startsWith("AGREES").contains("2 cases, ");
    assertThat(run.errors()).isEmpty();
  }

  /** A name that comes later must not be taken for one that is known. */
  @ParameterizedTest
  @EnumSource
  void whatItDoesNotKnowIsUnsupported(PlainProgram program) throws Exception {
    Optional<String> command = program.command(folder);
    assumeTrue(command.isPresent(), () -> "not installed here: the language of " + program);
    String known = Files.readAllLines(Path.of("golden/golden-plain.txt")).get(0);
    Process process = new ProcessBuilder("sh", "-c", command.get()).start();
    try (Writer questions = process.outputWriter()) {
      questions.write(known.replaceFirst("sigmoid", "softplus") + "\n");
      questions.write(known.replaceFirst("half-squared-error", "sum-of-logs") + "\n");
    }
    assertThat(process.inputReader().lines())
        .hasSize(2)
        .allMatch(answer -> answer.startsWith("unsupported"));
  }

  @ParameterizedTest
  @EnumSource
  void isShortEnoughToRead(PlainProgram program) throws IOException {
    assertThat(Files.readAllLines(program.source())).hasSizeLessThanOrEqualTo(MOST_LINES);
  }
}
