package backprop.parity.page;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** "Which factor left, which T?": the reader says it before the page does, and it is run. */
@ExtendWith(Browser.class)
class PredictionTest {
  private OpenPage page;

  @BeforeEach
  void open(ChromeDriver driver) {
    page = OpenPage.of(driver, WorkedExamples.named("hello"));
  }

  private void run(String... toggles) {
    for (String toggle : toggles) {
      page.click("[data-focus=" + toggle + "]");
    }
    page.click("[data-focus=run]");
  }

  @Test
  void noStorySaysTheAnswerBeforeItIsPredicted() {
    assertThat(page.text("#story").replace(" ", "")).doesNotContain("FT", "Fᵀ", "Δ·F");
    assertThat(page.find("[data-focus=told-7]").isEnabled()).isFalse();
    run("turn-0");
    assertThat(page.text(".feedback")).startsWith("Right");
    assertThat(page.text("#story").replace(" ", "")).contains("FT·Δ", "Δ·F");
    assertThat(page.find("[data-focus=told-7]").isEnabled()).isTrue();
  }

  @Test
  void whatTheLoopAddsUpIsExplainedAndTheRuleIsNotSeenBefore() {
    assertThat(page.text("#scene-4"))
        .contains("a sum over k: the delta of each", "(forwardWeights, F, the weights of")
        .contains("sum[j][s] = Σk forwardWeights[k][j] · forwardDelta[k][s]", "Σk: add up over k");
    assertThat(page.find(".rule-box").isDisplayed()).isFalse();
    run();
    assertThat(page.find(".rule-box").isDisplayed()).isFalse();
    run();
    assertThat(page.find(".rule-box").isDisplayed()).as("after a second try").isTrue();
  }

  @Test
  void shapesThatClashAreSaid() {
    run();
    assertThat(page.text(".feedback")).startsWith("2 × 3 cannot meet 2 × 4:");
  }

  /** What the shapes do not say: which index each finger follows, in the words of the rule. */
  @Test
  void aWrongAnswerSaysWhereTheFingersGo() {
    run();
    assertThat(page.text(".feedback"))
        .contains("The left factor reads [k][j], so the left finger follows j;")
        .contains("the right one reads [k][s], so the right finger follows k.")
        .contains("Both must follow k,");
    run("swap", "turn-1");
    assertThat(page.text(".feedback"))
        .contains(
            "Both fingers follow k,", "the result reads [s][j],", "loop's result reads [j][s]");
  }

