package backprop.parity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Quantity;
import backprop.parity.model.Spelling;
import backprop.parity.model.WeightLayout;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every part of an answer is read as it is written, or refused by its place. */
class ResultReaderTest {
  /** Two inputs, a layer of one neuron, then a layer of two; one sample. */
  private static final String CASE =
      """
      {"format": "backprop-case-1", "name": "n",
       "layers": [{"activation": "tanh", "weights": [[0.5, -1]], "biases": [0]},
                  {"activation": "identity", "weights": [[1], [2]], "biases": [0, 0]}],
       "cost": "squared-error", "reduction": "mean",
       "inputs": [[1, 2]], "targets": [[1, 0]]}
      """;

  private static final String ANSWER =
      """
      {"format": "backprop-gradients-1", "name": "n", "cost": 1.5, "note": [1, {"a": 2}],
       "layers": [{"weightGradients": [[1, "0x1p-1"]], "biasGradients": [3], "mine": {}},
                  {"weightGradients": [["NaN"], [-Infinity]], "biasGradients": [6, 7]}],
       "inputGradients": [[8, 9]]}
      """;

  private static Case question() {
    return new CaseReader(Limits.DEFAULT).read("case", stream(CASE)).get(0);
  }

  @Test
  void everythingIsReadWhereItStands() {
    Answer answer = ResultReader.readLine("answer", ANSWER);
    assertThat(answer.origin()).isEqualTo("answer");
    assertThat(answer.name()).isEqualTo("n");
    assertThat(answer.cost()).hasValue(1.5);
    assertThat(answer.unsupported()).isEmpty();
    assertThat(answer.faults()).isEmpty();
    assertThat(answer.problems()).isEmpty();
    assertThat(answer.ignoredKeys()).containsExactly("mine", "note");
    assertThat(answer.layers()).hasSize(2);
    assertThat(answer.layers().get(0).get(Quantity.WEIGHT_GRADIENTS))
        .isDeepEqualTo(new double[][] {{1.0, 0.5}});
    assertThat(answer.layers().get(0).get(Quantity.BIAS_GRADIENTS))
        .isDeepEqualTo(new double[][] {{3.0}});
    assertThat(answer.layers().get(0).get(Quantity.INPUT_GRADIENTS))
        .isDeepEqualTo(new double[][] {{8.0, 9.0}});
    double[][] last = answer.layers().get(1).get(Quantity.WEIGHT_GRADIENTS);
    assertThat(last[0]).containsExactly(Double.NaN);
    assertThat(last[1]).containsExactly(Double.NEGATIVE_INFINITY);
    assertThat(answer.layers().get(1)).doesNotContainKey(Quantity.INPUT_GRADIENTS);
  }

  @Test
  void itIsTransposedAsMemoryHoldsIt() {
    var result = ResultReader.readLine("answer", ANSWER).resultFor(question());
    assertThat(result.values(Quantity.BIAS_GRADIENTS, 2).orElseThrow())
        .isDeepEqualTo(new double[][] {{6.0}, {7.0}});
    assertThat(result.values(Quantity.INPUT_GRADIENTS, 1).orElseThrow())
        .isDeepEqualTo(new double[][] {{8.0}, {9.0}});
  }

