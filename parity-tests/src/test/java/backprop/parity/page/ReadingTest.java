package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.NumberText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.print.PrintOptions;

/** What a reader sees of the first example, step by step, with mouse and keyboard. */
@ExtendWith(Browser.class)
class ReadingTest {
  private static final Case HELLO = WorkedExamples.named("hello");

  private OpenPage page;

  @BeforeEach
  void open(ChromeDriver driver) {
    page = OpenPage.of(driver, HELLO);
  }

  @Test
  void itOpensWithTheWeightGradientsAndEveryBitIdentical() {
    assertThat(page.text(".step-title")).isEqualTo("Step 6 · weight gradients");
    assertThat(page.text("#verdict"))
        .isEqualTo(
            "95 of 95 numbers have the same 64 bits in loops and matrices, here and in Java");
  }

  @Test
  void pointingAtANumberShowsItsTermsAndItsBits(ChromeDriver driver) {
    new Actions(driver).moveToElement(page.entry("weightGradients[2][1][2]")).perform();
    assertThat(page.text(".summary")).startsWith("weightGradients[2][1][2] = 0.0117");
    assertThat(page.text(".bits-details summary")).isEqualTo("identical, all 64 bits");
    assertThat(page.texts(".sum td.blue code"))
        .containsExactly("delta[1][0]", "delta[1][1]", "delta[1][2]", "delta[1][3]");
    assertThat(page.texts(".sum td.orange code")).endsWith("activations[2][3]");
    double[][] gradients =
        new LoopsSource().answer(HELLO).values(Quantity.WEIGHT_GRADIENTS, 2).orElseThrow();
    assertThat(page.texts(".bits")).hasSize(4).containsOnly(NumberText.bits(gradients[1][2]));
  }

  @Test
  void itsRowAndItsColumnLightUp() {
    page.focus("weightGradients[2][1][2]");
    assertThat(page.all("#stage [data-name=delta] td.lit")).hasSize(4);
    assertThat(page.all("#stage [data-name=delta] tbody tr:nth-child(2) td.lit")).hasSize(4);
    assertThat(page.all("#stage [data-name=activations] tbody td:nth-child(4).lit")).hasSize(4);
  }

  @Test
  void pointingAtATermLightsItsTwoFactors(ChromeDriver driver) {
    page.focus("weightGradients[2][0][0]");
    new Actions(driver).moveToElement(page.find(".sum tbody tr:nth-child(3)")).perform();
    assertThat(page.texts("td.term"))
        .containsExactly(
            page.text("#stage [data-name=delta] tbody tr:nth-child(1) td:nth-child(4)"),
            page.text("#stage [data-name=activations] tbody tr:nth-child(3) td:nth-child(2)"));
  }

  @Test
  void theFactorsLightUpInBothPanes() {
    assertThat(page.texts(".pane.loops .factor.blue")).containsExactly("delta[j][s]");
    assertThat(page.texts(".pane.loops .factor.orange")).containsExactly("activations[i][s]");
    assertThat(page.texts(".pane.matrix .factor.blue")).contains("delta");
    assertThat(page.texts(".pane.matrix .factor.orange"))
        .containsExactly("activations", "activations.transpose()");
    assertThat(page.texts(".pane.matrix .turn")).containsExactly(".transpose()");
  }

  @Test
  void theKeyboardReachesEveryNumberOfAResult(ChromeDriver driver) {
    page.focus("weightGradients[2][0][0]");
    page.entry("weightGradients[2][0][0]").sendKeys(Keys.ARROW_RIGHT);
    driver.switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
    assertThat(page.text(".explained h3")).isEqualTo("weightGradients[2][1][1]");
    driver.switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    assertThat(page.text(".explained h3")).isEqualTo("weightGradients[2][1][2]");
    assertThat(page.text("#live")).startsWith("weightGradients[2][1][2] = ");
  }

