package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.suites.WorkedExamples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The fields in which the numbers of a case can be changed. */
@ExtendWith(Browser.class)
class EditorTest {
  @ParameterizedTest
  @CsvSource({"hello, 8", "line-fit, 15", "circles-and-crosses, 72"})
  void everyInputOfAnExampleHasAField(String name, int inputs, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named(name));
    assertThat(page.all("table[aria-label=Inputs] input")).hasSize(inputs);
    assertThat(page.all(".editor .more, .editor .hint")).isEmpty();
  }

  @Test
  void whatHasNoFieldIsSaid(ChromeDriver driver) {
    Layer layer = new Layer(Activation.IDENTITY, new double[][] {{1}}, new double[1]);
    Network network = new Network(List.of(layer), Cost.SQUARED_ERROR, Reduction.SUM);
    double[][] samples = {new double[40]};
    OpenPage page = OpenPage.of(driver, new Case("many", network, samples, samples));
    assertThat(page.all("table[aria-label=Inputs] input")).hasSize(16);
    assertThat(page.texts("table[aria-label=Inputs] .more")).containsExactly("…", "…");
    assertThat(page.texts(".editor .hint"))
        .hasSize(2)
        .allMatch(sentence -> sentence.startsWith("1 × 40 numbers; those that are not shown"));
  }

  @Test
  void aRefusalStaysUntilItsFieldIsPutRight(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.change("Inputs i0 s1", "much");
    page.change("Targets j0 s0", "1e400");
    page.change("Biases of layer 1 j2", "0.75");
    String much =
        "Inputs i0 s1: Expected a number such as 0.5 or -1e-3. The value 0.5 is still used.";
    assertThat(page.texts(".refusal p"))
        .hasSize(2)
        .contains(much)
        .last()
        .asString()
        .startsWith("Targets j0 s0: This number is too large")
        .endsWith("is still used.");
    WebElement field = page.field("Inputs i0 s1");
    assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(page.text("#" + field.getDomAttribute("aria-describedby"))).isEqualTo(much);
    page.change("Inputs i0 s1", "0.25");
    assertThat(page.texts(".refusal p")).hasSize(1);
    assertThat(field.getDomAttribute("aria-describedby")).isNull();
    assertThat(field.getDomAttribute("aria-invalid")).isNull();
  }

  /** Also where a table begins at the edge of what it is scrolled in. */
  @Test
  void theFocusRingHasRoom(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.click("#change > summary");
    String room =
        """
        return Math.min(...[...document.querySelectorAll("figure.matrix :is(input, button)")]
          .map((each) => {
            const inner = each.getBoundingClientRect();
            const outer = each.closest("figure").getBoundingClientRect();
            return Math.min(inner.left - outer.left, outer.right - inner.right,
              inner.top - outer.top, outer.bottom - inner.bottom);
          }));
        """;
    WebElement field = page.field("Inputs i0 s1");
    driver.executeScript("arguments[0].focus()", field);
    assertThat(field.getCssValue("z-index")).as("above its neighbours").isEqualTo("1");
    Number narrowest = (Number) driver.executeScript(room);
    assertThat(narrowest.doubleValue()).as("pixels").isGreaterThanOrEqualTo(5);
  }
}
