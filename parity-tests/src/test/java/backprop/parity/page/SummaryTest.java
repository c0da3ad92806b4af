package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.suites.WorkedExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the page says of one number: how it comes about, and what it is called where. */
@ExtendWith(Browser.class)
class SummaryTest {
  private static final Case HELLO = WorkedExamples.named("hello");
  private static final String SAME = " identical, all 64 bits";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | preActivations[2][0][0] = 0.342196, the sum of 3 terms over i, plus the bias 0.05.
          2 | activations[2][0][0] = 0.584724.
          3 | cost = 0.27468, the sum of 4 terms over s, times factor 0.25.
          5 | biasGradients[2][0] = 0.0213977, the sum of 4 terms over s, times factor 0.25.
          6 | weightGradients[2][0][0] = 0.00066192, the sum of 4 terms over s, times factor 0.25.
          7 | deltas[1][0][0] = −0.0193887, the sum of 2 terms over k, times f′(z) = 0.236412.
          """)
  void theSentenceSaysEverythingThatGoesIntoTheNumber(
      int step, String sentence, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO);
    page.step(step);
    assertThat(page.text(".summary")).isEqualTo(sentence);
    if (step != 3) {
      page.focus(sentence.substring(0, sentence.indexOf(' ')));
      assertThat(page.text("#live")).isEqualTo(sentence + SAME);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | preActivations[2][0][0] = 0.342196 (i についての 3 項の和にバイアス 0.05 を足した値)。
          2 | activations[2][0][0] = 0.584724。
          6 | weightGradients[2][0][0] = 0.00066192 (s についての 4 項の和に factor 0.25 を掛けた値)。
          7 | deltas[1][0][0] = −0.0193887 (k についての 2 項の和に f′(z) = 0.236412 を掛けた値)。
          """)
  void theSameInJapanese(int step, String sentence, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO);
    page.click("#japanese");
    page.step(step);
    assertThat(page.text(".summary")).isEqualTo(sentence);
  }

  @Test
  void oneTermIsOneTermAndAFactorOfOneIsNotWorthAWord(ChromeDriver driver) {
    OpenPage line = OpenPage.of(driver, WorkedExamples.named("line-fit"));
    line.step(1);
    assertThat(line.text(".summary")).contains(", the sum of 1 term over i, plus the bias 30.");
    OpenPage pictures = OpenPage.of(driver, WorkedExamples.named("circles-and-crosses"));
    assertThat(pictures.text(".summary")).contains(", the sum of 8 terms over s.");
  }

  @ParameterizedTest
  @CsvSource({
    "columns, 6, 'weightGradients[2][1][2]', 'weightGradients[2][1][2]', 'In the terminal:'",
    "rows, 6, 'weightGradients[2][1][2]', 'weightGradients[2][2][1]', 'layer, j, i:'",
    "rows, 1, 'preActivations[2][1][3]', 'preActivations[2][3][1]', 'layer, j, s:'",
    "rows, 5, 'biasGradients[2][1]', 'biasGradients[2][1]', 'In the terminal:'"
  })
  void aNumberIsNamedAsItLiesAndTheTerminalGetsItsOwnName(
      String layout, int step, String command, String shown, String hint, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO, new CaseOrigin("hello", "", ""));
    page.layout(layout.equals("rows"), layout.equals("rows"));
    page.step(step);
    page.click("[data-focus=layer-2]");
    page.focus(command);
    assertThat(page.text(".explained h3")).isEqualTo(shown);
    assertThat(page.text(".summary")).startsWith(shown + " = ");
    assertThat(page.entry(command).getDomAttribute("aria-label")).startsWith(shown + " = ");
    assertThat(page.text(".explained .hint")).contains(hint + " backprop");
    assertThat(page.text(".explained .hint code"))
        .isEqualTo("backprop explain hello --entry '" + command + "'");
  }

  @Test
  void theTerminalShowsTheCostToo(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO, new CaseOrigin("hello", "", ""));
    page.step(3);
    assertThat(page.text(".explained .hint code"))
        .isEqualTo("backprop explain hello --entry 'cost'");
  }

  @Test
  void aFileOfTheReadersOwnIsNotCalledByTheNameInIt(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, HELLO, CaseOrigin.FILE);
    assertThat(page.text(".explained .hint code"))
        .startsWith("backprop explain FILE --entry 'weightGradients");
  }
}
