package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the reader chose and changed is in the address, and comes back from it. */
@ExtendWith(Browser.class)
class AddressTest {
  @Test
  void aChangedNetworkCanBeSentToSomebody(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    assertThat(driver.getCurrentUrl()).doesNotContain("#");
    page.layout(true, true);
    page.step(1);
    page.change("biases[1]", "0.75");
    page.step(7);
    String numbers = page.text(".matrix.result table");
    String address = driver.getCurrentUrl();
    assertThat(address).endsWith("#step=7&layout=2&biases[2][1]=0.75");
    driver.get("about:blank");
    driver.get(address);
    assertThat(page.text(".matrix.result table")).isEqualTo(numbers);
    assertThat(page.text(".step-title")).isEqualTo("Step 7 · hidden delta");
    page.click("#reset");
    assertThat(driver.getCurrentUrl()).endsWith("#step=7&layout=2");
    assertThat(page.text(".matrix.result table")).isNotEqualTo(numbers);
  }

  @Test
  void whatDoesNotFitThePageIsLeftOut(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    String before = page.text("#stage");
    String file = driver.getCurrentUrl();
    driver.get("about:blank");
    driver.get(file + "#step=9&layer=7&layout=4&weights[1][0][0]=much&weights[9][0][0]=1&%zz");
    assertThat(page.text("#stage")).isEqualTo(before);
    assertThat(page.text("#verdict")).startsWith("95 of 95 ");
  }
}
