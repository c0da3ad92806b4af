package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/** A click lays out what is in view; what is out of view follows, and is right all along. */
@ExtendWith(Browser.class)
class InViewFirstTest {
  private OpenPage page;

  @BeforeEach
  void open(ChromeDriver driver) {
    page = OpenPage.of(driver, WorkedExamples.named("hello"));
  }

  @AfterEach
  void asBefore(ChromeDriver driver) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", ""));
    Browser.emulate(driver, "prefers-reduced-motion", "reduce");
  }

  /** Looks at the page in the same task as the click, before anything is laid out. */
  private List<String> rightAfter(String selector, String script) {
    return said("document.querySelector('%s').click(); %s".formatted(selector, script));
  }

  private List<String> said(String script) {
    List<?> answers = (List<?>) page.driver().executeScript(script);
    return answers.stream().map(String::valueOf).toList();
  }

  private static final String WHERE =
      """
      return [...document.querySelectorAll("main section[id]")]
        .filter((section) => !section.firstElementChild.checkVisibility())
        .map(({ id }) => id);
      """;

  @Test
  void theSectionsOutOfViewWait() {
    assertThat(rightAfter("#japanese", WHERE))
        .doesNotContain("scene-1")
        .endsWith("scene-4", "scene-5", "workshop");
    page.settle();
    page.driver().executeScript("document.getElementById('workshop').scrollIntoView()");
    assertThat(rightAfter("[data-focus=step-1]", WHERE))
        .containsExactly("scene-1", "scene-2", "scene-3", "scene-4", "scene-5");
  }

  @Test
  void allOfThemFollow() {
    page.click("#japanese");
    assertThat(said(WHERE)).isEmpty();
  }

  /** Whoever searches the page, or has it read out, finds the new words at once. */
  @Test
  void whatWaitsSaysTheNewWordsAlready() {
    String titles = "return [...document.querySelectorAll('h2')].map((h) => h.textContent)";
    List<String> english = said(titles);
    assertThat(rightAfter("#japanese", titles))
        .hasSameSizeAs(english)
        .doesNotContainAnyElementsOf(english);
  }

  @Test
  void paperWaitsForNothing(ChromeDriver driver) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", "print"));
    assertThat(rightAfter("#japanese", WHERE)).isEmpty();
  }

  /** The button is drawn anew, in a section that the reader has scrolled away from. */
  @Test
  void whatHasTheFocusKeepsItOutOfView(ChromeDriver driver) {
    page.focus("step-2");
    driver.executeScript("scrollTo(0, 0)");
    page.click("[data-focus=step-2]");
    assertThat(driver.switchTo().activeElement()).isEqualTo(page.entry("step-2"));
  }

  /** A section that waits is as high as it was: nothing moves under the reader's eyes. */
  @Test
  void thePageIsAsHighAsItWas(ChromeDriver driver) {
    String height = "return [document.documentElement.scrollHeight]";
    driver.executeScript("document.getElementById('workshop').scrollIntoView()");
    page.click("[data-focus=step-6]");
    List<String> before = said(height);
    assertThat(rightAfter("[data-focus=step-6]", height)).isEqualTo(before);
  }
}
