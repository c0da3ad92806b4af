package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.terminal.ScreenWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A learner places the Ts, and a wrong product is run and named. */
class MatrixTrackTest {
  /** DESIGN's table of four layouts, as somebody would write it; steps 1, 6 and 7, and step 7 for the inputs. */
  private static final String[] RIGHT = {
    "W * A", "D @ A.T", "F^T * D", "W^T * D",
    "W^T * A", "A · Dᵀ", "F*D", "W*D",
    "A * W^T", "D.T @ A", "D @ F", "D @ W",
    "A @ W", "A' * Δ", "D %*% F.transpose()", "D @ W.T"
  };

  @TempDir private Path folder;

  private Run follow(String... answers) throws IOException {
    Path file = folder.resolve("mine.txt");
    List<String> lines = new ArrayList<>();
    for (int number = 0; number < answers.length; number++) {
      lines.add(MatrixTask.all().get(number).label() + ": " + answers[number]);
    }
    Files.write(file, lines);
    return Run.backprop("follow", "--products", file.toString(), "--hint", "3");
  }

  @Test
  void allSixteenRightProductsPass() throws IOException {
    Run run = follow(RIGHT);
    assertThat(run.output()).contains("All sixteen are right");
    assertThat(run.exitCode()).isZero();
  }

  /** If spaces were given back and tried again, it would take years. */
  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void aLineOfSpacesIsNoProduct() throws IOException {
    Run run = follow("W" + " ".repeat(100_000) + "~");
    assertThat(run.output()).contains("expected a product and nothing else").contains("found W  ");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void theSolutionOfTheTrackPasses() {
    Run run = Run.backprop("follow", "--products", "course/products.txt");
    assertThat(run.output())
        .contains("All sixteen are right")
        .contains("Next: backprop follow --products course/products.txt --command COMMAND\n");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void theNextCommandIsInTheLearnersLanguage() throws IOException {
    Path mine = Files.createFile(folder.resolve("mine.py"));
    String one = follow(RIGHT).words();
    assertThat(one).contains("--command 'python3 -W default " + mine + "'");
    Files.createFile(folder.resolve("more.py"));
    assertThat(follow(RIGHT).words()).contains("--command 'python3 -W default mine.py'");
    Files.createFile(folder.resolve("more.rb"));
    assertThat(follow(RIGHT).words()).contains("--command COMMAND");
  }

  /** Of the eight ways to place two Ts and to order two factors, one gives the loop's numbers. */
  @Test
  void noWrongProductPassesAndEachHasASentenceOfItsOwn() {
    for (MatrixTask task : MatrixTask.all()) {
      PlacedProduct right = task.answer();
      Set<String> sentences = new HashSet<>();
      int passed = 0;
      for (int way = 0; way < 8; way++) {
        boolean swapped = (way & 4) != 0;
        PlacedProduct product =
            new PlacedProduct(
                swapped ? right.right() : right.left(),
                (way & 1) != 0,
                swapped ? right.left() : right.right(),
                (way & 2) != 0);
        boolean same = MatrixTrial.square(task).difference(product).isEmpty();
        assertThat(same).as("%s: %s", task.label(), product).isEqualTo(product.equals(right));
        assertThat(MatrixTrial.rectangular(task).difference(product).isEmpty()).isEqualTo(same);
        passed += same ? 1 : 0;
        if (!same) {
          sentences.add(product.mistake(task));
        }
      }
      assertThat(passed).isEqualTo(1);
      assertThat(sentences).hasSize(5);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "D * A   | the T is missing on A",
        "D^T * A | the T is on the wrong factor: A needs it, D does not",
        "A * D^T | the order is wrong, and both Ts with it: this is the transpose of the result",
        "A * D   | the order is wrong: D carries r = j, so it goes left",
        "W * A   | the loop multiplies D and A, each once",
        "D + A   | expected a product and nothing else, such as F^T * D"
      })
  void eachMistakeIsNamed(String product, String sentence) throws IOException {
    Run run = follow("W * A", product);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.words()).contains(sentence).contains("hint D * A^T.");
  }

  /** D is 4 × 5 and A 3 × 5: on the square layer nothing clashes. */
  @Test
  void aWrongProductRuns() throws IOException {
    assertThat(follow("W * A", "D * A").words())
        .contains("no product: 4 × 5 · 3 × 5, and 5 columns do not meet 3 rows")
        .contains("3-3-3, 3 samples: it runs, and gives ");
  }

  /** A product is only a part of its step. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | preActivations[j][s] = (Σi weights[j][i] * activations[i][s]) + biases[j] place the sum",
        "1 | weightGradients[j][i] = (Σs delta[j][s] * activations[i][s]) * factor place the sum",
        "2 | delta[j][s] = (Σk forwardWeights[k][j] * forwardDelta[k][s]) * f′(preActivations[j][s])"
            + " place the sum alone; ∘ f′(Z), entry by entry, is no product",
        "3 | inputGradients[i][s] = (Σj weights[j][i] * delta[j][s]) * factor the slope of the cost"
            + " for each input: step 7 once more, without f′; place the sum alone",
        "10 | delta[s][j] = (Σk forwardWeights[k][j] * forwardDelta[s][k]) * f′(preActivations[s][j])"
      })
  void theWholeStepIsShownAndWhichPartOfItIsAskedFor(int task, String loop) throws IOException {
    Run run = follow(Arrays.copyOf(RIGHT, task));
    assertThat(run.words()).contains(" loop " + loop);
    ScreenWidth.requireFits(run.output());
  }

  @Test
  void aFileWithoutAnswersSaysWhatItsLinesMean() throws IOException {
    Path file = folder.resolve("new.txt");
    Run.backprop("follow", "--products", file.toString());
    assertThat(file)
        .content()
        .startsWith(ProductsFile.HOW)
        .contains("outputs-by-inputs  a row for each receiving neuron: weights[j][i]\n");
    ScreenWidth.requireFits(ProductsFile.HOW);
    assertThat(Path.of("course/products.txt")).content().startsWith(ProductsFile.HOW);
  }

  @Test
  void aFileWithoutAnswersIsWrittenAndAsksForAPredictionFirst() throws IOException {
    String file = folder.resolve("new.txt").toString();
    assertThat(Run.backprop("follow", "--products", file).output()).contains("written");
    Run run = Run.backprop("follow", "--products", file);
    assertThat(run.output())
        .startsWith("→ columns outputs-by-inputs step 1:")
        .contains("loop         preActivations[j][s] = (Σi weights[j][i] * activations[i][s])")
        .contains("predict      Which index is r")
        .endsWith("--hint 1 helps.\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }
}
