package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.io.JsonWriter;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.model.WeightLayout;
import backprop.parity.page.OpenPage.TakenAlong;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.verdict.BitComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** What the page computes in JavaScript, held against the loops in Java. */
@ExtendWith(Browser.class)
class RecomputationTest {
  private static final String EVERY_BIT = "(\\d+) of \\1 numbers .* and in Java";

  /** Every activation with every cost it may have, and every reduction by turns. */
  @Test
  void everyFormInEveryLayoutHasTheBitsOfTheLoops(ChromeDriver driver) {
    Set<String> seen = new HashSet<>();
    for (Case question : DefaultSuite.cases()) {
      Network network = question.network();
      Activation output = network.layer(network.depth()).activation();
      int turn = (output.ordinal() + network.cost().ordinal()) % 3;
      if (network.reduction().ordinal() == turn && seen.add(output + " " + network.cost())) {
        OpenPage page = OpenPage.of(driver, question);
        assertThat(verdicts(driver))
            .hasSize(4)
            .allSatisfy(verdict -> assertThat(verdict).matches(EVERY_BIT));
        requireSameBits(page);
      }
    }
    assertThat(seen).hasSize(16);
  }

  /** What the badge says in each of the four layouts. */
  private static List<String> verdicts(ChromeDriver driver) {
    String script =
        """
        return ["bySender-true", "samplesInRows-true", "bySender-false", "samplesInRows-false"]
          .map((half) => {
            document.querySelector(`#switches [data-focus=${half}]`).click();
            return document.getElementById("verdict").textContent;
          });
        """;
    return ((List<?>) driver.executeScript(script)).stream().map(String::valueOf).toList();
  }

  private static void requireSameBits(OpenPage page) {
    TakenAlong taken = page.takenAlong();
    Result loops = new LoopsSource().answer(taken.question());
    for (Result form : taken.forms()) {
      BitComparison comparison = BitComparison.of(loops, form);
      assertThat(comparison.firstDifference()).as(loops.name()).isEmpty();
      assertThat(comparison.total()).isGreaterThan(10);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "cs231n", "line-fit"})
  void theCaseInThePageIsTheCaseThatWasAskedFor(String name, ChromeDriver driver) {
    Case question = WorkedExamples.named(name);
    Case shown = OpenPage.of(driver, question).takenAlong().question();
    JsonWriter writer = new JsonWriter(false);
    boolean usual = question.weightLayout() == WeightLayout.OUTPUTS_BY_INPUTS;
    assertThat(shown.inputs()).isEqualTo(question.inputs());
    assertThat(shown.network().layer(1).weights()).isEqualTo(question.network().layer(1).weights());
    assertThat(writer.write(shown).equals(writer.write(question))).isEqualTo(usual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "activations[1][2]",
        "targets[0][1]",
        "weights[1][0]",
        "biases[1]",
        "Learning rate"
      })
  void aChangedNumberIsComputedAgainInBothForms(String label, ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.openAlong();
    List<String> before = page.values("#loops-json");
    page.change(label, "1.375");
    assertThat(page.values("#case-json").get(0)).contains("1.375");
    assertThat(page.values("#loops-json")).isNotEqualTo(before);
    requireSameBits(page);
    assertThat(page.texts(".bits-table tbody th"))
        .containsExactly("loops, this page", "matrices, this page");
  }

  @Test
  void allNumbersCanBePutBack(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.openAlong();
    List<String> before = page.values("#matrix-json");
    page.change("activations[0][0]", "-2.5e-1");
    assertThat(page.values("#matrix-json")).isNotEqualTo(before);
    page.change("activations[0][1]", "no number");
    page.click("#reset");
    assertThat(page.text(".refusal")).isEmpty();
    assertThat(page.values("#matrix-json")).isEqualTo(before);
    assertThat(page.field("activations[0][0]").getDomProperty("value")).isEqualTo("1");
    assertThat(page.texts(".bits-table tbody th")).hasSize(4);
  }

  @Test
  void whatIsNoNumberIsRefusedAndChangesNothing(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.openAlong();
    List<String> before = page.values("#case-json");
    for (String written : List.of("", "1,5", "Infinity", "0x10", "1e")) {
      page.change("activations[0][0]", written);
      assertThat(page.text(".refusal"))
          .isEqualTo(
              "activations[0][0]: Expected a number such as 0.5 or -1e-3. The value 1 is still"
                  + " used.");
      assertThat(page.values("#case-json")).isEqualTo(before);
    }
  }

  @Test
  void aTargetOutsideTheDomainOfALogarithmIsRefused(ChromeDriver driver) {
    OpenPage page = OpenPage.of(driver, WorkedExamples.named("oreilly-notes"));
    page.change("targets[0][0]", "1.5");
    assertThat(page.text(".refusal")).contains("expected a target from 0 to 1");
  }

  /** The badge is earned, not printed: another exponential than Java's shows. */
  @Test
  void anotherExponentialThanJavasIsSaidSo(ChromeDriver driver) throws IOException {
    String page = Page.of(WorkedExamples.named("hello"), CaseOrigin.FILE);
    Path file = Files.createTempFile("careless", ".html");
    file.toFile().deleteOnExit();
    Files.writeString(file, page.replace("1.66666666666666019037e-1", "1.66666666666e-1"));
    driver.get(file.toUri().toString());
    OpenPage careless = new OpenPage(driver);
    assertThat(careless.find("#verdict").getDomAttribute("class")).isEqualTo("differs");
    assertThat(careless.text(".bits-details summary")).isEqualTo("the bits differ");
  }
}
