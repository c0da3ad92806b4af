package backprop.parity.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a square batch F·Δᵀ runs where Δ·Fᵀ belongs; this answer did so. */
class SwappedFactorsTest {
  private static final String CASE =
      """
      {"format": "backprop-case-1", "name": "sq", "weightLayout": "inputs-by-outputs",
      "layers": [{"activation": "sigmoid", "weights": [[0.5, 0.75], [-0.25, 0.4]], "biases":
      [0.1, -0.2]}, {"activation": "sigmoid", "weights": [[0.6, -0.3], [-0.4, 0.7]], "biases":
      [0.05, -0.15]}], "cost": "half-squared-error", "reduction": "sum", "inputs": [[1.5,
      0.5], [0.3, -0.8]], "targets": [[1.0, 0.0], [0.0, 1.0]]}
      """;

  private static final String ANSWER =
      """
      {"format": "backprop-gradients-1", "name": "sq", "cost": 0.5414418006425162, "layers":
      [{"biasGradients": [0.009334277821519937, -0.012894646867487126], "weightGradients":
      [[-0.026054063242507784, 0.023005996809724694], [-0.038726297728593366,
      0.0394296409364581]], "deltas": [[-0.024045288824136472, 0.02239532572497569],
      [0.03337956664565641, -0.03528997259246282]]}, {"biasGradients": [0.023346848842690893,
      0.007825526343264971], "weightGradients": [[0.007014080333789557, 0.01328897987859091],
      [-0.027717502484665115, 0.047618433665945016]], "deltas": [[-0.11483536822775348,
      0.1349404549988303], [0.13818221707044437, -0.12711492865556534]]}]}
      """;

  @TempDir private Path folder;

  @Test
  void theFactorsOfStep7InTheOtherOrderAreNamedInTheLayoutOfTheCase() throws IOException {
    assertThat(check(ANSWER))
        .contains("mistake hidden-delta-transposed")
        .contains("the product of step 7 transposed in every hidden layer")
        .contains("with a row per sample, F·Δᵀ is the transpose of Δ·Fᵀ.");
  }

  @Test
  void whereOneMoreNumberIsWrongNothingIsNamed() throws IOException {
    assertThat(check(ANSWER.replace("-0.012894646867487126", "-0.012994646867487126")))
        .startsWith("DISAGREES")
        .doesNotContain("hidden-delta-transposed", "step 7 transposed");
  }

  private String check(String answer) throws IOException {
    Path question = Files.writeString(folder.resolve("case.json"), CASE.replace("\n", " "));
    Path result = Files.writeString(folder.resolve("result.json"), answer.replace("\n", " "));
    return Run.backprop("check", "--case", question.toString(), "--result", result.toString())
        .output()
        .replaceAll("\\s+", " ");
  }
}
