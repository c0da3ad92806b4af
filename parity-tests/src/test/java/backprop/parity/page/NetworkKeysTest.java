package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** The drawn network beside the numbers, without a mouse. */
@ExtendWith(Browser.class)
class NetworkKeysTest {
  private OpenPage page;

  @BeforeEach
  void open(ChromeDriver driver) {
    page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.focus("weightGradients[2][1][2]");
  }

  private String focused() {
    return page.driver().switchTo().activeElement().getDomAttribute("aria-label");
  }

  private void press(CharSequence... keys) {
    page.driver().switchTo().activeElement().sendKeys(keys);
  }

  /** Seventeen lines and circles, and one stop for Tab: the line that is lit. */
  @Test
  void tabStopsOnceAtTheLineThatIsLit() {
    assertThat(page.all("#stage .network [role=button]")).hasSize(17);
    assertThat(page.all("#stage .network [tabindex='0']")).hasSize(1);
    press(Keys.TAB);
    assertThat(focused()).isEqualTo("weights[2][1][2]");
    press(Keys.SHIFT, Keys.TAB);
    assertThat(focused()).startsWith("weightGradients[2][1][2] = ");
  }

  @Test
  void arrowsGoAlongTheLayerAndFromLayerToLayer() {
    press(Keys.TAB);
    press(Keys.ARROW_UP);
    assertThat(focused()).isEqualTo("weights[2][1][1]");
    press(Keys.ARROW_LEFT);
    assertThat(focused()).startsWith("Layer 1, neuron ");
    press(Keys.ARROW_LEFT);
    assertThat(focused()).startsWith("weights[1]");
    press(Keys.ARROW_LEFT);
    assertThat(focused()).as("the inputs cannot be chosen").startsWith("weights[1]");
    press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
    assertThat(focused()).startsWith("Layer 2, neuron ");
  }

  @Test
  void enterChoosesAndTheFocusStays() {
    press(Keys.TAB);
    press(Keys.ARROW_UP);
    press(Keys.ENTER);
    assertThat(page.text(".explained h3")).isEqualTo("weightGradients[2][1][1]");
    assertThat(focused()).isEqualTo("weights[2][1][1]");
    press(Keys.ARROW_RIGHT);
    press(Keys.SPACE);
    assertThat(page.text(".explained h3")).startsWith("preActivations[2]");
    assertThat(focused()).startsWith("Layer 2, neuron ");
  }
}
