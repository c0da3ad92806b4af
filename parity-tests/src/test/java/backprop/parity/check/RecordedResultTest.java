package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check --result}: an answer that was written to a file before. */
class RecordedResultTest {
  @TempDir private Path folder;
  private Path answers;

  @BeforeEach
  void writeTheAnswers() throws IOException {
    answers = folder.resolve("answers.jsonl");
    Files.writeString(answers, Run.backprop("gradients", "mazur", "cs231n").output());
  }

  @Test
  void aRecordedResultIsCompared() throws IOException {
    Run right = Run.backprop("check", "--case", "mazur", "--result", answers.toString());
    assertThat(right.exitCode()).isZero();
    Path wrong = folder.resolve("wrong.json");
    String result = Files.readAllLines(answers).get(0);
    Files.writeString(wrong, result.replaceFirst("\\[\\[", "[[1"));
    Run run = Run.backprop("check", "--case", "mazur", "--result", wrong.toString(), "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("\"entry\":\"weightGradients[1][0][0]\"");
  }

  @Test
  void aRecordedResultMayBeAsLargeAsIsAskedFor() throws IOException {
    Path file = folder.resolve("result.json");
    Files.writeString(file, Run.backprop("gradients", "mazur").output());
    String[] check = {"check", "--case", "mazur", "--result", file.toString(), "--max-bytes", ""};
    check[6] = "" + (Files.size(file) - 1);
    assertThat(Run.backprop(check).errors()).contains("--max-bytes raises the limit");
    check[6] = "" + Files.size(file);
    assertThat(Run.backprop(check).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not JSON | expected JSON",
        "{\"format\":\"backprop-gradients-1\",\"name\":\"other\",\"layers\":[]} | expected a result for case \"mazur\", found results for \"other\"."
      })
  void aFileWithoutAUsableResultIsExitCode3(String text, String sentence) throws IOException {
    Path file = Files.writeString(folder.resolve("result.json"), text);
    Run run = Run.backprop("check", "--case", "mazur", "--result", file.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors()).contains("result.json").contains(sentence).hasLineCount(1);
  }
}
