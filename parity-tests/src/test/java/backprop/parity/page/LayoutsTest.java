package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import backprop.parity.terms.SlotRule;
import backprop.parity.terms.Slots;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The four ways in which people store samples and weights. */
@ExtendWith(Browser.class)
class LayoutsTest {
  @Test
  void theTableIsThatOfTheReadme(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.click("[data-focus=turn-0]");
    page.click("[data-focus=run]");
    assertThat(page.texts(".layouts td").stream().map(each -> each.replace(" ", "")))
        .containsExactly(
            "W·A", "Δ·AT", "FT·Δ", //
            "WT·A", "A·ΔT", "F·Δ", //
            "A·W", "AT·Δ", "Δ·FT", //
            "A·WT", "ΔT·A", "Δ·F");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          false | false | weightGradients[j][i] = Σs delta[j][s] · activations[i][s] \
           | delta.multiply(activations.transpose()) | delta @ activations.T \
           | torch.mm(delta, activations.t())
          false | true | weightGradients[i][j] = Σs delta[j][s] · activations[i][s] \
           | activations.multiply(delta.transpose()) | activations @ delta.T \
           | torch.mm(activations, delta.t())
          true | true | weightGradients[i][j] = Σs delta[s][j] · activations[s][i] \
           | activations.transpose().multiply(delta) | activations.T @ delta \
           | torch.mm(activations.t(), delta)
          true | false | weightGradients[j][i] = Σs delta[s][j] · activations[s][i] \
           | delta.transpose().multiply(activations) | delta.T @ activations \
           | torch.mm(delta.t(), activations)
          """)
  void oneSwitchForEachHalfChangesLoopAndLines(
      boolean rows,
      boolean sender,
      String loop,
      String java,
      String numpy,
      String pytorch,
      ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.layout(rows, sender);
    assertThat(page.text("#scene-5 .loop-line")).isEqualTo(loop.strip());
    assertThat(page.texts("#scene-5 .lines dd"))
        .containsExactly(java.strip(), numpy.strip(), pytorch.strip());
  }

  @ParameterizedTest
  @CsvSource({
    "1, true, true, 'A·W+1ᵀ·b'",
    "1, false, true, 'WT·A+b·1ᵀ'",
    "5, false, false, 'Δ·1×0.25'",
    "5, true, false, '1·Δ×0.25'",
    "6, true, true, 'AT·Δ×0.25'",
    "7, true, false, '(Δ·F)∘f′(Z)'"
  })
  void theWorkshopFollows(
      int step, boolean rows, boolean sender, String formula, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.layout(rows, sender);
    page.step(step);
    assertThat(page.text(".slot-panel .formula").replace(" ", "")).isEqualTo(formula);
    assertThat(page.text("#verdict")).startsWith("95 of 95 ");
  }

  /** First what the layout stores; a T turns it to where the product reads it. */
  @Test
  void theSheetsLieAsStoredUntilTheProductReadsThem(ChromeDriver driver) {
    Browser.emulate(driver, "prefers-reduced-motion", "no-preference");
    try {
      OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
      assertThat(corners(page)).containsExactly("j＼s", "i＼s");
      scrub(page, 1);
      assertThat(corners(page)).containsExactly("j＼s", "s＼i");
      page.click("#switches [data-focus=samplesInRows-true]");
      scrub(page, 0);
      assertThat(page.text("#scene-5 .reading")).isEqualTo("as stored");
      assertThat(corners(page)).containsExactly("s＼j", "s＼i");
      scrub(page, 1);
      assertThat(page.text("#scene-5 .reading")).isEqualTo("as the product reads it");
      assertThat(corners(page)).containsExactly("j＼s", "s＼i");
      assertThat(page.texts("#scene-5 .sheet-figure .symbol").subList(0, 2))
          .containsExactly("ΔT", "A");
    } finally {
      Browser.emulate(driver, "prefers-reduced-motion", "reduce");
    }
  }

  private static List<String> corners(OpenPage page) {
    return page.texts("#scene-5 .sheet-figure:not(.before) .axis:first-child");
  }

  private static void scrub(OpenPage page, double position) {
    page.driver()
        .executeScript(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))",
            page.find("[data-focus=timeline-layouts]"),
            position);
  }

  /** The table gives nothing away: what was neither answered nor looked at is a question mark. */
  @Test
  void theTableFillsWithWhatWasSeen(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    assertThat(page.all(".layouts td .untold")).hasSize(7);
    assertThat(page.all(".layouts td .untold")).noneMatch(WebElement::isDisplayed);
    page.layout(true, true);
    assertThat(page.all(".layouts td .untold")).hasSize(5);
    page.click("[data-focus=told-1]");
    assertThat(page.all(".layouts td .untold")).hasSize(4);
  }

  /** The source has one layout; above it stands the step in the one that was chosen. */
  @Test
  void bothPanelsFollowAndSayInWhichLayoutTheSourceIs(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    assertThat(page.all(".panes .in-layout, .panes .loop-line, .panes .lines")).isEmpty();
    page.layout(true, false);
    page.step(7);
    assertThat(page.text(".panes .in-layout")).endsWith("only: samples in columns, weights[j][i].");
    assertThat(page.text(".pane.loops .loop-line"))
        .isEqualTo("sum[s][j] = Σk forwardWeights[k][j] · forwardDelta[s][k]");
    assertThat(page.texts(".pane.matrix .lines dd")).contains("forwardDelta @ forwardWeights");
    page.step(2);
    assertThat(page.text(".panes .in-layout")).contains("This step goes number by number");
    assertThat(page.all(".panes .loop-line, .panes .lines")).isEmpty();
  }

  /** Wherever a matrix is named: the story, the workshop, every step. */
  @Test
  void aMatrixKeepsItsColour(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.click("[data-focus=turn-0]");
    page.click("[data-focus=run]");
    page.click("[data-focus=told-7]");
    String script =
        """
        const seen = {};
        for (const step of [...document.querySelectorAll("#steps button")]) {
          document.querySelector(`[data-focus=${step.dataset.focus}]`).click();
          for (const symbol of document.querySelectorAll(".symbol")) {
            const letter = symbol.textContent.replace(/(?<=.)[Tᵀ]$/, "");
            (seen[letter] ??= new Set()).add(getComputedStyle(symbol).color);
          }
        }
        return Object.entries(seen).map(([letter, colours]) => [letter, [...colours].join(" and ")]);
        """;
    Map<String, String> colours = new TreeMap<>();
    for (Object entry : (List<?>) driver.executeScript(script)) {
      List<?> pair = (List<?>) entry;
      colours.put((String) pair.get(0), (String) pair.get(1));
    }
    assertThat(colours.values()).noneMatch(colour -> colour.contains(" and "));
    assertThat(colours.get("F")).isEqualTo(colours.get("W"));
    assertThat(List.of(colours.get("A"), colours.get("F"), colours.get("Δ")))
        .doesNotHaveDuplicates();
  }

  /** A loop that is no step of a network: its answer is what the slot rule of the oracle says. */
  @Test
  void theReadersOwnLoopIsAnsweredByTheRule(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    Slots keys = new Slots("keys", "keys", "b", "d");
    Slots queries = new Slots("queries", "queries", "a", "d");
    SlotRule rule = SlotRule.of(new Slots("scores", "scores", "a", "b"), keys, queries);
    assertThat(page.text(".own-loop summary"))
        .contains("scores[a][b] = Σd keys[b][d] · queries[a][d]");
    for (String language : List.of("english", "japanese")) {
      page.click("#" + language);
      assertThat(page.find(".own-loop").getDomAttribute("open")).isNull();
      assertThat(page.text(".own-loop p")).startsWith(rule.formula());
    }
  }
}
