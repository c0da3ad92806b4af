package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
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
    assertThat(run.output()).contains("All sixteen are right");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "total += left[r][q] * right[q][c] ! total = left[r][q] * right[q][c]"
            + " ! your multiply, not the placement (chapter-3-square/step-1/layer-1): the last"
            + " term alone",
        "product = [] ! product = []; left, right = right, left ! multiply stopped: IndexError",
        "return product ! return ! multiply returned nothing.",
        "product[r].append(total) ! product[r].append(total); 1 / 0"
            + " ! multiply stopped: ZeroDivisionError: division by zero (line",
        "product[r].append(total) ! while True: pass"
            + " ! multiply did not come back: a loop that does not end?",
        "product[r].append(total) ! sys.exit(3) ! multiply ended the program (exit code 3)",
        "columns[i].append(rows[j][i]) ! columns[i].insert(0, rows[j][i])"
            + " ! your transpose, not the placement (chapter-3-square/step-6/layer-1): the"
            + " numbers in each row come in the wrong order",
      })
  void aFunctionThatIsWrongIsNamedAndNotThePlacement(String right, String slip, String sentence)
      throws IOException {
    Run run = follow(Language.PYTHON, right, slip);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output().replaceAll("\\s+", " ")).contains(sentence);
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

  private Run run(Language language, String text, Path products) throws IOException {
    Interpreter interpreter = new Interpreter(language);
    interpreter.assumeInstalled();
    Path file = folder.resolve(Path.of(language.solution()).getFileName());
    String command = interpreter.command(Files.writeString(file, text));
    return Run.backprop("follow", "--products", products.toString(), "--command", command);
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
