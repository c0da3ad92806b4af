package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** What a mouse shows without a click, the keyboard shows too; and nothing moves for it. */
@ExtendWith(Browser.class)
class PointingTest {
  private OpenPage page;

  @BeforeEach
  void open(ChromeDriver driver) {
    page = OpenPage.of(driver, WorkedExamples.named("hello"));
  }

  @AfterEach
  void asBefore(ChromeDriver driver) {
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  private void pointAt(WebElement place) {
    new Actions(page.driver()).scrollToElement(place).moveToElement(place).perform();
  }

  @Test
  void aLineAndItsPartnerInTheOtherTwinLightUpTogether(ChromeDriver driver) {
    assertThat(page.texts(".pane.loops .sums").stream().map(String::strip))
        .containsExactly(
            "for (int s = 0; s < delta[0].length; s++) {",
            "sum += delta[j][s] * activations[i][s];");
    assertThat(page.text(".pane.matrix .sums")).contains("delta.multiply(activations.transpose())");
    List<WebElement> sums = page.all(".panes .sums");
    pointAt(page.find(".pane.matrix .sums"));
    assertThat(page.all(".panes .paired")).isEqualTo(sums);
    pointAt(page.find(".slot-panel"));
    assertThat(page.all(".panes .paired")).isEmpty();
    page.focus("matrix sums");
    assertThat(page.all(".panes .paired")).isEqualTo(sums);
    page.focus("loops follows");
    assertThat(page.all(".panes .paired")).hasSize(2).isEqualTo(page.all(".panes .follows"));
    driver.executeScript("document.activeElement.blur()");
    assertThat(page.all(".panes .paired")).isEmpty();
  }

  private record Shown(String explained, List<WebElement> lit, List<WebElement> inNetwork) {}

  private Shown shown() {
    String network = "#stage .network .lit";
    return new Shown(page.text(".explained"), page.all("#stage td.lit"), page.all(network));
  }

  @Test
  void aNumberThatIsPointedAtShowsWhatTheFocusShows() {
    String name = "weightGradients[2][0][1]";
    Shown before = shown();
    pointAt(page.entry(name));
    Shown pointedAt = shown();
    page.focus("weightGradients[2][1][2]");
    assertThat(shown()).isNotEqualTo(pointedAt);
    page.focus(name);
    assertThat(shown()).isEqualTo(pointedAt).isNotEqualTo(before);
  }

  @Test
  void aTermThatIsPointedAtShowsWhatTheFocusShows() {
    pointAt(page.entry("term-2"));
    List<WebElement> pointedAt = page.all("#stage td.term");
    pointAt(page.find(".explained h3"));
    assertThat(page.all("#stage td.term")).isEmpty();
    page.focus("term-2");
    assertThat(page.all("#stage td.term")).hasSize(2).isEqualTo(pointedAt);
  }

  /** The mouse lies somewhere while the keyboard goes through the terms. */
  @Test
  void anotherNumberThatIsPointedAtLeavesTheFocusWhereItWas(ChromeDriver driver) {
    page.focus("term-2");
    pointAt(page.entry("weightGradients[2][0][1]"));
    assertThat(page.text(".explained h3")).isEqualTo("weightGradients[2][0][1]");
    assertThat(driver.switchTo().activeElement()).isEqualTo(page.entry("term-2"));
  }

  /** One sentence takes two lines there, the others one. */
  @Test
  void noNumberThatIsPointedAtMovesWhatIsBelow(ChromeDriver driver) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 768, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    String lines =
        """
        const { height } = document.querySelector(".summary").getBoundingClientRect();
        return [height, document.documentElement.scrollHeight].map(Math.round).join(" ");
        """;
    page.step(1);
    pointAt(page.find(".result button"));
    Object before = driver.executeScript(lines);
    for (WebElement number : page.all(".result button")) {
      pointAt(number);
      assertThat(driver.executeScript(lines)).as(number.getText()).isEqualTo(before);
    }
  }
}
