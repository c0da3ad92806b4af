package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.io.Resources;
import backprop.parity.suites.WorkedExamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What axe finds, in the steps that differ most and in the whole page: nothing. */
@ExtendWith(Browser.class)
class AccessibilityTest {
  private static final String AXE = Resources.text(AccessibilityTest.class, "/axe.min.js");

  private static final String SEVERAL_STEPS =
      """
      const done = arguments[0];
      (async () => {
        const found = [];
        const rules = { runOnly: ["wcag2a", "wcag2aa", "best-practice"], resultTypes: ["violations"] };
        for (const step of [1, 4, 8]) {
          document.querySelector(`[data-focus=step-${step}]`).click();
          document.querySelectorAll("details").forEach((each) => (each.open = true));
          const { violations } = await axe.run(document.getElementById("stage"), rules);
          violations.forEach(({ id, nodes }) => found.push(`${step} ${id}: ${nodes[0].html}`));
        }
        document.querySelector("[data-focus=step-6]").click();
        const { violations, passes } = await axe.run(document, rules);
        violations.forEach(({ id, nodes }) => found.push(`page ${id}: ${nodes[0].html}`));
        done([passes.length, ...found]);
      })();
      """;

  @AfterEach
  void asBefore(ChromeDriver driver) {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  @ParameterizedTest
  @CsvSource({"1440, english, false", "390, japanese, true"})
  void nothingKeepsAnybodyOut(int width, String language, boolean dark, ChromeDriver driver) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", width < 500));
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.click("#" + language);
    if (dark) {
      page.click("#dark");
    }
    page.click("[data-focus=run]");
    driver.executeScript(AXE);
    List<?> found = (List<?>) driver.executeAsyncScript(SEVERAL_STEPS);
    assertThat((Long) found.get(0)).as("rules that were looked at").isGreaterThan(20);
    assertThat(found.subList(1, found.size()).toString()).isEqualTo("[]");
  }
}
