package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.loops.BackwardPass;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The line of Python that a page shows gives the gradients of the loops, where NumPy is there. */
class EinsumTest {
  private static final String PAGE = "parity-tests/tutorial/why-transposes.md";

  /** Whole numbers: no order of a sum rounds them. */
  private static final double[][] DELTA = {{1, -2, 3}, {4, 0, -5}};

  private static final double[][] ACTIVATIONS = {{2, 7, -1}, {3, 1, 8}, {-6, 5, 4}, {9, -3, 2}};

  @Test
  void numPyAddsUpWhatTheLoopsAddUp() throws IOException, InterruptedException {
    List<String> snippets = Document.named(PAGE).blocks("python");
    assertThat(snippets).hasSize(1);
    String program =
        "import numpy as np\ndelta = np.array(%s)\nactivations = np.array(%s)\nprint((%s).tolist())"
            .formatted(
                Arrays.deepToString(DELTA),
                Arrays.deepToString(ACTIVATIONS),
                snippets.get(0).strip());
    assumeTrue(printed("import numpy").isPresent(), "NumPy is not installed");
    double[][] loops = BackwardPass.weightGradients(DELTA, ACTIVATIONS, 1.0);
    assertThat(printed(program)).hasValue(Arrays.deepToString(loops));
  }

  /** What the program prints; empty if there is no Python, or it fails. */
  private static Optional<String> printed(String program) throws InterruptedException {
    try {
      Process python = new ProcessBuilder("python3", "-c", program).start();
      python.getOutputStream().close();
      byte[] output = python.getInputStream().readAllBytes();
      boolean succeeds = python.waitFor() == 0;
      String text = new String(output, StandardCharsets.UTF_8).strip();
      return succeeds ? Optional.of(text) : Optional.empty();
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }
}
