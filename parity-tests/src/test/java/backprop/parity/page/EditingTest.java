package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The numbers of a case, changed where they stand. */
@ExtendWith(Browser.class)
class EditingTest {
  private static final String EVERY_FIELD =
      """
      const labels = new Set();
      for (const step of [...document.querySelectorAll("#steps button")]) {
        document.querySelector(`[data-focus=${step.dataset.focus}]`).click();
        const choices = () => [...document.querySelectorAll("#stage header .choice button")];
        for (const { dataset } of choices()) {
          document.querySelector(`#stage [data-focus=${dataset.focus}]`).click();
          document.querySelectorAll("#stage input").forEach((field) => labels.add(
            document.querySelector("#stage header [data-focus^=layer][aria-pressed=true]")
              ?.dataset.focus + field.ariaLabel));
        }
        document.querySelectorAll("#stage input").forEach(({ ariaLabel }) => labels.add(ariaLabel));
      }
      return [...labels];
      """;

  private OpenPage page;

  @BeforeEach
  void open(ChromeDriver driver) {
    page = OpenPage.of(driver, WorkedExamples.named("hello"));
  }

  @Test
  void everyNumberOfTheCaseHasAFieldAtSomeStep(ChromeDriver driver) {
    List<?> fields = (List<?>) driver.executeScript(EVERY_FIELD);
    for (String first : List.of("layer-1activations[%d][%d]", "targets[%d][%d]")) {
      for (int i = 0; i < 2; i++) {
        for (int s = 0; s < 4; s++) {
          assertThat(fields.contains(first.formatted(i, s))).as(first, i, s).isTrue();
        }
      }
    }
    for (int j = 0; j < 3; j++) {
      for (int i = 0; i < 2; i++) {
        assertThat(fields.contains("layer-1weights[%d][%d]".formatted(j, i))).isTrue();
        assertThat(fields.contains("layer-2weights[%d][%d]".formatted(i, j))).isTrue();
      }
      assertThat(fields.contains("layer-1biases[%d]".formatted(j))).isTrue();
    }
    assertThat(fields.contains("Learning rate")).isTrue();
  }

  @Test
  void everyKeyChangesWhatFollowsAndTheFieldKeepsTheFocus(ChromeDriver driver) {
    page.step(1);
    WebElement field = page.field("weights[1][0]");
    List<String> before = page.texts(".matrix.result td");
    field.sendKeys(Keys.END, Keys.BACK_SPACE, "9");
    assertThat(driver.switchTo().activeElement()).isEqualTo(field);
    List<String> after = page.texts(".matrix.result td");
    assertThat(after.subList(0, 4)).isEqualTo(before.subList(0, 4));
    assertThat(after).isNotEqualTo(before);
    assertThat(page.texts(".flash")).hasSize(4).isSubsetOf(after);
  }

  @Test
  void aRefusalStaysUntilItsFieldIsPutRight() {
    page.step(4);
    page.change("targets[0][1]", "much");
    String much =
        "targets[0][1]: Expected a number such as 0.5 or -1e-3. The value 0 is still used.";
    assertThat(page.texts(".refusal p")).containsExactly(much);
    WebElement field = page.field("targets[0][1]");
    assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.text("#" + field.getDomAttribute("aria-describedby"))).isEqualTo(much);
    page.change("targets[0][0]", "1e400");
    assertThat(page.texts(".refusal p")).hasSize(2);
    page.change("targets[0][1]", "0.25");
    assertThat(page.texts(".refusal p"))
        .singleElement()
        .asString()
        .startsWith("targets[0][0]: This number is too large");
    assertThat(field.getDomAttribute("aria-describedby")).isNull();
    assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("false");
  }

  /** Also where a table begins at the edge of what it is scrolled in. */
  @Test
  void theFocusRingHasRoom(ChromeDriver driver) {
    page.step(1);
    String room =
        """
        return Math.min(...[...document.querySelectorAll("figure.matrix :is(input, button)")]
          .map((each) => {
            const inner = each.getBoundingClientRect();
            const outer = each.closest("figure").getBoundingClientRect();
            return Math.min(inner.left - outer.left, outer.right - inner.right,
              inner.top - outer.top, outer.bottom - inner.bottom);
          }));
        """;
    WebElement field = page.field("weights[0][0]");
    driver.executeScript("arguments[0].focus()", field);
    assertThat(field.getCssValue("z-index")).as("above its neighbours").isEqualTo("1");
    Number narrowest = (Number) driver.executeScript(room);
    assertThat(narrowest.doubleValue()).as("pixels").isGreaterThanOrEqualTo(5);
  }
}
