package backprop.parity.formats;

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
import org.junit.jupiter.params.provider.ValueSource;

/** What the program writes fits the schemas, and what is misspelt does not. */
class SchemasTest {
  private static final String FORGOTTEN = "tutorial/forgotten-derivative.json";

  @TempDir private Path folder;

  @Test
  void everyCourseCaseAndExampleIsACase() throws IOException {
    FormatSchema schema = new FormatSchema("case");
    Path suites = Path.of("src/main/resources/backprop/parity/suites");
    List<String> cases = Files.readAllLines(suites.resolve("course.jsonl"));
    assertThat(cases).isNotEmpty().allSatisfy(line -> assertThat(schema.faults(line)).isEmpty());
    assertThat(schema.faults(Files.readString(suites.resolve("examples/hello.json")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"gradients mazur", "gradients --trace hello", "gradients --hex --trace hello"})
  void everyAnswerIsAResult(String command) throws IOException {
    String answer = Run.backprop(command.split(" ")).output();
    assertThat(new FormatSchema("result").faults(answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--json --bits"})
  void everyVerdictIsOne(String options) throws IOException {
    Path right = folder.resolve("right.json");
    Files.writeString(right, Run.backprop("gradients", "hello").output());
    Path skipped = folder.resolve("skipped.json");
    Files.writeString(
        skipped,
        "{\"format\":\"backprop-gradients-1\",\"name\":\"hello\",\"unsupported\":\"no time\"}");
    FormatSchema schema = new FormatSchema("verdict");
    for (String file : List.of(right.toString(), FORGOTTEN, skipped.toString())) {
      List<String> command = new ArrayList<>(List.of("check", "--case", "hello"));
      command.addAll(List.of(options.split(" ")));
      command.addAll(List.of("--result", file));
      String verdict = Run.backprop(command.toArray(String[]::new)).output();
      assertThat(schema.faults(verdict)).as(verdict).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "momentum", "adam"})
  void everySavedTrainingIsOne(String optimiser) throws IOException {
    Path network = folder.resolve("mine.json");
    String command = "train xor --layers 2 --epochs 2 --stop-after 2 --save X --optimiser ";
    String[] words = (command + optimiser).split(" ");
    words[9] = network.toString();
    assertThat(Run.backprop(words).exitCode()).isZero();
    assertThat(new FormatSchema("case").faults(Files.readString(network))).isEmpty();
    String training = Files.readString(folder.resolve("mine.json.training"));
    assertThat(new FormatSchema("training").faults(training)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "case, biases, bias",
    "case, \"sigmoid\", \"sigmoids\"",
    "case, backprop-case-1, backprop-case-2",
    "result, backprop-gradients-1, backprop-gradients-2",
    "result, layers, layer",
    "result, \"weightGradients\":[, '\"weightGradients\":[0.5,'",
    "verdict, undecidable, undecided",
    "verdict, agrees, agree",
    "training, power, powers",
    "training, \"shuffled\":true, \"shuffled\":1",
    "training, \"name\":\"adam\", \"name\":\"plain\"",
  })
  void whatIsMisspeltFitsNone(String format, String right, String wrong) throws IOException {
    String file = format.equals("training") ? "network.json.training" : format + ".json";
    String text = Files.readString(Path.of("src/test/resources/yesterday/1.0.0", file));
    assertThat(text).contains(right);
    FormatSchema schema = new FormatSchema(format);
    assertThat(schema.faults(text)).isEmpty();
    assertThat(schema.faults(text.replace(right, wrong))).isNotEmpty();
  }
}