  @Test
  void theKeyboardGoesFromANumberToItsTermsAndLightsThem(ChromeDriver driver) {
    page.focus("weightGradients[2][1][0]");
    driver.switchTo().activeElement().sendKeys(Keys.TAB); // The network.
    driver.switchTo().activeElement().sendKeys(Keys.TAB); // The badge with the bits.
    driver.switchTo().activeElement().sendKeys(Keys.TAB);
    driver.switchTo().activeElement().sendKeys(Keys.TAB);
    assertThat(driver.switchTo().activeElement())
        .isEqualTo(page.find(".sum tbody tr:nth-child(2)"));
    assertThat(page.text(".explained h3")).isEqualTo("weightGradients[2][1][0]");
    assertThat(page.texts("td.term"))
        .containsExactly(
            page.text("#stage [data-name=delta] tbody tr:nth-child(2) td:nth-child(3)"),
            page.text("#stage [data-name=activations] tbody tr:nth-child(2) td:nth-child(2)"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, green, 2, 3, 'W·A+b·1ᵀ'",
    "5, blue, 2, 4, 'Δ·1×0.25'",
    "6, orange, 4, 3, 'Δ·AT×0.25'",
    "7, green, 3, 2, '(FT·Δ)∘f′(Z)'"
  })
  void eachProductShowsItsFormulaAndTheFactorThatIsTurned(
      int number, String tint, int rows, int columns, String formula) {
    page.step(number);
    assertThat(page.text(".slot-panel .formula").replace(" ", "")).isEqualTo(formula);
    String factor = ".expression .matrix." + tint;
    assertThat(page.all(factor + " tbody tr")).hasSize(rows);
    assertThat(page.all(factor + " thead th")).hasSize(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "1, b·1ᵀ is the column of biases",
    "6, The cost here is a mean of 4 samples",
    "7, ∘ mult"
  })
  void whatStandsBesideTheProductIsExplained(int number, String note) {
    page.step(number);
    assertThat(page.text(".slot-panel")).contains("result[r][c] = Σq", note);
  }

  @Test
  void onlyAStepWithFieldsOffersToChangeThem() {
    String offer = "Change any number that stands in a field";
    assertThat(page.text("#stage")).doesNotContain(offer);
    page.step(1);
    assertThat(page.text("#stage")).contains(offer);
  }

  @Test
  void aNumberLightsItsNeuronsAndALineOfTheNetworkItsNumber() {
    page.focus("weightGradients[2][1][2]");
    assertThat(page.texts("#stage .node.lit .node-name")).containsExactly("i2", "j1");
    assertThat(page.all("#stage .edge.lit")).hasSize(1);
    page.driver()
        .executeScript(
            "document.querySelector('#stage .edge').dispatchEvent(new MouseEvent('click'))");
    assertThat(page.text(".explained h3")).isEqualTo("weightGradients[1][0][0]");
    page.step(7);
    assertThat(page.texts("#stage .node.lit .node-name")).containsExactly("j0", "k0", "k1");
    assertThat(page.all("#stage .edge.lit")).hasSize(2);
  }

  @Test
  void everyStepShowsBothSourcesAndEndsAtItsValue() {
    for (int number = 1; number <= 8; number++) {
      page.step(number);
      assertThat(page.texts(".line")).hasSizeGreaterThan(10);
      assertThat(page.texts(".pane small")).hasSize(2).allMatch(file -> file.contains(".java:"));
      String end = page.text(".operations li:last-child");
      double last = number(end.substring(end.lastIndexOf('=') + 1));
      double value = number(page.text(".bits-table td.value"));
      assertThat(rounded(last)).as("step " + number).isEqualTo(rounded(value));
    }
  }

  @Test
  void anUpdateNamesItsGradientAndPutsANegativeNumberInParentheses() {
    page.step(8);
    page.click("[data-focus=layer-1]");
    assertThat(page.text(".operations li:last-child"))
        .startsWith("− learningRate * weightGradients[0][0] (−0.00799")
        .contains(") = 0.50799");
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace('−', '-'));
  }

  private static String rounded(double value) {
    return NumberText.rounded(value, 9);
  }

  @Test
  void theNextLayerIsOneClickAway() {
    page.click("[data-focus=layer-1]");
    assertThat(page.text(".explained h3")).isEqualTo("weightGradients[1][0][0]");
    page.step(8);
    page.click("[data-focus=updatedBiases]");
    assertThat(page.text(".explained h3")).isEqualTo("updatedBiases[1][0]");
  }

  @Test
  void everythingIsSaidInJapaneseToo() {
    String english = page.text("h1");
    page.click("#japanese");
    assertThat(page.find("html").getDomAttribute("lang")).isEqualTo("ja");
    assertThat(page.text("h1")).isEqualTo("なぜ T (転置) が現れるのか");
    assertThat(page.text(".slot-panel")).contains("A に T を付けます");
    assertThat(page.text(".step-title")).isEqualTo("ステップ 6 · 重みの勾配");
    page.click("#english");
    assertThat(page.text("h1")).isEqualTo(english);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleIsDescribedInBothLanguages(String name) {
    String english = WorkedExamples.descriptions().get(name);
    String japanese = WorkedExamples.japaneseDescriptions().get(name);
    assertThat(japanese).containsPattern("\\p{IsHiragana}|\\p{IsKatakana}").isNotEqualTo(english);
    assertThat(numbers(japanese)).isEqualTo(numbers(english));
  }

  private static Stream<String> examples() {
    return WorkedExamples.names().stream();
  }

  /** The widths and the years that a description names. */
  private static List<String> numbers(String description) {
    Pattern number = Pattern.compile("\\d-\\d-\\d|\\d{4}|\\d×\\d");
    return number.matcher(description).results().map(MatchResult::group).toList();
  }

  @Test
  void theDescriptionFollowsTheLanguage(ChromeDriver driver) {
    OpenPage described = OpenPage.of(driver, HELLO, new CaseOrigin("hello", "small", "小さい"));
    assertThat(described.text("#description")).isEqualTo("small");
    described.click("#japanese");
    assertThat(described.text("#description")).isEqualTo("小さい");
  }

  @Test
  void onAPhoneNothingHasToBeMovedSideways(ChromeDriver driver) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 740, "deviceScaleFactor", 2, "mobile", true));
    try {
      String widest =
          """
          return Math.max(...[...document.querySelectorAll("pre, pre code, .scroll")]
            .map((box) => box.scrollWidth - box.clientWidth));
          """;
      for (int number = 1; number <= 8; number++) {
        page.step(number);
        assertThat(driver.executeScript(widest)).as("step " + number).isEqualTo(0L);
      }
    } finally {
      driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void everythingFitsOnFourSheetsOfPaper(ChromeDriver driver) {
    PrintOptions paper = new PrintOptions();
    paper.setBackground(true);
    byte[] pdf = Base64.getDecoder().decode(driver.print(paper).getContent());
    String content = new String(pdf, StandardCharsets.ISO_8859_1);
    long sheets = Pattern.compile("/Type /Page\\b").matcher(content).results().count();
    assertThat(sheets).isBetween(2L, 4L);
  }

  @Test
  void theReaderChoosesLightOrDark(ChromeDriver driver) {
    String background = "return getComputedStyle(document.body).backgroundColor";
    Object light = driver.executeScript(background);
    page.click("#dark");
    assertThat(driver.executeScript(background)).isNotEqualTo(light);
    assertThat(page.find("#dark").getDomAttribute("aria-pressed")).isEqualTo("true");
  }
}