  @Test
  void whatIsNotSupportedNeedsNoLayers() {
    Answer answer =
        ResultReader.readLine(
            "answer",
            """
            {"format": "backprop-gradients-1", "name": "n", "unsupported": "no softmax here"}
            """);
    assertThat(answer.unsupported()).contains("no softmax here");
    assertThat(answer.layers()).isEmpty();
    assertThat(answer.cost()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          backprop-gradients-1|backprop-gradients-2|format: expected "backprop-gradients-1", found "backprop-gradients-2"
          "backprop-gradients-1"|7|format: expected "backprop-gradients-1", found 7
          "format": "backprop-gradients-1",||expected "format": "backprop-gradients-1", found none
          "name": "n",||expected the key "name" with the case's name, found none
          "name": "n"|"name": 3|name: expected the case's name, found 3
          "layers"|"layer"|expected the key "layers", found none
          "cost"|"name"|name: expected this key once, found it again
          "biasGradients": [3]|"weightGradients": [[3]]|layers[0].weightGradients: expected this key once, found it again
          "mine"|"biasGradients"|layers[0].biasGradients: expected this key once, found it again
          "mine": {}}|"mine": {}}, 4|layers[1]: expected a layer in {}, found 4
          "inputGradients"|"layers"|layers: expected this key once, found it again
          "note": [1, {"a": 2}]|"problems": 5|problems: expected a list of objects in [], found 5
          "note": [1, {"a": 2}]|"problems": [5]|problems[0]: expected an object with "function" and "kind" in {}, found 5
          "note": [1, {"a": 2}]|"unsupported": 5|unsupported: expected the reason, found 5
          """)
  void whatIsNoAnswerIsRefused(String part, String instead, String sentence) {
    requireRefusal(changed(part, instead), sentence);
  }

  /** The reader of the field refuses it; everything beside it is read. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1.5|true||0|cost: expected a number or a hex float in quotes, found true
          [3]|3|BIAS_GRADIENTS|1|layers[0].biasGradients: expected a row of numbers in [], found 3
          [6, 7]|[6, null]|BIAS_GRADIENTS|2|layers[1].biasGradients[1]: expected a number or a hex float in quotes, found null
          [[1, "0x1p-1"]]|[]|WEIGHT_GRADIENTS|1|layers[0].weightGradients: expected at least one row, found none
          [[1, "0x1p-1"]]|[[1], [2, 3]]|WEIGHT_GRADIENTS|1|layers[0].weightGradients[1]: expected 1 number as in row 0, found 2
          [[8, 9]]|[[]]|INPUT_GRADIENTS|1|inputGradients[0]: expected at least one number, found none
          """)
  void aFieldThatHoldsSomethingElseIsRemembered(
      String part, String instead, Quantity quantity, int layer, String sentence) {
    Answer answer = ResultReader.readLine("answer", changed(part, instead));
    assertThat(answer.faults()).hasSize(1);
    UnusableField fault = answer.faults().get(0);
    assertThat(fault.quantity()).isEqualTo(Optional.ofNullable(quantity));
    assertThat(fault.layer()).isEqualTo(layer);
    assertThat(fault.problem()).hasMessageContaining(sentence);
    assertThat(answer.layers()).hasSize(2);
    assertThat(answer.cost().isPresent()).isEqualTo(quantity != null);
    assertThatThrownBy(() -> answer.resultFor(question())).isSameAs(fault.problem());
  }

  @Test
  void aLineHasOneAnswer() {
    String line = ANSWER.replace('\n', ' ');
    requireRefusal(line + line, "answer: expected one answer, found 2.");
    requireRefusal("", "answer: expected one answer, found 0.");
    requireRefusal("[]", "expected a JSON object, found");
  }

  @Test
  void aStreamHasAnyNumber() {
    List<Answer> answers =
        ResultReader.readAll("answers", stream(ANSWER + ANSWER.replace("\"n\"", "\"m\"")));
    assertThat(answers).extracting(Answer::name).containsExactly("n", "m");
    assertThat(ResultReader.readAll("answers", stream(" \n"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "name": "n"|"name": "m"|name: expected "n", found "m"
          [6, 7]}]|[6, 7]}, {}]|layers: expected 2 layers, found 3
          weightGradients": [[1|deltas": [[1|layers[0]: expected the key "weightGradients", found none
          weightGradients": [["|deltas": [["|layers[1]: expected the key "weightGradients", found none
          [6, 7]|[6]|layers[1].biasGradients: expected 2 numbers, found 1
          [[8, 9]]|[[8], [9]]|inputGradients: expected 1 row of 2 numbers, found 2 of 1, the other way round: files have a row per sample
          [["NaN"], [-Infinity]]|[[4, 5]]|layers[1].weightGradients: expected 2 rows of 1 number, found 1 of 2, the other way round: a row is a receiving neuron
          [["NaN"], [-Infinity]]|[[4]]|layers[1].weightGradients: expected 2 rows of 1 number, found 1 of 1
          """)
  void anAnswerToAnotherCaseIsRefused(String part, String instead, String sentence) {
    Answer answer = ResultReader.readLine("answer", changed(part, instead));
    assertThatThrownBy(() -> answer.resultFor(question()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("answer: " + sentence);
  }

  @Test
  void whatARowBelongsToIsSaidInTheLayoutOfTheCase() {
    Case asked = question();
    Case byInputs =
        new Case(
            asked.name(),
            asked.network(),
            asked.inputs(),
            asked.targets(),
            asked.learningRate(),
            WeightLayout.INPUTS_BY_OUTPUTS);
    Answer answer = ResultReader.readLine("answer", ANSWER);
    assertThatThrownBy(() -> answer.resultFor(byInputs))
        .hasMessageContaining("found 1 of 2, the other way round: a row is a sending neuron, as");
  }

  @Test
  void aPartOfAnotherAnswerIsRefusedToo() {
    Answer answer = ResultReader.readLine("answer", changed("\"name\": \"n\"", "\"name\": \"m\""));
    Set<Quantity> wanted = Set.of(Quantity.BIAS_GRADIENTS);
    assertThatThrownBy(() -> answer.partFor(question(), wanted, new ArrayList<>()))
        .hasMessage("answer: name: expected \"n\", found \"m\".");
  }

  @Test
  void gradientsOfTheInputsBelongToNoLayer() {
    Answer answer = ResultReader.readLine("answer", changed("\"mine\"", "\"inputGradients\""));
    assertThat(answer.ignoredKeys()).containsExactly("inputGradients", "note");
  }

  @Test
  void whatAProgramSaysOfItsFunctionsIsRead() {
    String said =
        """
        "problems": [{"function": "f", "kind": "%s", "line": 7, "more": [1], "message": "m",
                      "sizes": [2, 3], "found": "g", "advice": "a"},
                     {"function": "h", "kind": "%s"}]
        """;
    FunctionProblem.Kind kind = FunctionProblem.Kind.values()[0];
    String spelling = Spelling.of(kind);
    String text = changed("\"note\": [1, {\"a\": 2}]", said.formatted(spelling, spelling));
    List<FunctionProblem> problems = ResultReader.readLine("answer", text).problems();
    assertThat(problems)
        .containsExactly(
            new FunctionProblem("f", kind, OptionalInt.of(7), "m", List.of(2, 3), "g", "a"),
            new FunctionProblem("h", kind, OptionalInt.empty(), "", List.of(), "", ""));
    requireRefusal(text.replace("\"h\"", "\"\""), "expected the keys \"function\" and \"kind\"");
    requireRefusal(text.replace("[2, 3]", "2"), "expected the sizes in [], found 2");
  }

  private static String changed(String part, String instead) {
    assertThat(ANSWER).contains(part);
    int place = ANSWER.indexOf(part);
    String replacement = instead == null ? "" : instead;
    return ANSWER.substring(0, place) + replacement + ANSWER.substring(place + part.length());
  }

  private static void requireRefusal(String text, String sentence) {
    assertThatThrownBy(() -> ResultReader.readLine("answer", text))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining(sentence);
  }

  private static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
