package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.terminal.ScreenWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A learner's own multiply and transpose compute the chapters' gradients by the placed products. */
class GradientsByProductsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everySolutionGivesTheNumbersOfTheLoopsInEveryLayout(Language language) throws IOException {
    Run run = follow(language, "", "");
    assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
    assertThat(run.output().lines().filter(line -> line.contains(" networks: ")))
        .hasSize(4)
        .allMatch(line -> line.matches(".* (\\d+) numbers right, \\1 with the loops' bits"));
    assertThat(run.output())
        .contains("All sixteen are right")
        .contains("Next: parity-tests/tutorial/11-input-gradients.md.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "total += left[r][q] * right[q][c] ! total = left[r][q] * right[q][c]"
            + " ! wrong your multiply, not the placement asked by chapter-3-square/step-1/layer-1"
            + " ! found is the last term alone",
        "for q in range(len(right)) ! for q in range(1, len(right))"
            + " ! wrong your multiply, not the placement ! is there = where += belongs, or does q start at 1?",
        "total += left[r][q] * right[q][c] ! total -= left[r][q] * right[q][c]"
            + " ! at [0][0] expected 0.375, found -0.375"
            + " ! should be 0.5*1 + (-0.25)*0.5 = 0.375"
            + " left[0][0] * right[0][0] + left[0][1] * right[1][0]",
        "product = [] ! product = []; left, right = right, left"
            + " ! failed multiply stopped: IndexError"
            + " ! sizes left is 2 × 2 and right 2 × 1, so the product is 2 × 1",
        "return product ! return ! failed multiply returned nothing: is there a return? asked by chapter-3-square"
            + " ! sizes left is 2 × 2",
        "return product ! return [row + row for row in product]"
            + " ! failed multiply returned [[0.375, 0.375], [0.95, 0.95]]; it must be a list of"
            + " lists of numbers, size 2 x 1, found 2 x 2 ! asked by chapter-3-square",
        "product[r].append(total) ! product[r].append(total); 1 / 0"
            + " ! failed multiply stopped: ZeroDivisionError: division by zero (line ! sizes left",
        "product[r].append(total) ! while True: pass"
            + " ! failed multiply did not come back: a loop that does not end? ! sizes left",
        "product[r].append(total) ! sys.exit(3) ! failed multiply ended the program (exit code 3)"
            + " ! sizes left",
        "columns[i].append(rows[j][i]) ! columns[i].insert(0, rows[j][i])"
            + " ! wrong your transpose, not the placement asked by chapter-3-square/step-6/layer-1"
            + " sizes rows is 2 × 1, so the result is 1 × 2 at [0][0] expected 1, found 0.5 should"
            + " be 1 rows[0][0] ! found is a quarter turn, which is no transpose",
      })
  void aFunctionThatIsWrongIsNamedAndNotThePlacement(
      String right, String slip, String sentence, String more) throws IOException {
    Run run = follow(Language.PYTHON, right, slip);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.words()).contains(sentence, more).endsWith("--hint 1 helps. ");
    ScreenWidth.requireFits(run.output());
  }

  /** C reads and writes where nobody has written, and behind the end. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "product[r][c] = sum ! product[r][c] += sum ! failed multiply gave NaN: does it read",
        "product[r][c] = sum ! product[r][c + 1] = sum ! multiply wrote behind the end of its list",
        "q < size ! q <= size ! failed multiply gave NaN: does it read behind the end",
        "right[q][c] ! right[q][r] ! found is right read [q][r] or [r][q]: it reads [q][c].",
        "right[q][c] ! right[c][q] ! found is right read [c][q]: it reads [q][c].",
        "left[r][q] ! left[q][r] ! found is left read [q][r]: it reads [r][q].",
      })
  void whatCLetsAMultiplyDoIsNamed(String right, String slip, String sentence) throws IOException {
    Run run = follow(Language.C, right, slip);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.words()).contains(sentence);
    ScreenWidth.requireFits(run.output());
  }

  @Test
  void multiplyHasItsHintsInThreeStagesAsAChapterHas() throws IOException {
    Path products = products("", "");
    String solution = solution(Language.PYTHON);
    String slip = solution.replace("total += left", "total = left");
    assertThat(slip).isNotEqualTo(solution);
    assertThat(run(Language.PYTHON, slip, products, "--hint", "1").words())
        .contains("hint r and c say where")
        .doesNotContain("formula")
        .endsWith("--hint 2 helps. ");
    assertThat(run(Language.PYTHON, slip, products, "--hint", "3").words())
        .contains("formula product[r][c] is the sum over q", "def multiply(left, right):")
        .endsWith("Next: fix it, save, and run this again. ");
  }

  @Test
  void whatIsNotWrittenYetBeginsWithAQuestion() throws IOException {
    String starter = Files.readString(Path.of("course", Language.PYTHON.starter()));
    assertThat(run(Language.PYTHON, starter, products("", "")).words())
        .contains("missing multiply asked by chapter-3-square/step-1/layer-1", "predict left is 2")
        .doesNotContain("hint r and c")
        .endsWith("Next: write it, save, and run this again; --hint 1 helps. ");
  }

  @Test
  void aPlacementThatIsWrongIsNamedAndNotTheFunction() throws IOException {
    Path products = products("F^T * D", "F * D");
    Run run = run(Language.PYTHON, solution(Language.PYTHON), products);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("the T is missing on F").doesNotContain("your multiply");
  }

  private Run follow(Language language, String right, String slip) throws IOException {
    String solution = solution(language);
    assertThat(solution).contains(right);
    return run(language, solution.replace(right, slip), products("", ""));
  }

  private Run run(Language language, String text, Path products, String... more)
      throws IOException {
    Interpreter interpreter = new Interpreter(language);
    interpreter.assumeInstalled();
    Path file = folder.resolve(Path.of(language.solution()).getFileName());
    String command = interpreter.command(Files.writeString(file, text));
    List<String> arguments =
        new ArrayList<>(List.of("follow", "--products", products.toString(), "--command", command));
    arguments.addAll(List.of("--timeout", "300")); // for a slow machine
    arguments.addAll(List.of(more));
    return Run.backprop(arguments.toArray(String[]::new));
  }

  private static String solution(Language language) throws IOException {
    return Files.readString(Path.of("course", language.solution()));
  }

  private Path products(String right, String other) throws IOException {
    List<String> lines = new ArrayList<>();
    for (MatrixTask task : MatrixTask.all()) {
      String answer = task.answer().toString();
      lines.add(task.label() + ": " + (answer.equals(right) ? other : answer));
    }
    return Files.write(folder.resolve("products.txt"), lines);
  }
}
