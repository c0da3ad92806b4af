package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
        .contains("the sum over the neurons k that it feeds", "(forwardWeights, F, the weights of")
        .contains("k neuron of the next (“forward”) layer");
    assertThat(page.find(".rule-box").isDisplayed()).isFalse();
    run();
    assertThat(page.find(".rule-box").isDisplayed()).isTrue();
  }

  @Test
  void shapesThatClashAreSaid() {
    run();
    assertThat(page.text(".feedback")).startsWith("2 × 3 cannot meet 2 × 4:");
  }

  @Test
  void aProductOfAnotherShapeIsSaid() {
    run("swap", "turn-1");
    assertThat(page.text(".feedback"))
        .startsWith("This product exists, but it is 4 × 3; the result must be 3 × 4.");
  }

  /** Every product exists there: seven of eight are wrong, and only their numbers show it. */
  @Test
  void onASquareLayerOnlyTheNumbersAreWrong() {
    page.click("[data-focus=square-true]");
    int right = 0;
    for (String order : List.of("swap", "swap")) {
      for (String toggle : List.of("turn-0", "turn-1", "turn-0", "turn-1")) {
        run(toggle);
        if (page.text(".feedback").startsWith("Right")) {
          right++;
        } else {
          assertThat(page.text(".feedback")).contains("its numbers are wrong");
          assertThat(page.all(".outcomes table")).hasSize(2);
          assertThat(page.all(".outcomes .wrong")).isNotEmpty();
        }
      }
      page.click("[data-focus=" + order + "]");
    }
    assertThat(right).isEqualTo(1);
  }

  @Test
  void theRuleSaysWhy() {
    run("turn-0");
    assertThat(page.texts(".scene .because li"))
        .containsExactly(
            "deltas[j][s]: r is j, c is s, and q is k, the one summed.",
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
      assertThat(page.text(".outcome .hint")).isEqualTo("Answered: %d of 12.".formatted(asked + 1));
      assertThat(driver.switchTo().activeElement()).isEqualTo(page.find("[data-focus=run]"));
      if (asked < answers.size() - 1) {
        page.find("[data-focus=next]").sendKeys(Keys.ENTER);
      }
    }
    assertThat(page.all("[data-focus=next]")).isEmpty();
  }
}
