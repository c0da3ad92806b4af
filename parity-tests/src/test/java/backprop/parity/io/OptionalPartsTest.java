package backprop.parity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.ExactSource;
import backprop.parity.sources.FastSource;
import backprop.parity.sources.ForwardModeSource;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.sources.NumericalSource;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a case or an answer may leave out, and what it may add. */
class OptionalPartsTest {
  private static final String CASE =
      """
      {"format": "backprop-case-1", "name": "some",
       "layers": [{"activation": "tanh", "weights": [[0.5, -1], [0.25, 2], [1, 1]]},
                  {"activation": "identity", "weights": [[1, -0.5, 0.75]], "biases": [0.5]}],
       "cost": "squared-error", "reduction": "mean", "learningRate": 0.5,
       "inputs": [[1, 2], [-1, 0.5]], "targets": [[1], [0]]}
      """;

  private static final List<GradientSource> SOURCES =
      List.of(
          new LoopsSource(),
          new MatrixSource(),
          new FastSource(),
          new ExactSource(),
          new NumericalSource(),
          new ForwardModeSource());

  private static Case read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new CaseReader(Limits.DEFAULT).read("a", new ByteArrayInputStream(bytes)).get(0);
  }

  @Test
  void aLayerWithoutBiasesHasNoneInEitherLayout() {
    Case question = read(CASE);
    assertThat(question.withoutBiases()).isEqualTo(Set.of(1));
    Case turned =
        read(
            CASE.replace("[[0.5, -1], [0.25, 2], [1, 1]]", "[[0.5, 0.25, 1], [-1, 2, 1]]")
                .replace("[[1, -0.5, 0.75]]", "[[1], [-0.5], [0.75]]")
                .replace("\"cost\"", "\"weightLayout\": \"inputs-by-outputs\", \"cost\""));
    assertThat(turned.weightLayout()).isEqualTo(WeightLayout.INPUTS_BY_OUTPUTS);
    assertThat(turned.withoutBiases()).isEqualTo(Set.of(1));
    assertThat(turned.network().layer(1).weights())
        .isDeepEqualTo(question.network().layer(1).weights());
  }

  @Test
  void itIsWrittenAsItIsRead() {
    String line = new JsonWriter(false).write(read(CASE));
    assertThat(line).containsOnlyOnce("biases");
    assertThat(new JsonWriter(false).write(read(line))).isEqualTo(line);
  }

  @Test
  void noSourceSpeaksOfBiasesThatThereAreNot() {
    for (GradientSource source : SOURCES) {
      Result answer = source.answer(read(CASE));
      assertThat(answer.values(Quantity.BIAS_GRADIENTS, 1)).as(source.name()).isEmpty();
      assertThat(answer.values(Quantity.UPDATED_BIASES, 1)).as(source.name()).isEmpty();
      assertThat(answer.values(Quantity.BIAS_GRADIENTS, 2)).as(source.name()).isPresent();
    }
  }

  @Test
  void aWidthThatDoesNotFitIsStillToldByItsPlace() {
    assertThatThrownBy(() -> read(CASE.replace("[0.25, 2], ", "")))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "a: layers[1].weights[0]: expected 2 numbers, one per neuron of layers[0], found 3.");
  }

  /** What a program may answer to the case, and what of it is compared. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'weightGradients': %1$s}, {'weightGradients': %2$s, 'biasGradients': [%4$s]}",
        "{'weightGradients': %1$s}, {'weightGradients': %2$s}",
        "{'updatedWeights': %5$s}, {'updatedWeights': %6$s, 'updatedBiases': [%7$s]}"
      })
  void whatIsLeftOutIsNotCompared(String layers) {
    CaseComparison right = compared(layers, "");
    assertThat(right.agrees()).isTrue();
    assertThat(right.entries()).isEqualTo(9 + (layers.contains("ias") ? 1 : 0));
  }

  @Test
  void gradientsOfTheInputsAreComparedWhereTheyAreGiven() {
    String layers = "{'weightGradients': %1$s}, {'weightGradients': %2$s}";
    String inputGradients = ", 'inputGradients': %3$s";
    CaseComparison right = compared(layers, inputGradients);
    assertThat(right.agrees()).isTrue();
    assertThat(right.entries()).isEqualTo(9 + 4);
    CaseComparison wrong = compared(layers, ", 'inputGradients': [[0, 0], [0, 0]]");
    assertThat(wrong.firstDivergence().orElseThrow().entry().name())
        .isEqualTo("inputGradients[0][0]");
  }

  @Test
  void gradientsOfTheInputsHaveARowPerSample() {
    assertThatThrownBy(
            () ->
                compared(
                    "{'weightGradients': %1$s}, {'weightGradients': %2$s}",
                    ", 'inputGradients': [[1, 2]]"))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("inputGradients: expected 2 rows of 2 numbers, found 1 of 2");
  }

  @Test
  void updatesAloneNeedALearningRate() {
    Case question = read(CASE.replace("\"learningRate\": 0.5,", ""));
    String line =
        "{\"format\":\"backprop-gradients-1\",\"name\":\"some\",\"layers\":"
            + "[{\"updatedWeights\":[[1]]},{\"updatedWeights\":[[1]]}]}";
    assertThatThrownBy(() -> ResultReader.readLine("line", line).resultFor(question))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("line: layers[0]: expected the key \"weightGradients\", found none.");
  }

  private static CaseComparison compared(String layers, String others) {
    Case question = read(CASE);
    Result right = new LoopsSource().answer(question);
    String line =
        ("{'format': 'backprop-gradients-1', 'name': 'some', 'layers': [" + layers + "]%8$s}")
            .formatted(
                rows(right, Quantity.WEIGHT_GRADIENTS, 1),
                rows(right, Quantity.WEIGHT_GRADIENTS, 2),
                "",
                right.values(Quantity.BIAS_GRADIENTS, 2).orElseThrow()[0][0],
                rows(right, Quantity.UPDATED_WEIGHTS, 1),
                rows(right, Quantity.UPDATED_WEIGHTS, 2),
                right.values(Quantity.UPDATED_BIASES, 2).orElseThrow()[0][0],
                others.formatted("", "", inputRows(right)))
            .replace('\'', '"');
    Result answer = ResultReader.readLine("line", line).resultFor(question);
    return new CaseComparison(question, right, answer, Precision.DOUBLE);
  }

  private static String rows(Result result, Quantity quantity, int l) {
    return Arrays.deepToString(result.values(quantity, l).orElseThrow());
  }

  private static String inputRows(Result result) {
    double[][] rows = result.values(Quantity.INPUT_GRADIENTS, 1).orElseThrow();
    return Arrays.deepToString(Rows.transpose(rows));
  }
}