  /** On a laptop the whole question is in view, whatever was in view before. */
  @ParameterizedTest
  @ValueSource(strings = {"english", "japanese"})
  void theNextQuestionBeginsAtTheTopOfTheWindow(String language, ChromeDriver driver) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 1440, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    try {
      page.click("#" + language);
      run("turn-0");
      driver.executeScript("document.querySelector('[data-focus=next]').scrollIntoView(false)");
      page.click("[data-focus=next]");
      assertThat(edge("#question", "top")).as("a scroll is whole pixels").isBetween(-1.0, 1.0);
      assertThat(edge("#scene-4 .loop-line", "bottom")).isBetween(0.0, 900.0);
      assertThat(edge(".chooser", "bottom")).isBetween(0.0, 900.0);
    } finally {
      driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  private double edge(String selector, String name) {
    String script = "return arguments[0].getBoundingClientRect()[arguments[1]]";
    return ((Number) page.driver().executeScript(script, page.find(selector), name)).doubleValue();
  }

  @Test
  void aProductOfAnotherShapeIsSaid() {
    run("swap", "turn-1");
    assertThat(page.text(".feedback"))
        .startsWith("This product exists, but it is 4 × 3; the result must be 3 × 4.")
        .contains("the table is transposed");
    run("turn-1");
    assertThat(page.text(".feedback")).startsWith("2 × 4 cannot meet 2 × 3:");
  }

  /** Every product exists there: seven of eight are wrong, and only their numbers show it. */
  @Test
  void onASquareLayerOnlyTheNumbersAreWrong() {
    page.click("[data-focus=square-true]");
    int right = 0;
    int mirrored = 0;
    for (String order : List.of("swap", "swap")) {
      for (String toggle : List.of("turn-0", "turn-1", "turn-0", "turn-1")) {
        run(toggle);
        if (page.text(".feedback").startsWith("Right")) {
          right++;
        } else {
          boolean isMirrored = isMirrored();
          mirrored += isMirrored ? 1 : 0;
          assertThat(page.text(".feedback"))
              .contains(isMirrored ? "the table is transposed" : "its numbers are wrong")
              .contains("Only the labels of the tables warn you");
          assertThat(page.all("[role=status] .outcomes table")).hasSize(2);
          assertThat(page.all("[role=status] .outcomes .wrong")).isNotEmpty();
        }
      }
      page.click("[data-focus=" + order + "]");
    }
    assertThat(right).isEqualTo(1);
    assertThat(mirrored).isEqualTo(1);
  }

  /** Whether the two tables of 2 × 2 that are shown are each other's transpose. */
  private boolean isMirrored() {
    List<String> numbers = page.texts("[role=status] .outcomes td:not(.corner)");
    return List.of(numbers.get(0), numbers.get(2), numbers.get(1), numbers.get(3))
        .equals(numbers.subList(4, 8));
  }

  @Test
  void aSquareNetworkIsDrawnAsOneAndItsResultIsLabelled() {
    assertThat(page.all("#scene-4 .node")).hasSize(7);
    page.click("[data-focus=square-true]");
    assertThat(page.all("#scene-4 .node")).hasSize(6);
    run("swap", "turn-1");
    assertThat(page.texts("[role=status] .outcomes table:first-child th"))
        .containsExactly("j0", "j1", "s0", "s1");
  }

  /** Where the fingers start: the left one in the first row, the right one in the first column. */
  @Test
  void theTablesShowWhereTheFingersGo() {
    assertThat(lit()).containsExactly("0.4 −0.6 0.8", "−0.101 0.139");
    page.click("[data-focus=turn-0]");
    assertThat(lit()).containsExactly("0.4 −0.3", "−0.101 0.139");
    page.click("[data-focus=swap]");
    assertThat(lit()).containsExactly("−0.101 0.14 0.148 −0.101", "0.4 −0.6 0.8");
  }

  private List<String> lit() {
    return page.all(".place").stream()
        .map(place -> place.findElements(By.cssSelector(".lit")))
        .map(cells -> cells.stream().map(cell -> cell.getText()).collect(joining(" ")))
        .toList();
  }

  /** The same step in another layout looks alike: what reads the other way round is marked. */
  @Test
  void theNextQuestionSaysWhatIsNew() {
    assertThat(page.text("#question")).isEqualTo("Question 1 of 12");
    assertThat(page.all("#scene-4 mark")).isEmpty();
    run("turn-0");
    page.click("[data-focus=next]");
    assertThat(page.text("#question")).isEqualTo("Question 2 of 12");
    assertThat(page.texts("#scene-4 mark")).containsExactly("[j][k]");
  }

  @Test
  void theRuleSaysWhy() {
    run("turn-0");
    assertThat(page.texts(".scene .because li"))
        .containsExactly(
            "sum[j][s]: r is j, c is s, and q is k, the one summed.",
            "j stands on forwardWeights, so it goes left; s stands on forwardDelta, so it goes"
                + " right.",
            "The left factor must read [j][k]. forwardWeights[k][j] reads the other way round: F"
                + " gets a T.",
            "The right factor must read [k][s]. forwardDelta[k][s] does: no T.");
  }

  /** Step 7, then 6 and 1, each in the four layouts of the design. */
  @Test
  void theKeyboardGoesThroughAllTwelveQuestions(ChromeDriver driver) {
    List<List<String>> answers =
        List.of(
            List.of("turn-0"),
            List.of(),
            List.of("swap", "turn-0"),
            List.of("swap"),
            List.of("turn-1"),
            List.of("swap", "turn-0"),
            List.of("swap", "turn-1"),
            List.of("turn-0"),
            List.of(),
            List.of("turn-0"),
            List.of("swap"),
            List.of("swap", "turn-0"));
    for (int asked = 0; asked < answers.size(); asked++) {
      for (String toggle : answers.get(asked)) {
        page.find("[data-focus=" + toggle + "]").sendKeys(Keys.ENTER);
      }
      page.find("[data-focus=run]").sendKeys(Keys.ENTER);
      assertThat(page.text(".feedback")).as("question " + asked).startsWith("Right");
      assertThat(page.text(".score")).isEqualTo("Answered: %d of 12.".formatted(asked + 1));
      assertThat(driver.switchTo().activeElement()).isEqualTo(page.find("[data-focus=run]"));
      if (asked < answers.size() - 1) {
        page.find("[data-focus=next]").sendKeys(Keys.ENTER);
      }
    }
    assertThat(page.all("[data-focus=next]")).isEmpty();
  }
}
