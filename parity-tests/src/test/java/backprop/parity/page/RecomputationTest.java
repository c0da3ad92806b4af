package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.io.JsonWriter;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.model.WeightLayout;
import backprop.parity.page.OpenPage.TakenAlong;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.ExactLane;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the page computes in JavaScript, held against the loops in Java. */
@ExtendWith(Browser.class)
class RecomputationTest {
  @Test
  void onTheExactLaneEveryFormHasTheBitsOfTheLoops(ChromeDriver driver) {
    for (Case question : ExactLane.cases()) {
      OpenPage page = OpenPage.of(driver, question);
      requireSameBits(page);
      page.click("#rows");
      requireSameBits(page);
    }
  }

  private static void requireSameBits(OpenPage page) {
    TakenAlong taken = page.takenAlong();
    Result loops = new LoopsSource().answer(taken.question());
    for (Result form : taken.forms()) {
      BitComparison comparison = BitComparison.of(loops, form);
      assertThat(comparison.firstDifference()).as(loops.name()).isEmpty();
      assertThat(comparison.total()).isGreaterThan(10);
    }
  }

  /** Every activation with every cost it may have, and every reduction by turns. */
  @Test
  void elsewhereEveryNumberOfEveryFormIsWithinTheBound(ChromeDriver driver) {
    Set<String> seen = new HashSet<>();
    for (Case question : DefaultSuite.cases()) {
      Network network = question.network();
      Activation output = network.layer(network.depth()).activation();
      int turn = (output.ordinal() + network.cost().ordinal()) % 3;
      if (network.reduction().ordinal() == turn && seen.add(output + " " + network.cost())) {
        OpenPage page = OpenPage.of(driver, question);
        requireAgreement(page);
        page.click("#rows");
        requireAgreement(page);
      }
    }
    assertThat(seen).hasSize(16);
  }

  private static void requireAgreement(OpenPage page) {
    TakenAlong taken = page.takenAlong();
    Case question = taken.question();
    Result loops = new LoopsSource().answer(question);
    for (Result form : taken.forms()) {
      CaseComparison comparison = new CaseComparison(question, loops, form, Precision.DOUBLE);
      assertThat(comparison.firstDivergence()).as(question.name()).isEmpty();
    }
    assertThat(page.find("#verdict").getDomAttribute("class")).isEqualTo("agrees");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "cs231n", "line-fit"})
  void theCaseInThePageIsTheCaseThatWasAskedFor(String name, ChromeDriver driver) {
    Case question = WorkedExamples.named(name);
    Case shown = OpenPage.of(driver, question).takenAlong().question();
    JsonWriter writer = new JsonWriter(false);
    boolean usual = question.weightLayout() == WeightLayout.OUTPUTS_BY_INPUTS;
    assertThat(shown.inputs()).isEqualTo(question.inputs());
    assertThat(shown.network().layer(1).weights()).isEqualTo(question.network().layer(1).weights());
    assertThat(writer.write(shown).equals(writer.write(question))).isEqualTo(usual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Inputs i1 s2",
        "Targets j0 s1",
        "Weights of layer 1 j2 i0",
        "Biases of layer 2 j1",
        "Learning rate"
      })
  void aChangedNumberIsComputedAgainInBothForms(String label, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("exact-lane"));
    List<String> before = page.values("#loops-json");
    page.change(label, "1.375");
    assertThat(page.values("#case-json").get(0)).contains("1.375");
    assertThat(page.values("#loops-json")).isNotEqualTo(before);
    requireSameBits(page);
    assertThat(page.texts(".bits-table tbody th"))
        .containsExactly("loops, this page", "matrices, this page");
  }

  @Test
  void allNumbersCanBePutBack(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    List<String> before = page.values("#matrix-json");
    page.change("Inputs i0 s0", "-2.5e-1");
    assertThat(page.values("#matrix-json")).isNotEqualTo(before);
    page.change("Inputs i0 s1", "no number");
    page.find("[data-focus=reset]").click();
    assertThat(page.text(".refusal")).isEmpty();
    assertThat(page.values("#matrix-json")).isEqualTo(before);
    assertThat(page.field("Inputs i0 s0").getDomProperty("value")).isEqualTo("1");
    assertThat(page.texts(".bits-table tbody th")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1,5", "Infinity", "0x10", "1e"})
  void whatIsNoNumberIsRefusedAndChangesNothing(String written, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    List<String> before = page.values("#case-json");
    page.change("Inputs i0 s0", written);
    assertThat(page.text(".refusal"))
        .isEqualTo(
            "Inputs i0 s0: Expected a number such as 0.5 or -1e-3. The value 1 is still used.");
    assertThat(page.values("#case-json")).isEqualTo(before);
  }

  @Test
  void aTargetOutsideTheDomainOfALogarithmIsRefused(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("oreilly-notes"));
    page.change("Targets j0 s0", "1.5");
    assertThat(page.text(".refusal")).contains("expected a target from 0 to 1");
  }
}
