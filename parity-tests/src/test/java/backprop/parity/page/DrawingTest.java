package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** The networks that the page draws. */
@ExtendWith(Browser.class)
class DrawingTest {
  /** Every position of scene 1, and every drawing below it: each text within its own viewBox. */
  private static final String CUT =
      """
      const cut = new Set();
      const look = () => {
        for (const picture of document.querySelectorAll("svg")) {
          const { x, y, width, height } = picture.viewBox.baseVal;
          const toPicture = picture.getScreenCTM().inverse();
          for (const text of picture.querySelectorAll("text")) {
            const { left, top, right, bottom } = text.getBoundingClientRect();
            const from = new DOMPoint(left, top).matrixTransform(toPicture);
            const to = new DOMPoint(right, bottom).matrixTransform(toPicture);
            if (right > left && (from.x < x || from.y < y || to.x > x + width || to.y > y + height)) {
              cut.add(text.textContent);
            }
          }
        }
      };
      const slider = document.querySelector("[data-focus=timeline-weight]");
      for (const edge of document.querySelectorAll("#scene-1 .edge[role=button]")) {
        document.querySelector(`[data-focus=${edge.dataset.focus}]`).dispatchEvent(new Event("click"));
        for (let position = 0; position <= slider.max; position += 0.25) {
          const current = document.querySelector("[data-focus=timeline-weight]");
          current.value = position;
          current.dispatchEvent(new Event("input"));
          look();
        }
      }
      return [...cut];
      """;

  @AfterEach
  void stillAsBefore(ChromeDriver driver) {
    Browser.emulate(driver, "prefers-reduced-motion", "reduce");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "oreilly-notes"})
  void noWordOfADrawingIsCutOff(String name, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named(name));
    assertThat(page.all("svg text")).hasSizeGreaterThan(30);
    assertThat((List<?>) driver.executeScript(CUT)).isEmpty();
  }
}
