package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.NumberText;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** The first three scenes: a weight, two tables, and the turn. */
@ExtendWith(Browser.class)
class StoryTest {
  private static final Case HELLO = WorkedExamples.named("hello");

  @AfterEach
  void stillAsBefore(ChromeDriver driver) {
    Browser.emulate(driver, "prefers-reduced-motion", "reduce");
  }

  private static OpenPage moving(ChromeDriver driver) {
    Browser.emulate(driver, "prefers-reduced-motion", "no-preference");
    return OpenPage.of(driver, HELLO);
  }

  private static void scrub(OpenPage page, String name, double position) {
    page.driver()
        .executeScript(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))",
            page.find("[data-focus=timeline-" + name + "]"),
            position);
  }

  @Test
  void theProductsOfOneWeightAddUpToItsGradient(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO);
    double gradient =
        new LoopsSource().answer(HELLO).values(Quantity.WEIGHT_GRADIENTS, 2).orElseThrow()[1][2];
    assertThat(page.all("#scene-1 .sum-list .fallen")).hasSize(4);
    assertThat(page.text("#scene-1 .total"))
        .startsWith("weightGradients[1][2] = ")
        .endsWith(" × 0.25 = " + NumberText.rounded(gradient, 3));
  }

  @Test
  void samplesFallOneAfterTheOther(ChromeDriver driver) {
    OpenPage page = moving(driver);
    for (int s = 0; s < 4; s++) {
      scrub(page, "weight", s + 0.5);
      assertThat(page.all("#scene-1 .fallen")).hasSize(s);
      assertThat(page.text(".sample-label")).isEqualTo("sample s" + s);
    }
    scrub(page, "weight", 4);
    assertThat(page.all("#scene-1 .fallen")).hasSize(4);
  }

  /** It is no weight: it says what it is, and goes once it has fallen into the last sum. */
  @Test
  void theProductOnTheLineIsNamedAndGoesAtTheEnd(ChromeDriver driver) {
    OpenPage page = moving(driver);
    scrub(page, "weight", 0.8);
    assertThat(page.text(".met")).startsWith("δ·a = ");
    scrub(page, "weight", 4);
    assertThat(page.text(".met")).isEmpty();
  }

  /** Nobody has to guess where 0.25 comes from; without a factor nothing is said. */
  @Test
  void theFactorBelowTheSumIsExplained(ChromeDriver driver) {
    String sentence =
        "The cost here is a mean of 4 samples, so the sum is multiplied by 1/4 (0.25)";
    assertThat(OpenPage.of(driver, HELLO).text("#scene-1 .telling")).contains(sentence);
    assertThat(OpenPage.of(driver, WorkedExamples.named("mazur")).text("#scene-1 .telling"))
        .doesNotContain("is a mean");
  }

  @Test
  void theLabelInTheCornerTurnsWithTheSheet(ChromeDriver driver) {
    OpenPage page = moving(driver);
    String corner = "#scene-3 .sheet-figure:nth-child(2) .axis";
    scrub(page, "turn", 0);
    assertThat(page.text(corner)).isEqualTo("i＼s");
    scrub(page, "turn", 1);
    assertThat(page.text(corner)).isEqualTo("s＼i");
  }

  @Test
  void anotherWeightCanBeLitByKeyboard(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO);
    page.find("[data-focus=edge-2-0-1]").sendKeys(Keys.ENTER);
    assertThat(page.text("#scene-1 .total")).startsWith("weightGradients[0][1] = ");
    assertThat(driver.switchTo().activeElement()).isEqualTo(page.find("[data-focus=edge-2-0-1]"));
  }

  @Test
  void theFingerOfTheLoopFitsAndThatOfTheProductDoesNot(ChromeDriver driver) {
    OpenPage page = moving(driver);
    scrub(page, "finger", 2.2);
    assertThat(page.text("#scene-2 .fits")).contains("Δ[j1][s2] · A[i2][s2]");
    assertThat(page.all("#scene-2 .touched")).hasSize(2);
    scrub(page, "finger", 4.2);
    assertThat(page.text("#scene-2 .clashes")).contains("sample s0", "neuron i0 of sample s2");
    assertThat(page.all("#scene-2 .clash")).hasSize(1);
    scrub(page, "finger", 7.5);
    assertThat(page.text("#scene-2 .clashes")).contains("A has only 3 rows");
  }

  /** Which numbers the product would have multiplied, from its own source. */
  @Test
  void theWrongSumStandsBesideTheRightOne(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO);
    Result answer = new LoopsSource().answer(HELLO);
    double[][] delta = answer.values(Quantity.DELTAS, 2).orElseThrow();
    double[][] activations = answer.values(Quantity.ACTIVATIONS, 1).orElseThrow();
    double right = 0.0;
    double wrong = 0.0;
    for (int s = 0; s < 4; s++) {
      right += delta[1][s] * activations[2][s];
      wrong += s < 3 ? delta[1][s] * activations[s][2] : 0;
    }
    String loop = NumberText.rounded(right, 3);
    assertThat(page.texts("#scene-2 .total"))
        .containsExactly(
            "sum " + loop,
            "sum %s ≠ %s".formatted(NumberText.rounded(wrong, 3), loop).replace('-', '−'));
  }

  @Test
  void theSheetTurnsWithTheScrubberAndTheCodeIsTyped(ChromeDriver driver) {
    OpenPage page = moving(driver);
    assertThat(page.text(".typed").replace("​", "")).contains("delta.multiply(activations)");
    scrub(page, "turn", 0.5);
    assertThat(page.texts(".typed .turn")).allMatch(each -> !each.isEmpty());
    assertThat(page.texts(".typed .turn")).isNotEqualTo(List.of(".transpose()", ".T"));
    assertThat(page.all(".slots.filled")).isEmpty();
    scrub(page, "turn", 1);
    assertThat(page.texts(".typed .turn")).containsExactly(".transpose()", ".T");
    assertThat(page.all(".slots.filled")).hasSize(1);
    assertThat(place(page, "i2")).as("row i2 became column i2").isEqualTo("3 0");
    scrub(page, "turn", 0);
    assertThat(place(page, "i2")).isEqualTo("0 3");
  }

  /** Nothing is called Aᵀ before the last number has arrived. */
  @Test
  void theNameGetsItsTOnceEveryNumberIsThere(ChromeDriver driver) {
    OpenPage page = moving(driver);
    scrub(page, "turn", 0.9);
    assertThat(page.texts("#scene-3 .symbol.orange").subList(0, 2)).containsExactly("A", "A");
    scrub(page, "turn", 1);
    assertThat(page.texts("#scene-3 .symbol.orange").subList(0, 2)).containsExactly("AT", "AT");
  }

  /** The column and the row at which a label of the turning sheet stands. */
  private static String place(OpenPage page, String label) {
    String script =
        """
        const sheet = document.querySelectorAll("#scene-3 .sheet-figure:not(.before)")[1];
        const { style } = [...sheet.querySelectorAll(".axis")]
          .find((axis) => axis.textContent === arguments[0]);
        return [style.getPropertyValue("--x"), style.getPropertyValue("--y")]
          .map((each) => Math.round(each)).join(" ");
        """;
    return (String) page.driver().executeScript(script, label);
  }

  @Test
  void draggingTheIndexIntoItsSlotTurnsTheSheet(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO);
    scrub(page, "turn", 0);
    driver.executeScript("document.getElementById('scene-3').scrollIntoView()");
    Actions drag = new Actions(driver).clickAndHold(page.find("[data-focus=drag]"));
    drag.moveByOffset(-30, 0).perform();
    assertThat(position(page, "turn")).isBetween(0.2, 0.8);
    new Actions(driver).release().perform();
    assertThat(position(page, "turn")).as("the nearer way").isEqualTo(5);
    scrub(page, "turn", 0);
    new Actions(driver).dragAndDropBy(page.find("[data-focus=drag]"), -15, 0).perform();
    assertThat(position(page, "turn")).as("the nearer way").isZero();
  }

  @Test
  void thePressedIndexGoesThereItselfAndBack(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO);
    scrub(page, "turn", 0);
    assertThat(page.text("#scene-3 .verdict-line")).endsWith("Drag it there, or press it.");
    assertThat(name(page)).isEqualTo("Move s into the first slot of A");
    assertThat(page.find("#scene-3 .telling").getText()).doesNotContain("Not one number changed");
    page.find("[data-focus=drag]").sendKeys(Keys.ENTER);
    assertThat(page.all(".slots.filled")).hasSize(1);
    assertThat(page.all("#scene-3 .fallen")).hasSize(4);
    assertThat(page.text("#scene-3 .verdict-line")).endsWith("Drag it back, or press it.");
    assertThat(name(page)).isEqualTo("Move s out of the first slot of A");
    assertThat(page.find("#scene-3 .telling").getText()).contains("Not one number changed");
    page.find("[data-focus=drag]").sendKeys(Keys.ENTER);
    assertThat(page.all(".slots.filled")).isEmpty();
  }

  private static String name(OpenPage page) {
    return page.find("[data-focus=drag]").getDomAttribute("aria-label");
  }

  @Test
  void nothingMovesForThoseWhoWantStillnessAndTheEndSaysTheSame(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO);
    assertThat(page.find("#scene-3 .before").isDisplayed()).isTrue();
    assertThat(page.all(".fallen")).hasSize(16);
    page.click("[data-focus=play-turn]");
    assertThat(page.find("[data-focus=timeline-turn]").getDomProperty("value")).isEqualTo("5");
    assertThat(driver.executeScript("return document.getAnimations().length")).isEqualTo(0L);
  }

  @Test
  void motionStartsWhereItIsSeen(ChromeDriver driver) {
    OpenPage page = moving(driver);
    driver.executeAsyncScript("setTimeout(arguments[0], 700)");
    assertThat(position(page, "weight")).isPositive();
    assertThat(position(page, "finger")).isZero();
    driver.executeScript("document.getElementById('scene-2').scrollIntoView()");
    driver.executeAsyncScript("setTimeout(arguments[0], 700)");
    assertThat(position(page, "finger")).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dark", "japanese", "english"})
  void motionGoesOnInOtherColoursAndWords(String button, ChromeDriver driver) {
    OpenPage page = moving(driver);
    driver.executeAsyncScript("setTimeout(arguments[0], 300)");
    page.click("#" + button);
    double before = position(page, "weight");
    driver.executeAsyncScript("setTimeout(arguments[0], 300)");
    assertThat(position(page, "weight")).isGreaterThan(before);
  }

  private static double position(OpenPage page, String name) {
    String value = page.find("[data-focus=timeline-" + name + "]").getDomProperty("value");
    return Double.parseDouble(value);
  }
}
