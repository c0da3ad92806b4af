package backprop.parity.formats;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program writes fits the schemas, and what is misspelt does not. */
class SchemasTest {
  private static final String FORGOTTEN = "tutorial/forgotten-derivative.json";

  private static final String GOLDEN = "golden/golden.schema.json";

  @TempDir private Path folder;

  private static Schema schema(String name) throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (String file : List.of("formats/%s.schema.json".formatted(name), GOLDEN)) {
      texts.put(Path.of(file).toUri().toString(), Files.readString(Path.of(file)));
    }
    String place = Path.of("formats/%s.schema.json".formatted(name)).toUri().toString();
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(texts))
        .getSchema(SchemaLocation.of(place));
  }

  private static boolean fits(Schema schema, String json) {
    return schema.validate(json, InputFormat.JSON).isEmpty();
  }

  @Test
  void everyCourseCaseAndExampleIsACase() throws IOException {
    Schema schema = schema("case");
    Path suites = Path.of("src/main/resources/backprop/parity/suites");
    List<String> cases = Files.readAllLines(suites.resolve("course.jsonl"));
    assertThat(cases).isNotEmpty().allMatch(line -> fits(schema, line));
    assertThat(fits(schema, Files.readString(suites.resolve("examples/hello.json")))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"gradients mazur", "gradients --trace hello", "gradients --hex --trace hello"})
  void everyAnswerIsAResult(String command) throws IOException {
    String answer = Run.backprop(command.split(" ")).output();
    assertThat(schema("result").validate(answer, InputFormat.JSON)).isEmpty();
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
    Schema schema = schema("verdict");
    for (String file : List.of(right.toString(), FORGOTTEN, skipped.toString())) {
      List<String> command = new ArrayList<>(List.of("check", "--case", "hello"));
      command.addAll(List.of(options.split(" ")));
      command.addAll(List.of("--result", file));
      String verdict = Run.backprop(command.toArray(String[]::new)).output();
      assertThat(schema.validate(verdict, InputFormat.JSON)).as(verdict).isEmpty();
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
    assertThat(fits(schema("case"), Files.readString(network))).isTrue();
    String training = Files.readString(folder.resolve("mine.json.training"));
    assertThat(schema("training").validate(training, InputFormat.JSON)).isEmpty();
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
    Schema schema = schema(format);
    assertThat(fits(schema, text)).isTrue();
    assertThat(fits(schema, text.replace(right, wrong))).isFalse();
  }
}
