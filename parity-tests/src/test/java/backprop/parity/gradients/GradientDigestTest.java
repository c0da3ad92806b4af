package backprop.parity.gradients;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bits on every machine and under every compiler: the digest is written down here. */
class GradientDigestTest {
  private static final String DIGEST =
      "312a6097a2fb2318db6e275d2d705fecfe820295ae200e7d8be95a1a0966efd3";

  @Test
  void theLoopsHaveTheRecordedDigest() {
    assertThat(GradientDigest.of(new LoopsSource())).isEqualTo(DIGEST);
  }

  @Test
  void theMatricesHaveTheRecordedDigest() {
    assertThat(GradientDigest.of(new MatrixSource())).isEqualTo(DIGEST);
  }

  /** Interpreted; compiled by the first compiler alone; by the second alone, and early. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xint",
        "-XX:TieredStopAtLevel=1",
        "-XX:-TieredCompilation -XX:CompileThreshold=1000 -Xbatch"
      })
  void everyCompilerGivesTheRecordedDigest(String flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags.split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(GradientDigestMain.class.getName());
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as("exit code, after %s", output).isZero();
    assertThat(output.lines()).containsExactly(DIGEST, DIGEST);
  }

  @Test
  void aSourceOfGradientsAloneIsRefused() {
    assertThat(Run.backprop("gradients", "--digest", "--source", "numerical"))
        .isEqualTo(
            new Run(
                2,
                "",
                "--digest: expected a source that gives every step, found no preActivations[1] of"
                    + " case random-1-1.\n"));
  }
}
