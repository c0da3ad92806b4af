package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What changes in the story has its room before: nothing below it moves. */
@ExtendWith(Browser.class)
class NothingMovesTest {
  /** Goes through a timeline and says by how many pixels each part of its scene moves. */
  private static final String PLAY =
      """
      const [name, number] = arguments;
      const slider = document.querySelector(`[data-focus=timeline-${name}]`);
      const scene = document.getElementById(`scene-${number}`);
      const parts = [...scene.querySelectorAll(".scene-figure > *, .telling > *")];
      const top = (part) => part.getBoundingClientRect().top;
      const places = () => [scene.offsetHeight, ...parts.map((part) => top(part) - top(scene))];
      const show = (position) => {
        slider.value = position;
        slider.dispatchEvent(new Event("input"));
      };
      show(0);
      const before = places();
      const moved = new Set();
      for (let position = 0.25; position <= slider.max; position += 0.25) {
        show(position);
        places().forEach((now, at) => {
          if (Math.abs(now - before[at]) > 1) {
            moved.add(`${parts[at - 1]?.className ?? "height"} ${now - before[at]}`);
          }
        });
      }
      return [...moved];
      """;

  @AfterEach
  void asBefore(ChromeDriver driver) {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    Browser.emulate(driver, "prefers-reduced-motion", "reduce");
  }

  private static OpenPage open(int width, String language, ChromeDriver driver) {
    Map<String, Object> screen =
        Map.of("width", width, "height", 740, "deviceScaleFactor", 1, "mobile", width < 500);
    driver.executeCdpCommand("Emulation.setDeviceMetricsOverride", screen);
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.click("#" + language);
    return page;
  }

  @ParameterizedTest
  @CsvSource({
    "1280, english",
    "1024, japanese",
    "900, english",
    "768, english",
    "390, japanese",
    "320, english"
  })
  void whileAPicturePlays(int width, String language, ChromeDriver driver) {
    Browser.emulate(driver, "prefers-reduced-motion", "no-preference");
    open(width, language, driver);
    List<String> names = List.of("weight", "finger", "turn");
    for (String name : names) {
      int scene = names.indexOf(name) + 1;
      assertThat((List<?>) driver.executeScript(PLAY, name, scene)).as(name).isEmpty();
    }
  }

  /** Shapes that clash, a second try, which shows the rule, and the right answer. */
  @ParameterizedTest
  @CsvSource({"1440, english", "1024, japanese", "768, english", "390, japanese"})
  void whenAnAnswerIsRun(int width, String language, ChromeDriver driver) {
    OpenPage page = open(width, language, driver);
    String height = "return document.getElementById('scene-%d').offsetHeight";
    List<Object> before =
        List.of(
            driver.executeScript(height.formatted(4)), driver.executeScript(height.formatted(5)));
    for (String toggle : List.of("swap", "swap", "turn-0")) {
      page.click("[data-focus=" + toggle + "]");
      page.click("[data-focus=run]");
      List<Object> now =
          List.of(
              driver.executeScript(height.formatted(4)), driver.executeScript(height.formatted(5)));
      assertThat(now).as(toggle).isEqualTo(before);
    }
    assertThat(page.find("#scene-4 .because").isDisplayed()).isTrue();
  }
}
