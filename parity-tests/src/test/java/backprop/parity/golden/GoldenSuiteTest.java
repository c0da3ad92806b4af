package backprop.parity.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.diagnosis.BoundMatch;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.SuiteCoverage;
import backprop.parity.io.PlainWriter;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.sources.MatrixSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.StressSuite;
import backprop.parity.verdict.Precision;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The committed golden vectors are what the program writes, and describe themselves rightly. */
class GoldenSuiteTest {
  private static final Path COMMITTED = Path.of("golden");
  private static final Map<String, String> FILES = new GoldenSuite(DefaultSuite.cases()).files();

  @TempDir private Path folder;

  @Test
  void theCommittedFilesAreRegeneratedByteForByte() throws IOException {
    assertThat(FILES).hasSize(8);
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      String committed = Files.readString(COMMITTED.resolve(file.getKey()));
      assertThat(committed.equals(file.getValue())).as("%s is up to date", file.getKey()).isTrue();
    }
  }

  @Test
  void itIsSmallEnoughToCopy() {
    int functions = FILES.get("functions.jsonl").length() + FILES.get("functions.txt").length();
    int all = FILES.values().stream().mapToInt(String::length).sum();
    assertThat(functions).isLessThan(600_000);
    assertThat(all - functions).isLessThan(1_000_000);
  }

  /** Read as somebody would who has nothing but the protocol. */
  @Test
  void theLoopsStayWithinWhatIsAllowedInPlainWords() {
    List<String> lines = FILES.get("golden-plain.txt").lines().toList();
    assertThat(lines).hasSize(3 * DefaultSuite.cases().size());
    for (int index = 0; index < DefaultSuite.cases().size(); index++) {
      Case question = DefaultSuite.cases().get(index);
      assertThat(lines.get(3 * index)).isEqualTo(PlainWriter.write(question));
      String[] answer = lines.get(3 * index + 1).split(" ");
      String[] allowed = lines.get(3 * index + 2).split(" ");
      String[] matrix = PlainWriter.write(question, new MatrixSource().answer(question)).split(" ");
      assertThat(answer[0]).isEqualTo("gradients");
      assertThat(allowed[0]).isEqualTo("allowed");
      assertThat(allowed).hasSameSizeAs(answer);
      for (int word = 1; word < answer.length; word++) {
        double difference = Double.parseDouble(answer[word]) - Double.parseDouble(matrix[word]);
        assertThat(Math.abs(difference)).isLessThanOrEqualTo(Double.parseDouble(allowed[word]));
        double size = Math.max(1.0, Math.abs(Double.parseDouble(answer[word])));
        assertThat(Double.parseDouble(allowed[word]))
            .as("allowed for word %d of %s", word, question.name())
            .isLessThan(question.name().equals("relu-at-its-kink") ? 1.0 : 1e-9 * size);
      }
    }
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(FILES.get("golden.schema.json"), InputFormat.JSON);
  }

  @Test
  void everyLineFitsTheSchema() {
    Schema schema = schema();
    assertThat(FILES.get("golden.jsonl").lines())
        .hasSize(DefaultSuite.cases().size())
        .allSatisfy(line -> assertThat(schema.validate(line, InputFormat.JSON)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"bits\"", "\"weights\"", "\"name\"", "\"sigmoid\"", "\"expected\""})
  void theSchemaRefusesWhatIsMisspelt(String part) {
    String line = FILES.get("golden.jsonl").lines().findFirst().orElseThrow();
    assertThat(line).contains(part);
    String misspelt = line.replace(part, part.substring(0, 3) + "x" + part.substring(3));
    assertThat(schema().validate(misspelt, InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void everyCaseHasItsOwnName() {
    List<String> names = DefaultSuite.cases().stream().map(Case::name).toList();
    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(RevealFlag.class)
  void everyFlagIsTrueOfSomeCasesAndFalseOfOthers(RevealFlag flag) {
    assertThat(DefaultSuite.cases()).anyMatch(flag::holds).anyMatch(aCase -> !flag.holds(aCase));
  }

  @Test
  void everyMistakeIsRevealedButWhatOnlyOverflowsAndWhatIsAccepted() {
    assertThat(unrevealed(DefaultSuite.cases()))
        .containsExactly(Mistake.SOFTMAX_UNSHIFTED, Mistake.RELU_DERIVATIVE_AT_ZERO);
    assertThat(unrevealed(StressSuite.cases())).doesNotContain(Mistake.SOFTMAX_UNSHIFTED);
  }

  private static List<Mistake> unrevealed(List<Case> cases) {
    return new SuiteCoverage(cases, new BoundMatch(Precision.DOUBLE)).unrevealed();
  }

  @Test
  void writingTwiceLeavesTheSameFilesAndNothingElse() throws IOException {
    Path target = folder.resolve("new/golden");
    new GoldenSuite(DefaultSuite.cases()).write(target);
    new GoldenSuite(DefaultSuite.cases()).write(target);
    try (var files = Files.list(target)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidInOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    GoldenSuite suite = new GoldenSuite(List.of());
    assertThatThrownBy(() -> suite.write(file.resolve("below")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("expected a folder that can be written to");
  }
}
