package backprop.parity.formats;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.io.PlainReader;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.suites.WorkedExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar on the page of formats is that of the plain protocol. */
class PlainGrammarTest {
  private static final List<String> ORDER = List.of("case", "answer", "allowed");
  private static final Grammar GRAMMAR = grammar();

  private static Grammar grammar() {
    Matcher block = Pattern.compile("(?s)```ebnf\n(.*?)```").matcher(read("FORMATS.md"));
    assertThat(block.find()).isTrue();
    return new Grammar(block.group(1));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException problem) {
      throw new IllegalStateException(problem);
    }
  }

  @Test
  void everyGoldenLineIsInIt() {
    List<String> lines = read("golden/golden-plain.txt").lines().toList();
    assertThat(lines).hasSizeGreaterThan(300);
    for (int index = 0; index < lines.size(); index++) {
      String line = lines.get(index);
      for (String rule : ORDER) {
        boolean expected = rule.equals(ORDER.get(index % 3));
        assertThat(GRAMMAR.matches(rule, line))
            .as("line %d of the golden vectors is a line of %s", index + 1, rule)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "plain-1, plain-2",
    "half-squared-error, half-squared",
    " sum , total ",
    " sigmoid 1 , sigmoid 2 ",
    " sigmoid , sigmoids ",
    "0.15, 0.15x",
    "0.15, '0,15'"
  })
  void aCaseWithAnotherWordIsNot(String word, String other) {
    String line = read("golden/golden-plain.txt").lines().toList().get(3);
    assertThat(line).contains(word);
    assertThat(GRAMMAR.matches("case", line.replace(word, other))).isFalse();
  }

  /** What the grammar calls a number the reader reads, and nothing else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-1.5",
        "+1.",
        ".5",
        "1e5",
        "1E-05",
        "0x1.8p-1",
        "-0X1P+3",
        "nan",
        "-NaN",
        "inf",
        "-Infinity",
        "1e",
        "0x1.8",
        "1.5f",
        "1,5",
        "one",
        "?",
        "--1",
        "infinite",
        "1d"
      })
  void aNumberIsWhatTheReaderReads(String word) {
    Case question = WorkedExamples.named("line-fit");
    String answer = "gradients 1 %s 1".formatted(word);
    boolean read = true;
    try {
      PlainReader.read("answer", answer, question);
    } catch (InvalidInput refused) {
      read = false;
    }
    assertThat(GRAMMAR.matches("answer", answer)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gradients ? 1 2", "updates 0.5 1", "unsupported no softmax here"})
  void theseAreAnswers(String line) {
    assertThat(GRAMMAR.matches("answer", line)).isTrue();
    assertThat(PlainReader.isAnswer(line)).isTrue();
  }
}
