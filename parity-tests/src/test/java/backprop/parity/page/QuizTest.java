package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** "Which factor gets the T?": the reader says it before the page does. */
@ExtendWith(Browser.class)
class QuizTest {
  private OpenPage page;

  @BeforeEach
  void open(ChromeDriver driver) {
    page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.click("#predict");
  }

  @Test
  void nothingGivesTheAnswerAway() {
    for (int number : List.of(1, 5, 6, 7)) {
      page.step(number);
      assertThat(page.text(".question h3")).isEqualTo("Which factor gets the T?");
      assertThat(page.text("#stage")).doesNotContain("transpose", "ᵀ", "Turn", "other factor");
      assertThat(page.all(".turned, .pane.matrix, [data-turned=true]")).isEmpty();
      assertThat(page.texts(".formula sup")).contains("?");
    }
  }

  @Test
  void aRightAnswerIsToldAndShown() {
    page.click("[data-focus=answer-right]");
    assertThat(page.text(".feedback")).isEqualTo("Right. So far 1 of 1.");
    assertThat(page.text("#live")).isEqualTo("Right. So far 1 of 1.");
    assertThat(page.all(".turned[data-name=activations]")).hasSize(1);
    assertThat(page.texts(".matrix .turn")).containsExactly(".transpose()");
  }

  @Test
  void theKeyboardGoesFromAnswerToNextQuestionToTheEnd(ChromeDriver driver) {
    page.find("[data-focus=answer-none]").sendKeys(Keys.ENTER);
    for (int asked = 1; asked < 8; asked++) {
      assertThat(focused(driver)).isEqualTo("next");
      driver.switchTo().activeElement().sendKeys(Keys.ENTER);
      assertThat(focused(driver)).isEqualTo("answer-left");
      driver.switchTo().activeElement().sendKeys(Keys.ENTER);
    }
    assertThat(focused(driver)).isEqualTo("begin-again");
    driver.switchTo().activeElement().sendKeys(Keys.ENTER);
    assertThat(focused(driver)).isEqualTo("answer-left");
  }

  private static String focused(ChromeDriver driver) {
    return driver.switchTo().activeElement().getDomAttribute("data-focus");
  }

  @Test
  void aWrongAnswerIsExplained() {
    page.click("[data-focus=answer-none]");
    assertThat(page.text(".feedback")).startsWith("Not quite").endsWith("So far 0 of 1.");
    assertThat(page.text(".slot-panel"))
        .contains("s stands last on activations[i][s] but must stand first. Turn A over");
  }

  @Test
  void allEightQuestionsCanBeAnsweredOneAfterTheOther() {
    List<String> answers =
        List.of("right", "none", "none", "left", "none", "none", "left", "right");
    for (int asked = 0; asked < answers.size(); asked++) {
      page.click("[data-focus=answer-" + answers.get(asked) + "]");
      if (asked < answers.size() - 1) {
        String count = "So far %d of %d.".formatted(asked + 1, asked + 1);
        assertThat(page.text(".feedback")).isEqualTo("Right. " + count);
        page.click("[data-focus=next]");
      }
    }
    assertThat(page.all("[data-focus=next]")).isEmpty();
    assertThat(page.find("#rows").getDomAttribute("aria-pressed")).isEqualTo("true");
    assertThat(List.of(page.text(".feedback"), page.text("#live")))
        .containsOnly("Right. All questions are answered: 8 of 8 right.");
    page.click("[data-focus=begin-again]");
    assertThat(page.text("h2")).isEqualTo("Step 1 · pre-activations");
    assertThat(page.find("#columns").getDomAttribute("aria-pressed")).isEqualTo("true");
    assertThat(page.all(".question")).hasSize(1);
  }
}
