package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cases.Case;
import backprop.parity.cases.DefaultSuite;
import backprop.parity.cases.ExactLane;
import backprop.parity.cases.Result;
import backprop.parity.cases.WorkedExamples;
import backprop.parity.oracle.BitComparison;
import backprop.parity.oracle.CaseComparison;
import backprop.parity.oracle.Precision;
import backprop.parity.sources.LoopsSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the page computes in JavaScript, held against the loops in Java. */
@ExtendWith(Browser.class)
class RecomputationTest {
  private static final List<String> FORMS = List.of("loops", "matrix");

  @ParameterizedTest
  @ValueSource(strings = {"columns", "rows"})
  void onTheExactLaneBothFormsHaveTheBitsOfTheLoops(String layout, ChromeDriver driver) {
    for (Case question : ExactLane.cases()) {
      OpenPage page = OpenPage.of(driver, question);
      page.click("#" + layout);
      for (String form : FORMS) {
        requireSameBits(page, form);
      }
    }
  }

  private static void requireSameBits(OpenPage page, String form) {
    Result loops = new LoopsSource().answer(page.question());
    BitComparison comparison = BitComparison.of(loops, page.result(form));
    assertThat(comparison.firstDifference()).as(form + " of " + loops.name()).isEmpty();
    assertThat(comparison.total()).isGreaterThan(10);
  }

  /** Every second case of the suite has every activation, cost and reduction. */
  @Test
  void elsewhereEveryNumberOfBothFormsIsWithinTheBound(ChromeDriver driver) {
    List<Case> cases = DefaultSuite.cases();
    IntStream.iterate(0, index -> index < cases.size(), index -> index + 2)
        .mapToObj(cases::get)
        .forEach(question -> requireAgreement(OpenPage.of(driver, question)));
  }

  private static void requireAgreement(OpenPage page) {
    Case question = page.question();
    Result loops = new LoopsSource().answer(question);
    for (String form : FORMS) {
      CaseComparison comparison =
          new CaseComparison(question, loops, page.result(form), Precision.DOUBLE);
      assertThat(comparison.firstDivergence()).as(form + " of " + question.name()).isEmpty();
    }
    assertThat(page.find("#verdict").getDomAttribute("class")).isEqualTo("agrees");
  }

  @Test
  void theCaseInThePageIsTheCaseThatWasAskedFor(ChromeDriver driver) {
    for (String name : WorkedExamples.names()) {
      Case question = WorkedExamples.named(name);
      Case shown = OpenPage.of(driver, question).question();
      assertThat(shown.inputs()).as(name).isEqualTo(question.inputs());
      assertThat(shown.targets()).as(name).isEqualTo(question.targets());
      assertThat(shown.learningRate()).as(name).isEqualTo(question.learningRate());
      assertThat(shown.network().layer(1).weights())
          .as(name)
          .isEqualTo(question.network().layer(1).weights());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Inputs [1][2]",
        "Targets [0][1]",
        "Weights of layer 1 [2][0]",
        "Biases of layer 2 [0][1]",
        "Learning rate"
      })
  void aChangedNumberIsComputedAgainInBothForms(String label, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("exact-lane"));
    String before = page.find("#loops-json").getDomProperty("value");
    page.change(label, "1.375");
    assertThat(page.find("#case-json").getDomProperty("value")).contains("1.375");
    assertThat(page.find("#loops-json").getDomProperty("value")).isNotEqualTo(before);
    FORMS.forEach(form -> requireSameBits(page, form));
    assertThat(page.texts(".bits-table tbody th"))
        .containsExactly("loops, this page", "matrices, this page");
  }

  @Test
  void allNumbersCanBePutBack(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    String before = page.find("#matrix-json").getDomProperty("value");
    page.change("Inputs [0][0]", "-2.5e-1");
    assertThat(page.find("#matrix-json").getDomProperty("value")).isNotEqualTo(before);
    page.find("[data-focus=reset]").click();
    assertThat(page.find("#matrix-json").getDomProperty("value")).isEqualTo(before);
    assertThat(page.find("input[aria-label='Inputs [0][0]']").getDomProperty("value"))
        .isEqualTo("1");
    assertThat(page.texts(".bits-table tbody th")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "one", "1,5", "Infinity"})
  void whatIsNoNumberIsRefusedAndChangesNothing(String written, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    String before = page.find("#case-json").getDomProperty("value");
    page.change("Inputs [0][0]", written);
    assertThat(page.text(".refusal")).isEqualTo("Expected a number such as 0.5 or -1e-3.");
    assertThat(page.find("#case-json").getDomProperty("value")).isEqualTo(before);
  }

  @Test
  void aTargetOutsideTheDomainOfALogarithmIsRefused(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("oreilly-notes"));
    page.change("Targets [0][0]", "1.5");
    assertThat(page.text(".refusal")).contains("expected a target from 0 to 1");
  }
}
