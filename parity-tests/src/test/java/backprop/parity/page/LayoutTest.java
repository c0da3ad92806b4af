package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** Nothing is cut off, on any screen and on paper. */
@ExtendWith(Browser.class)
class LayoutTest {
  private OpenPage page;

  @BeforeEach
  void open(ChromeDriver driver) {
    page = OpenPage.of(driver, WorkedExamples.named("hello"));
  }

  @AfterEach
  void asBefore(ChromeDriver driver) {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    Browser.emulate(driver, "prefers-reduced-motion", "reduce");
  }

  private void screen(int width) {
    page.driver()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", 740, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 1152, 1280, 1360})
  void allSixtyFourBitsAreInSight(int width, ChromeDriver driver) {
    screen(width);
    String hidden =
        """
        const box = document.querySelector(".bits-table").parentElement;
        return box.scrollWidth - box.clientWidth;
        """;
    for (int number = 1; number <= 8; number++) {
      page.step(number);
      assertThat(driver.executeScript(hidden)).as("pixels, step " + number).isEqualTo(0L);
    }
  }

  /** A line may end between two names and where an index begins. */
  @Test
  void onAPhoneNoNameIsBrokenInTwo(ChromeDriver driver) {
    screen(360);
    String broken =
        """
        const broken = [];
        for (const code of document.querySelectorAll("#stage pre, #stage code")) {
          const texts = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            for (const word of texts.currentNode.data.matchAll(/\\w+/g)) {
              const range = document.createRange();
              range.setStart(texts.currentNode, word.index);
              range.setEnd(texts.currentNode, word.index + word[0].length);
              const lines = [...range.getClientRects()].map(({ top }) => Math.round(top));
              if (new Set(lines).size > 1) {
                broken.push(word[0]);
              }
            }
          }
        }
        return broken;
        """;
    page.click("#rows");
    for (int number = 1; number <= 8; number++) {
      page.step(number);
      assertThat((List<?>) driver.executeScript(broken)).as("step " + number).isEmpty();
    }
  }

  @Test
  void paperSaysTheLayerInPlainTextAndInOneSizeWithTheCode(ChromeDriver driver) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    driver.executeScript("dispatchEvent(new Event('beforeprint'))");
    String seen = "#paper [data-step='%d'] header";
    assertThat(page.find(seen.formatted(6)).getText())
        .contains("Layer 2")
        .doesNotContain("Layer 1");
    assertThat(page.find(seen.formatted(7)).getText()).contains("Layer 1");
    assertThat(page.find(seen.formatted(8)).getText()).contains("Layer 1 · Weights");
    String sizes =
        """
        const size = (selector) => getComputedStyle(
          document.querySelector(`#paper [data-step="6"] ${selector}`)).fontSize;
        return new Set(["pre", ".beat", "figcaption small", "caption"].map(size)).size;
        """;
    assertThat(driver.executeScript(sizes)).isEqualTo(1L);
  }
}
