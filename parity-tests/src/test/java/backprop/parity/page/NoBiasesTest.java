package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.io.CaseReader;
import backprop.parity.io.JsonWriter;
import backprop.parity.io.Limits;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.page.OpenPage.TakenAlong;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.verdict.BitComparison;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/** The page of a network in which a layer, or every layer, has no biases. */
@ExtendWith(Browser.class)
class NoBiasesTest {
  private static final String BIASES = "\"biases\":\\[[^]]*],?";

  /** The first layer has none, the second keeps its own. */
  private static Case withoutTheFirst() {
    return read(hello().replaceFirst("," + BIASES, "").replaceFirst("\\[\\{" + BIASES, "[{"));
  }

  private static Case withoutAny() {
    return read(hello().replaceAll("," + BIASES, ""));
  }

  private static String hello() {
    return new JsonWriter(false).write(WorkedExamples.named("hello"));
  }

  private static Case read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new CaseReader(Limits.DEFAULT).read("hello", new ByteArrayInputStream(bytes)).get(0);
  }

  @Test
  void nothingIsSaidOfBiasesThatAreNotThere(ChromeDriver driver) {
    Case question = withoutTheFirst();
    assertThat(question.hasBiases(1)).isFalse();
    assertThat(question.hasBiases(2)).isTrue();
    OpenPage page = OpenPage.of(driver, question);
    page.step(1);
    page.click("#stage [data-focus=layer-1]");
    assertThat(page.text(".lead")).contains("This layer has no biases");
    assertThat(page.all(".expression [data-name=biases]")).isEmpty();
    assertThat(page.text(".summary")).doesNotContain("bias");
    page.click("#stage [data-focus=layer-2]");
    assertThat(page.text(".lead")).contains("then its bias");
    assertThat(page.all(".expression [data-name=biases]")).hasSize(1);
    page.step(5);
    assertThat(page.texts("#stage header .choice button")).containsExactly("Layer 2");
    page.step(8);
    page.click("#stage [data-focus=layer-2]");
    page.click("#stage [data-focus=updatedBiases]");
    page.click("#stage [data-focus=layer-1]");
    assertThat(page.all("#stage [data-focus=updatedBiases]")).isEmpty();
    assertThat(page.text(".explained h3")).isEqualTo("updatedWeights[1][0][0]");
  }

  @Test
  void aNetworkWithoutAnyHasNoStepForThem(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, withoutAny());
    assertThat(page.texts("#steps b")).containsExactly("1", "2", "3", "4", "6", "7", "8");
    assertThat(page.all("#story .scene")).hasSize(5);
  }

  @Test
  void whatIsComputedAgainHasTheBitsOfTheLoops(ChromeDriver driver) {
    for (Case question : new Case[] {withoutTheFirst(), withoutAny()}) {
      OpenPage page = OpenPage.of(driver, question);
      assertThat(page.text("#verdict")).matches("(\\d+) of \\1 numbers .* and in Java");
      page.layout(true, true);
      page.change("weights[0][1]", "1.375");
      TakenAlong taken = page.takenAlong();
      assertThat(taken.question().hasBiases(1)).isFalse();
      assertThat(taken.question().hasBiases(2)).isEqualTo(question.hasBiases(2));
      taken
          .forms()
          .forEach(
              form -> {
                assertThat(form.values(Quantity.BIAS_GRADIENTS, 1)).isEmpty();
                assertThat(form.values(Quantity.UPDATED_BIASES, 1)).isEmpty();
                assertThat(
                        BitComparison.of(new LoopsSource().answer(taken.question()), form)
                            .firstDifference())
                    .isEmpty();
              });
    }
  }

  @Test
  void theAddressOfAChangedNetworkIsReadAgain(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, withoutTheFirst());
    page.step(1);
    page.click("#stage [data-focus=layer-2]");
    page.change("biases[1]", "-0.75");
    assertThat(page.find("#reset").isDisplayed()).isTrue();
    driver.navigate().refresh();
    assertThat(page.field("biases[1]").getDomProperty("value")).isEqualTo("-0.75");
  }
}
