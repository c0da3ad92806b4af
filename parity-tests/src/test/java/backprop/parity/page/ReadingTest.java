package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Cost;
import backprop.loops.Network;
import backprop.loops.Reduction;
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
    assertThat(page.text("h2")).isEqualTo("Step 6 · weight gradients");
    assertThat(page.text("#verdict"))
        .isEqualTo("95 of 95 numbers have the same 64 bits in both forms");
  }

  @Test
  void pointingAtANumberShowsItsTermsAndItsBits(ChromeDriver driver) {
    new Actions(driver).moveToElement(page.entry("weightGradients[2][1][2]")).perform();
    assertThat(page.text(".summary"))
        .startsWith("weightGradients[2][1][2] = 0.0117")
        .endsWith(" Loops and matrices: identical, all 64 bits.");
    assertThat(page.texts(".sum td.left code"))
        .containsExactly("delta[1][0]", "delta[1][1]", "delta[1][2]", "delta[1][3]");
    assertThat(page.texts(".sum td.right code")).endsWith("activations[2][3]");
    double[][] gradients =
        new LoopsSource().answer(HELLO).values(Quantity.WEIGHT_GRADIENTS, 2).orElseThrow();
    assertThat(page.texts(".bits")).hasSize(4).contains(NumberText.bits(gradients[1][2]));
  }

  @Test
  void itsRowAndItsColumnLightUp() {
    page.focus("weightGradients[2][1][2]");
    assertThat(page.all("[data-name=delta] td.lit")).hasSize(4);
    assertThat(page.all("[data-name=delta] tbody tr:nth-child(2) td.lit")).hasSize(4);
    assertThat(page.all("[data-name=activations] tbody td:nth-child(4).lit")).hasSize(4);
  }

  @Test
  void pointingAtATermLightsItsTwoFactors(ChromeDriver driver) {
    page.focus("weightGradients[2][0][0]");
    new Actions(driver).moveToElement(page.find(".sum tbody tr:nth-child(3)")).perform();
    assertThat(page.texts("td.term"))
        .containsExactly(
            page.text("[data-name=delta] tbody tr:nth-child(1) td:nth-child(4)"),
            page.text("[data-name=activations] tbody tr:nth-child(3) td:nth-child(2)"));
  }

  @Test
  void theFactorsLightUpInBothPanes() {
    assertThat(page.texts(".loops .factor.left")).containsExactly("delta[j][s]");
    assertThat(page.texts(".loops .factor.right")).containsExactly("activations[i][s]");
    assertThat(page.texts(".matrix .factor.left")).contains("delta");
    assertThat(page.texts(".matrix .factor.right"))
        .containsExactly("activations", "activations.transpose()");
    assertThat(page.texts(".matrix .turn")).containsExactly(".transpose()");
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
    driver.switchTo().activeElement().sendKeys(Keys.TAB);
    driver.switchTo().activeElement().sendKeys(Keys.TAB);
    assertThat(driver.switchTo().activeElement())
        .isEqualTo(page.find(".sum tbody tr:nth-child(2)"));
    assertThat(page.text(".explained h3")).isEqualTo("weightGradients[2][1][0]");
    assertThat(page.texts("td.term"))
        .containsExactly(
            page.text("[data-name=delta] tbody tr:nth-child(2) td:nth-child(3)"),
            page.text("[data-name=activations] tbody tr:nth-child(2) td:nth-child(2)"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, 3, 'W·A+b·1ᵀ'",
    "5, 2, 4, 'Δ·1×0.25'",
    "6, 4, 3, 'Δ·AT×0.25'",
    "7, 3, 2, '(FT·Δ)∘f′(Z)'"
  })
  void eachProductShowsItsFormulaAndTheFactorThatIsTurnedOver(
      int number, int rows, int columns, String formula) {
    page.step(number);
    assertThat(page.text(".slot-panel .formula").replace(" ", "")).isEqualTo(formula);
    String side = number == 6 ? "right" : "left";
    String factor = ".expression .matrix." + side;
    assertThat(page.all(factor + " tbody tr")).hasSize(rows);
    assertThat(page.all(factor + " thead th")).hasSize(columns);
    assertThat(page.all(".turned")).hasSize(formula.contains("T") ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"1, right, i, j", "5, left, s, j", "6, left, s, i", "7, right, j, k"})
  void withSamplesAsRowsTheSameRulePutsTheTOnTheOtherFactor(
      int number, String side, String first, String second) {
    page.step(number);
    page.click("#rows");
    assertThat(page.text("#verdict")).startsWith("95 of 95 ");
    boolean turns = number > 5;
    assertThat(page.texts(".slot-factor[data-turned=true] .symbol"))
        .isEqualTo(turns ? List.of(number == 6 ? "AT" : "FT") : List.of());
    if (turns) {
      String factor = ".slot-factor." + side + "[data-turned=true] .chip";
      assertThat(page.texts(factor)).containsExactly(second, first);
    }
    assertThat(page.all(".required.wrong")).isEmpty();
    assertThat(page.text(".in-rows")).contains("NumPy: ");
  }

  @Test
  void theLineForNumPyLeavesOutWhatCancels(ChromeDriver driver) {
    Network network =
        new Network(HELLO.network().layers(), Cost.BINARY_CROSS_ENTROPY, Reduction.MEAN);
    Case question = new Case("cancels", network, HELLO.inputs(), HELLO.targets());
    OpenPage cancels = OpenPage.of(driver, question);
    cancels.click("#rows");
    cancels.step(4);
    assertThat(cancels.text(".in-rows")).endsWith("NumPy: delta = a - t");
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
    assertThat(page.text("h1")).isEqualTo("なぜ転置が現れるのか");
    assertThat(page.text(".slot-panel")).contains("A を転置して");
    assertThat(page.text("h2")).isEqualTo("ステップ 6 · 重みの勾配");
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
  void onAPhoneNoSourceHasToBeMovedSideways(ChromeDriver driver) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 740, "deviceScaleFactor", 2, "mobile", true));
    try {
      String widest =
          """
          return Math.max(...[...document.querySelectorAll("pre")]
            .flatMap((pre) => [pre, pre.parentElement])
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
  void everyStepFitsOnOneSheetOfPaper(ChromeDriver driver) {
    PrintOptions paper = new PrintOptions();
    paper.setBackground(true);
    byte[] pdf = Base64.getDecoder().decode(driver.print(paper).getContent());
    String content = new String(pdf, StandardCharsets.ISO_8859_1);
    long sheets = Pattern.compile("/Type /Page\\b").matcher(content).results().count();
    assertThat(sheets).as("a title page and eight steps").isEqualTo(1 + 8);
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
