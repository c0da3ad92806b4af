package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A learner who has written every chapter passes where the course leads next. */
class SolutionsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aSolutionAgreesOnAllThatItKnowsAndSkipsTheRest(Language language) throws IOException {
    Run run = Run.backprop("check", "--json", "--command", command(language));
    assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
    assertThat(run.output())
        .contains("\"verdict\":\"agrees\"")
        .doesNotContain("\"casesCompared\":0,")
        .doesNotContain("\"casesSkipped\":0,");
  }

  @ParameterizedTest
  @EnumSource
  void aSolutionHoldsOutOnIllConditionedNetworks(Language language) throws IOException {
    String known = "sigmoid,half-squared-error";
    Run run =
        Run.backprop(
            "check", "--json", "--stress", "--only", known, "--command", command(language));
    assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
    assertThat(run.output()).contains("\"verdict\":\"agrees\"").contains("\"casesSkipped\":0,");
  }

  @Test
  void aLearnerAtTheEndIsSentToTheNextTrial() throws IOException {
    String[] known = {"--only", "sigmoid,half-squared-error,sum,one-sample"};
    String command = command(Language.JAVA);
    assertThat(Run.backprop("check", known[0], known[1], "--command", command).output())
        .endsWith("Next: --stress asks ill-conditioned networks, too.\n");
    assertThat(Run.backprop("check", "--stress", known[0], known[1], "--command", command).output())
        .endsWith("Next: backprop fuzz makes up networks until one of them fails.\n");
  }

  private String command(Language language) throws IOException {
    Interpreter interpreter = new Interpreter(language);
    interpreter.assumeInstalled();
    Path name = Path.of(language.solution()).getFileName();
    return interpreter.command(
        Files.copy(Path.of("course", language.solution()), folder.resolve(name)));
  }
}
