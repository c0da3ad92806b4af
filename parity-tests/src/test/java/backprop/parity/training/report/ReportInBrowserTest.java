package backprop.parity.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.page.Browser;
import backprop.parity.page.BrowserLog;
import backprop.parity.training.descent.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** A real browser shows the report as it is meant: quiet, readable, and never too wide. */
@ExtendWith(Browser.class)
class ReportInBrowserTest {
  private static final double READABLE = 4.5; // WCAG 2.2, 1.4.3, level AA

  @TempDir private Path folder;

  @BeforeEach
  void forgetWhatWasLoggedBefore(ChromeDriver driver) {
    // On a slow machine the browser would still be loading its own first page.
    driver.get("about:blank");
    BrowserLog.forget(driver);
  }

  @AfterEach
  void nothingWasComplainedOfAndNothingAskedFor(ChromeDriver driver) {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    Browser.emulate(driver, "prefers-reduced-motion", "reduce");
    BrowserLog.requireQuiet(driver);
  }

  private void open(ChromeDriver driver, TrainingRun run) throws IOException {
    Path file = folder.resolve("report.html");
    Files.writeString(file, TrainingReport.of(run));
    driver.get(file.toUri().toString());
  }

  static List<TrainingRun> wide() {
    List<String> names = IntStream.range(0, 30).mapToObj(n -> n + "-" + "long".repeat(30)).toList();
    return List.of(
        Trainings.digits(),
        Trainings.line(15),
        Trainings.made(names, 90, Trainings.costs(3, 2, 1)));
  }

  @ParameterizedTest
  @MethodSource("wide")
  void onAPhoneOnlyTheTablesMoveSideways(TrainingRun run, ChromeDriver driver) throws IOException {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
    open(driver, run);
    Number width = (Number) driver.executeScript("return document.documentElement.scrollWidth");
    assertThat(width.intValue()).isEqualTo(360);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextStandsOutFromItsBackground(String colours, ChromeDriver driver) throws IOException {
    Browser.emulate(driver, "prefers-color-scheme", colours);
    open(driver, Trainings.digits());
    String script =
        """
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const channels = (colour, under) => {
          canvas.fillStyle = under;
          canvas.fillRect(0, 0, 1, 1);
          canvas.fillStyle = colour;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        };
        const luminance = (rgb) => {
          const [r, g, b] = rgb.map((c) => c / 255)
            .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const background = (element) => {
          const colour = getComputedStyle(element).backgroundColor;
          return colour === "rgba(0, 0, 0, 0)" ? background(element.parentElement) : colour;
        };
        const ratios = [];
        for (const element of document.querySelectorAll("main *, svg text")) {
          const own = [...element.childNodes].some((it) => it.nodeType === 3 && it.data.trim());
          if (!own || ["title", "desc"].includes(element.tagName)) continue;
          const style = getComputedStyle(element);
          const ground = background(element);
          const text = element.tagName === "text" ? style.fill : style.color;
          const [high, low] = [channels(text, ground), channels(ground, ground)]
            .map(luminance).sort((one, other) => other - one);
          ratios.push((high + 0.05) / (low + 0.05));
        }
        return [ratios.length, Math.min(...ratios), luminance(channels(background(document.body)))];
        """;
    List<?> found = (List<?>) driver.executeScript(script);
    assertThat(((Number) found.get(0)).intValue()).isGreaterThan(200);
    assertThat(((Number) found.get(1)).doubleValue()).isGreaterThanOrEqualTo(READABLE);
    boolean dark = ((Number) found.get(2)).doubleValue() < 0.1;
    assertThat(dark).isEqualTo(colours.equals("dark"));
  }

  @Test
  void thePicturesAreShown(ChromeDriver driver) throws IOException {
    open(driver, Trainings.digits());
    String loaded =
        "return [...document.images].filter((image) => image.naturalWidth === 8).length";
    assertThat(driver.executeScript(loaded)).isEqualTo(24L);
  }
}
