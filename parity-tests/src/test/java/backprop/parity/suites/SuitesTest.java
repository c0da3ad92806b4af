package backprop.parity.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.loops.Layer;
import backprop.parity.io.CaseReader;
import backprop.parity.io.JsonWriter;
import backprop.parity.io.Limits;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Objective;
import backprop.parity.model.Spelling;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuitesTest {
  private static List<Case> all() {
    List<Case> all = new ArrayList<>(DefaultSuite.cases());
    all.addAll(StressSuite.cases());
    return all;
  }

  @Test
  void noTwoCasesHaveTheSameName() {
    assertThat(all()).extracting(Case::name).doesNotHaveDuplicates();
  }

  @Test
  void everyEndingIsAskedByDefault() {
    Set<String> asked = new HashSet<>();
    for (Case question : DefaultSuite.cases()) {
      Layer last = question.network().layer(question.network().depth());
      asked.add(
          new Objective(
                  last.activation(), question.network().cost(), question.network().reduction())
              .toString());
    }
    assertThat(asked).containsAll(Objective.all().stream().map(Objective::toString).toList());
  }

  @Test
  void everyCaseAsksForAnUpdate() {
    assertThat(all()).allMatch(question -> question.learningRate().isPresent());
    assertThat(new Selection(List.of("no-update")).of(all()))
        .hasSameSizeAs(all())
        .allMatch(question -> question.learningRate().isEmpty());
  }

  @Test
  void everyCaseCanBeWrittenAndReadAgain() {
    CaseReader reader = new CaseReader(Limits.DEFAULT);
    for (Case question : all()) {
      String line = new JsonWriter(false).write(question);
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      Case read = reader.read("line", new ByteArrayInputStream(bytes)).get(0);
      assertThat(new JsonWriter(false).write(read)).isEqualTo(line);
    }
  }

  @Test
  void everyCaseIsFoundByItsName() {
    Case question = DefaultSuite.cases().get(40);
    assertThat(BuiltInCases.named(question.name())).map(Case::name).contains(question.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sigmoid,half-squared-error,one-sample",
        "relu,softmax,sigmoid,cross-entropy,mean",
        "identity,squared-error,one-layer",
        "sigmoid,binary-cross-entropy,no-update"
      })
  void aSelectionLeavesCasesThatUseNothingElse(String names) {
    Selection selection = new Selection(List.of(names.split(",")));
    List<Case> selected = selection.of(DefaultSuite.cases());
    assertThat(selected).isNotEmpty();
    assertThat(selected)
        .allSatisfy(
            question -> {
              for (Layer layer : question.network().layers()) {
                assertThat(names.split(",")).contains(Spelling.of(layer.activation()));
              }
              assertThat(names.split(",")).contains(Spelling.of(question.network().cost()));
            });
  }

  @Test
  void oneSampleIsOneSample() {
    Selection selection = new Selection(List.of("one-sample"));
    assertThat(DefaultSuite.cases().stream().filter(selection::accepts))
        .isNotEmpty()
        .allMatch(question -> question.samples() == 1);
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThatAreKnown() {
    assertThatThrownBy(() -> new Selection(List.of("sigmoid", "sigmoyd")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith("--only sigmoyd: expected one of identity, sigmoid, ")
        .hasMessageContaining("half-squared-error")
        .hasMessageContaining("one-sample");
  }
}
