package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.terminal.ScreenWidth;
import backprop.parity.terminal.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C lets a learner read and write where no other language does, and the right function is named. */
class WithoutBoundsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "2 ! weights[i] * inputs[i] ! weights[i] * inputs[i + 1] ! failed pre_activation gave NaN:"
            + " does it read behind the end, or add to a place that was never written?",
        "2 ! return 1 / (1 + exp(-z)) ! return 4.65e-310 ! found is what was in memory before: is there a return?",
        "2 ! return 1 / (1 + exp(-z)) ! return 0 ! or is there no return?",
        "3 ! j < outputs; j++) {¶    z ! j <= outputs; j++) {¶    z ! pre_activations wrote"
            + " behind the end of its list",
        "4 ! sigmoid(z) * sigmoid(-z); ! (abort(), z); ! functions output_delta,"
            + " sigmoid_derivative read",
        "5 ! j < outputs; j++) {¶    gradients ! j <= outputs; j++) {¶    gradients !"
            + " bias_gradients wrote behind the end of its list",
        "5 ! i < size; i++) {¶      gradients ! i <= size; i++) {¶      gradients !"
            + " weight_gradients wrote behind the end of its list",
        "7 ! columns[i][j] = rows[j][i] ! columns[j][i] = rows[i][j] ! failed transpose wrote behind",
        "7 ! j < height ! j < height - 1 ! Next: fix transpose,",
        "8 ! s < samples ! s <= samples ! failed reduced gave NaN for reduction",
        "9 ! n < size ! n <= size ! updated wrote behind the end of its list",
      })
  void theFunctionThatDidItIsNamed(int chapter, String right, String slip, String sentence)
      throws IOException {
    Interpreter interpreter = new Interpreter(Language.C);
    interpreter.assumeInstalled();
    String solution = Files.readString(Path.of("course", Language.C.solution()));
    String text =
        solution.replaceFirst(
            Pattern.quote(right.replace("¶", "\n")),
            Matcher.quoteReplacement(slip.replace("¶", "\n")));
    assertThat(text).isNotEqualTo(solution);
    Path file = folder.resolve("mine.c");
    LessonProblem stop = interpreter.follow(file, text).stop().orElseThrow();
    assertThat(stop.lesson().number()).isEqualTo(chapter);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new LessonProblemScreen(LearnersFile.of(file), 0, TextStyle.plain(), out)
        .print(stop, Optional.empty());
    String screen = bytes.toString(StandardCharsets.UTF_8);
    assertThat(screen.replaceAll("\\s+", " ")).contains(sentence);
    ScreenWidth.requireFits(screen);
  }
}
