package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.suites.RandomCases;
import backprop.parity.suites.WorkedExamples;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** The page needs nothing but itself, never complains, and copes with any case. */
@ExtendWith(Browser.class)
class QuietTest {
  @BeforeEach
  void forgetWhatWasLoggedBefore(ChromeDriver driver) {
    BrowserLog.forget(driver);
  }

  @AfterEach
  void nothingWasComplainedOfAndNothingAskedFor(ChromeDriver driver) {
    BrowserLog.requireQuiet(driver);
  }

  /** Two layouts and every step, and what each of them shows. */
  private static void visitEveryStep(OpenPage page) {
    String script =
        """
        const shown = [];
        for (const half of ["samplesInRows-true", "bySender-true"]) {
          document.querySelector(`#switches [data-focus=${half}]`).click();
          for (const { dataset } of [...document.querySelectorAll("#steps button")]) {
            document.querySelector(`[data-focus=${dataset.focus}]`).click();
            shown.push(document.getElementById("stage").textContent);
          }
        }
        return shown;
        """;
    List<?> shown = (List<?>) page.driver().executeScript(script);
    assertThat(shown).hasSizeGreaterThan(8).doesNotHaveDuplicates();
    assertThat(String.join("", shown.stream().map(String::valueOf).toList()))
        .doesNotContain("undefined", "NaN", "null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"line-fit", "oreilly-notes"})
  void everyStepCanBeVisited(String name, ChromeDriver driver) {
    visitEveryStep(OpenPage.of(driver, WorkedExamples.named(name)));
  }

  @Test
  void softmaxWithItsJacobianIsAProductToo(ChromeDriver driver) {
    Case hello = WorkedExamples.named("hello");
    Layer last = hello.network().layer(2);
    Layer softmax = new Layer(Activation.SOFTMAX, last.weights(), last.biases());
    List<Layer> layers = List.of(hello.network().layer(1), softmax);
    Network network = new Network(layers, Cost.SQUARED_ERROR, Reduction.MEAN);
    OpenPage page =
        OpenPage.of(driver, new Case("jacobian", network, hello.inputs(), hello.targets()));
    page.step(4);
    assertThat(page.text(".slot-panel .formula")).isEqualTo("JT · ∂C/∂a");
    List<String> ofFirstSample = page.texts("#stage [data-name=jacobian] td.plain");
    page.focus("deltas[2][1][2]");
    assertThat(page.texts("#stage [data-name=jacobian] td.plain")).isNotEqualTo(ofFirstSample);
    assertThat(driver.switchTo().activeElement()).isEqualTo(page.entry("deltas[2][1][2]"));
    assertThat(page.text("#live")).startsWith("deltas[2][1][2] = ");
    visitEveryStep(page);
  }

  @Test
  void aNetworkOfHandwrittenDigitsIsShownInPart(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, large());
    assertThat(page.find("#excerpt").isDisplayed()).isTrue();
    assertThat(page.find("#along").isDisplayed()).isFalse();
    assertThat(page.all("#stage input")).isEmpty();
    page.click("[data-focus=run]");
    assertThat(page.text(".feedback")).startsWith("4 × 3 cannot meet 4 × 5:");
    page.click("[data-focus=turn-0]");
    page.click("[data-focus=run]");
    assertThat(page.text(".feedback")).startsWith("Right");
    page.step(1);
    page.click("[data-focus=layer-1]");
    assertThat(page.text(".terms")).contains("… and 776 more terms");
    assertThat(page.all("[data-name=weights] tbody tr")).hasSize(9);
    visitEveryStep(page);
  }

  static Case large() {
    Random random = new Random(3);
    Layer hidden = new Layer(Activation.SIGMOID, numbers(random, 30, 784), new double[30]);
    Layer output = new Layer(Activation.SOFTMAX, numbers(random, 10, 30), new double[10]);
    Network network = new Network(List.of(hidden, output), Cost.CROSS_ENTROPY, Reduction.MEAN);
    double[][] targets = new double[10][12];
    targets[3] = numbers(random, 1, 12)[0];
    Case question = new Case("digits", network, numbers(random, 784, 12), targets);
    return RandomCases.withLearningRate(question, 0.1);
  }

  static double[][] numbers(Random random, int rows, int columns) {
    double[][] numbers = new double[rows][columns];
    for (double[] row : numbers) {
      for (int column = 0; column < columns; column++) {
        row[column] = random.nextDouble();
      }
    }
    return numbers;
  }

  @Test
  void anOverflowIsShownAsItIs(ChromeDriver driver) {
    Layer layer = new Layer(Activation.IDENTITY, new double[][] {{1e200}}, new double[] {-0.0});
    Network network = new Network(List.of(layer), Cost.SQUARED_ERROR, Reduction.SUM);
    double[][] huge = {{1e200}};
    OpenPage page = OpenPage.of(driver, new Case("overflow", network, huge, huge));
    page.step(1);
    assertThat(page.texts(".bits")).containsOnly("7ff0000000000000");
    assertThat(page.find("#verdict").getDomAttribute("class")).isEqualTo("agrees");
  }

  @Test
  void paperGetsEveryStep(ChromeDriver driver) {
    OpenPage.of(driver, WorkedExamples.named("hello"));
    driver.executeScript("dispatchEvent(new Event('beforeprint'))");
    assertThat(new OpenPage(driver).all("#paper .on-paper")).hasSize(8);
    driver.executeScript("dispatchEvent(new Event('afterprint'))");
    assertThat(new OpenPage(driver).all("#paper .on-paper")).isEmpty();
  }

  @Test
  void itFitsAPhone(ChromeDriver driver) {
    String metrics = "Emulation.setDeviceMetricsOverride";
    driver.executeCdpCommand(
        metrics, Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
    try {
      OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
      page.click("#along > summary");
      Object width = driver.executeScript("return document.documentElement.scrollWidth");
      assertThat(width).isEqualTo(360L);
    } finally {
      driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  /** The page draws what can be seen: a click on a network of any size does little. */
  @Test
  void aStepOfALargeNetworkIsNoMoreToDrawThanItsExcerpt(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, large());
    String count = "return document.querySelectorAll('#stage *').length";
    for (int number = 1; number <= 7; number++) {
      page.step(number);
      assertThat((Long) driver.executeScript(count)).as("step " + number).isLessThan(1500);
    }
  }
}
