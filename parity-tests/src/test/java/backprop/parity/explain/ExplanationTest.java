package backprop.parity.explain;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Layout;
import backprop.parity.model.Objective;
import backprop.parity.suites.ExtremeCases;
import backprop.parity.suites.RandomCases;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terminal.ScreenWidth;
import backprop.parity.terminal.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

/** What {@code explain} prints fits the screen and says what is so. */
class ExplanationTest {
  private static final int WIDTH = 80;

  /** The cases of one extreme differ in their functions, not in their numbers. */
  private static final int EVERY = 7;

  static List<String> examples() {
    return WorkedExamples.names();
  }

  private static String explain(Case question, Ansi ansi) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    assertThat(
            new Explanation(question, Layout.of(question), new TextStyle(ansi, WIDTH), out)
                .print("", ShownSteps.ALL, true))
        .isTrue();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void assertReadable(String text) {
    ScreenWidth.requireFits(text);
    assertThat(text.lines()).noneMatch(line -> line.endsWith(" "));
    assertThat(text).doesNotContain("\u001B").contains("have the same 64 bits in both twins.");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsReadableAndIdentical(String name) {
    assertReadable(explain(WorkedExamples.named(name), Ansi.OFF));
  }

  @ParameterizedTest
  @EnumSource(ExtremeCases.class)
  void extremeNumbersFitTheScreen(ExtremeCases extreme) {
    List<Case> all = extreme.all();
    for (int number = 0; number < all.size(); number += EVERY) {
      assertReadable(explain(all.get(number), Ansi.OFF));
    }
  }

  @Test
  void randomNetworksAreReadable() {
    RandomCases random = new RandomCases(5);
    for (int number = 0; number < 60; number++) {
      assertReadable(explain(random.next(), Ansi.OFF));
    }
  }

  @Test
  void aNetworkForDigitsStaysReadable() {
    Objective ending = new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);
    Case digits =
        new RandomCases(3)
            .next("digits", new int[] {784, 30, 10}, 10, List.of(Activation.SIGMOID), ending);
    String text = explain(digits, Ansi.OFF);
    assertReadable(text);
    assertThat(text).contains("step 6: 23520 of 23520 identical", "… 780 more …", "30 × 784");
    assertThat(text.lines().count()).isLessThan(360);
  }

  @ParameterizedTest
  @CsvSource({"5, 1 more sample", "6, 2 more samples"})
  void whatIsLeftOutOfTheCostIsCounted(int samples, String leftOut) {
    Objective ending = new Objective(Activation.SIGMOID, Cost.SQUARED_ERROR, Reduction.MEAN);
    Case question =
        new RandomCases(1)
            .next("samples", new int[] {2, 3}, samples, List.of(Activation.TANH), ending);
    assertThat(explain(question, Ansi.OFF)).contains("… " + leftOut + " …");
  }

  @Test
  void coloursDoNotMoveAnything() {
    Case hello = WorkedExamples.named("hello");
    String coloured = explain(hello, Ansi.ON);
    assertThat(coloured).contains("\u001B[");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(explain(hello, Ansi.OFF));
  }

  @Test
  void eachFactorIsSaidWhereItGoesAndWhy() {
    String text = explain(WorkedExamples.named("hello"), Ansi.OFF);
    assertThat(text)
        .contains("hidden delta of layer 1: (Fᵀ · Δ) ∘ f′(Z)")
        .contains("(Δ · Aᵀ)  * 0.25")
        .contains("delta[j][s] carries r = j: left, reads [j][s], as it must")
        .contains("activations[i][s] carries c = i: right, must read [s][i]: Aᵀ");
  }
}
