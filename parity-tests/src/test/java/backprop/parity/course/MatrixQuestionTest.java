package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.formats.FormatSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The line of a question is of the format that is described. */
class MatrixQuestionTest {
  private static final double[][] ROWS = {{1.0, -1e-7, 1e21}, {0.1, 0.0, -0.0}};

  @Test
  void bothQuestionsFitTheSchema() throws IOException {
    FormatSchema schema = new FormatSchema("matrices");
    String multiply = MatrixQuestion.multiply("one", ROWS, new double[3][4]).line();
    String transpose = MatrixQuestion.transpose("two", ROWS).line();
    assertThat(schema.faults(multiply)).isEmpty();
    assertThat(schema.faults(transpose)).isEmpty();
    assertThat(schema.faults(multiply.replace("multiply", "divide"))).isNotEmpty();
    assertThat(schema.faults(multiply.replace("matrices\":", "matrix\":"))).isNotEmpty();
  }

  @Test
  void theQuestionAndTheAnswerOnTheCoursesPageFitIt() throws IOException {
    String page = Files.readString(Path.of("course/README.md"));
    List<String> lines =
        Pattern.compile("(?s)```json\n([^`]*\"backprop-matrices-1\"[^`]*)```")
            .matcher(page)
            .results()
            .map((MatchResult block) -> block.group(1))
            .flatMap(block -> Pattern.compile("\n(?=\\{)").splitAsStream(block))
            .toList();
    assertThat(lines).hasSize(2);
    FormatSchema schema = new FormatSchema("matrices");
    assertThat(lines).allSatisfy(line -> assertThat(schema.faults(line)).isEmpty());
  }
}
