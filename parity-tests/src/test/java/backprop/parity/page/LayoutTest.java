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
import org.junit.jupiter.params.provider.CsvSource;
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
      page.click(".bits-details > summary");
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
        for (const code of document.querySelectorAll("pre, code")) {
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
    page.layout(true, true);
    for (int number = 1; number <= 8; number++) {
      page.step(number);
      assertThat((List<?>) driver.executeScript(broken)).as("step " + number).isEmpty();
    }
  }

  /** Nothing is wider than the window, and no table than its place, in either language. */
  @ParameterizedTest
  @CsvSource({"1440, japanese", "1024, english", "768, english", "390, japanese", "320, english"})
  void nothingIsCutOff(int width, String language, ChromeDriver driver) {
    screen(width);
    page.click("#" + language);
    page.click("[data-focus=turn-0]");
    page.click("[data-focus=run]");
    String cut =
        """
        const wide = (box) => box.scrollWidth > box.clientWidth + 1;
        return [document.documentElement, ...document.querySelectorAll("main *")]
          .filter((box) => box.clientWidth > 1 && wide(box))
          .filter((box) => !box.matches(":root, input") ? getComputedStyle(box).overflowX !== "visible" : box.matches(":root"))
          .map((box) => `${box.className} ${box.textContent.slice(0, 60)}`);
        """;
    for (int number = 1; number <= 8; number++) {
      page.step(number);
      assertThat((List<?>) driver.executeScript(cut)).as("step " + number).isEmpty();
    }
  }

  /** From the top of a picture to the end of its sum is less than a phone shows. */
  @Test
  void onAPhoneAPictureAndItsSumAreSeenTogether(ChromeDriver driver) {
    Browser.emulate(driver, "prefers-reduced-motion", "no-preference");
    screen(390);
    String height =
        """
        const place = (part) => document.querySelector(arguments[0] + part).getBoundingClientRect();
        return place(" .told-sums").bottom - place(" .scene-figure").top;
        """;
    for (String scene : List.of("#scene-1", "#scene-2", "#scene-3")) {
      Number pixels = (Number) driver.executeScript(height, scene);
      assertThat(pixels.doubleValue()).as(scene).isBetween(200.0, 740.0);
    }
  }

  @Test
  void onAPhoneAllStepsStandOnOneLine(ChromeDriver driver) {
    screen(390);
    assertThat(page.all("#steps button").stream().map(each -> each.getLocation().getY()))
        .hasSize(8)
        .containsOnly(page.find("#steps button").getLocation().getY());
  }

  /** What is computed stands behind its "=", on the same line. */
  @ParameterizedTest
  @ValueSource(ints = {1440, 1024, 840})
  void noResultStandsBelowItsSign(int width, ChromeDriver driver) {
    screen(width);
    String below =
        """
        const [sign, result] = document.querySelector("#stage .with-result").children;
        return result.getBoundingClientRect().left - sign.getBoundingClientRect().right;
        """;
    for (int number = 1; number <= 8; number++) {
      page.step(number);
      Number gap = (Number) driver.executeScript(below);
      assertThat(gap.doubleValue()).as("step " + number).isBetween(0.0, 30.0);
    }
  }

  @Test
  void paperSaysTheLayerInPlainText(ChromeDriver driver) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    driver.executeScript("dispatchEvent(new Event('beforeprint'))");
    String seen = "#paper [data-step='%d'] h3";
    assertThat(page.find(seen.formatted(6)).getText()).contains("Layer 2");
    assertThat(page.find(seen.formatted(7)).getText()).contains("Layer 1");
  }
}
