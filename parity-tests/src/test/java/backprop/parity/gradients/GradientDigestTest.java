package backprop.parity.gradients;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    assertThat(digests(System.getProperty("java.class.path"), flags))
        .containsExactly(DIGEST, DIGEST);
  }

  /** What holds the twins must fail where one of them is broken. */
  @Test
  void aTwinWithOneFactorLeftOutHasAnotherDigest(@TempDir Path broken) throws Exception {
    Path source = Path.of("../loops/src/main/java/backprop/loops/BackwardPass.java");
    String right = "sum += forwardWeights[k][j] * forwardDelta[k][s]";
    String text = Files.readString(source);
    assertThat(text).contains(right);
    Path wrong = broken.resolve("BackwardPass.java");
    Files.writeString(wrong, text.replace(right, "sum += forwardDelta[k][s]"));
    String classes = System.getProperty("java.class.path");
    String[] compile = {"-cp", classes, "-d", broken.toString(), wrong.toString()};
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, compile)).isZero();

    List<String> digests = digests(broken + File.pathSeparator + classes, "-Xshare:auto");
    assertThat(digests.get(0)).as("broken loops").hasSameSizeAs(DIGEST).isNotEqualTo(DIGEST);
    assertThat(digests.get(1)).as("matrices").isEqualTo(DIGEST);
  }

  private static List<String> digests(String classes, String flags)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(flags.split(" ")));
    command.addAll(List.of("-cp", classes, GradientDigestMain.class.getName()));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit code, after %s", output).isZero();
    return output.lines().toList();
  }
}
