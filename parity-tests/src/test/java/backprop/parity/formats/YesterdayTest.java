package backprop.parity.formats;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Layer;
import backprop.parity.cli.Run;
import backprop.parity.io.CaseReader;
import backprop.parity.io.Limits;
import backprop.parity.io.PlainReader;
import backprop.parity.io.PlainWriter;
import backprop.parity.io.ResultReader;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Spelling;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Today's readers find in the files of published versions the numbers that were written there. */
class YesterdayTest {
  private static final Path FILES = Path.of("src/test/resources/yesterday/1.0.0");
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  @Test
  void everyNumberIsWhereItWas() throws IOException {
    List<String> found = new ArrayList<>();
    for (String layout : List.of("", "-other-layout")) {
      Case question = read("case" + layout + ".json");
      describe(question, found);
      describe(answer(question, text("result" + layout + ".json")), found);
    }
    JsonNode golden = JSON.readTree(text("golden.jsonl"));
    Case question = readCase(golden.get("case").toString());
    describe(question, found);
    describe(answer(question, golden.get("expected").toString()), found);
    describe(answer(question, golden.get("allowed").toString()), found);
    describe(PlainReader.read("answer", plain(1), question).orElseThrow(), found);
    assertThat(String.join("\n", found) + "\n").isEqualTo(text("values.txt"));
  }

  @Test
  void aPlainCaseIsWrittenAsItWas() throws IOException {
    Case question = readCase(JSON.readTree(text("golden.jsonl")).get("case").toString());
    assertThat(PlainWriter.write(question)).isEqualTo(plain(0));
    assertThat(plain(2)).startsWith("allowed ");
  }

  @Test
  void aSavedTrainingGoesOnToTheSameBits() throws IOException {
    for (String name : List.of("network.json", "network.json.training")) {
      Files.copy(FILES.resolve(name), folder.resolve(name));
    }
    Path network = folder.resolve("network.json");
    Run run = Run.backprop("train", "--resume", network.toString(), "--epochs", "4");
    assertThat(run.errors()).isEmpty();
    assertThat(network).hasContent(text("network-after-four-epochs.json"));
  }

  /** What is for people may be said in other words. */
  @Test
  void aVerdictHasTheKeysAndNumbersThatItHad() throws IOException {
    String[] check = {"check", "--json", "--case", "", "--result", ""};
    check[3] = FILES.resolve("judged-case.json").toString();
    check[5] = FILES.resolve("judged-result.json").toString();
    JsonNode today = JSON.readTree(Run.backprop(check).output());
    JsonNode yesterday = JSON.readTree(text("verdict.json"));
    for (String key : yesterday.propertyNames()) {
      assertThat(today.has(key)).as(key).isTrue();
      if (!List.of("pattern", "note", "worst", "firstDivergence").contains(key)) {
        assertThat(today.get(key)).as(key).isEqualTo(yesterday.get(key));
      }
    }
    assertThat(today.get("worst").propertyNames())
        .containsAll(yesterday.get("worst").propertyNames());
    for (String key : List.of("case", "step", "layer", "entry")) {
      assertThat(today.get("firstDivergence").get(key))
          .isEqualTo(yesterday.get("firstDivergence").get(key));
    }
    assertThat(today.get("firstDivergence").get("terms").isString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"backprop-case-1", "backprop-gradients-1", "backprop-training-2"})
  void aFormatOfAnotherNameIsRefused(String format) throws IOException {
    for (String name :
        List.of("case.json", "result.json", "network.json", "network.json.training")) {
      String text = text(name).replace(format, format.replaceFirst("\\d$", "9"));
      Files.writeString(folder.resolve(name), text);
    }
    String kase = folder.resolve("case.json").toString();
    String result = folder.resolve("result.json").toString();
    String network = folder.resolve("network.json").toString();
    Run run =
        format.equals("backprop-training-2")
            ? Run.backprop("train", "--resume", network, "--epochs", "4")
            : Run.backprop("check", "--case", kase, "--result", result);
    assertThat(run.exitCode()).isIn(2, 3);
    assertThat(run.errors()).contains(format).hasLineCount(1);
  }

  private static void describe(Case question, List<String> lines) {
    lines.add("case " + question.name());
    for (int l = 1; l <= question.network().depth(); l++) {
      Layer layer = question.network().layer(l);
      lines.add("layer " + l + " " + Spelling.of(layer.activation()));
      describe("weights", layer.weights(), lines);
      if (question.hasBiases(l)) {
        describe("biases", new double[][] {layer.biases()}, lines);
      }
    }
    lines.add(Spelling.of(question.network().cost()));
    lines.add(Spelling.of(question.network().reduction()));
    lines.add(Spelling.of(question.weightLayout()));
    describe("inputs", question.inputs(), lines);
    describe("targets", question.targets(), lines);
    question.learningRate().ifPresent(rate -> lines.add("rate " + Double.toHexString(rate)));
  }

  private static void describe(Result result, List<String> lines) {
    lines.add("result " + result.name());
    result.cost().ifPresent(cost -> lines.add("cost " + Double.toHexString(cost)));
    for (int l = 1; l <= result.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        String name = quantity.fieldName() + " " + l;
        result.values(quantity, l).ifPresent(values -> describe(name, values, lines));
      }
    }
  }

  private static void describe(String name, double[][] rows, List<String> lines) {
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < rows[row].length; column++) {
        String number = Double.toHexString(rows[row][column]);
        lines.add("%s[%d][%d] %s".formatted(name, row, column, number));
      }
    }
  }

  private static Result answer(Case question, String json) {
    return ResultReader.readLine("answer", json).resultFor(question);
  }

  private static Case read(String name) throws IOException {
    return readCase(text(name));
  }

  private static Case readCase(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new CaseReader(Limits.DEFAULT).read("case", new ByteArrayInputStream(bytes)).get(0);
  }

  private static String plain(int line) throws IOException {
    return Files.readAllLines(FILES.resolve("golden-plain.txt")).get(line);
  }

  private static String text(String name) throws IOException {
    return Files.readString(FILES.resolve(name));
  }
}
