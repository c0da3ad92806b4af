package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.chrome.ChromeDriver;

/** The page in Japanese: its own words, its own spacing. */
@ExtendWith(Browser.class)
class JapaneseTest {
  private OpenPage page;

  @BeforeEach
  void open(ChromeDriver driver) {
    page = OpenPage.of(driver, WorkedExamples.named("hello"));
    page.click("#japanese");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | weights[j][i] * activations[i][s] を i について足し合わせます。 \
            | i は W の最後、A の最初にあるので、転置は要りません。
          2 | 要素ごとに計算します。 \
            | 行列どうしの、要素ごとの計算です。転置は現れません。
          6 | delta[j][s] * activations[i][s] を s について足し合わせます。 \
            | s が A の最後にあるので、右の A を転置します。
          7 | forwardWeights[k][j] * forwardDelta[k][s] を k について足し合わせます。 \
            | k が F の最初にあるので、左の F を転置します。
          """)
  void whatASourceSaysInEnglishIsSaidInJapaneseInstead(int step, String loops, String matrix) {
    page.step(step);
    assertThat(page.texts(".beat")).containsExactly(loops.strip(), matrix.strip());
  }

  @Test
  void noSpaceFollowsAFullStop() {
    String everyStep =
        """
        return [...document.querySelectorAll("#steps button")].map(({ dataset }) => {
          document.querySelector(`[data-focus=${dataset.focus}]`).click();
          return document.querySelector("main").textContent;
        });
        """;
    List<?> shown = (List<?>) page.driver().executeScript(everyStep);
    assertThat(shown).hasSize(8);
    assertThat(shown.toString()).doesNotContain("。 ");
    page.click("[data-focus=run]");
    assertThat(page.text(".feedback")).doesNotContain("。 ").endsWith("もう一度どうぞ。");
  }

  @Test
  void aSampleIsASampleAndAGradientAGradient() {
    assertThat(page.text("[data-focus=samplesInRows-false]")).isEqualTo("サンプルは列");
    assertThat(page.text("#network")).endsWith("サンプル数 4");
    assertThat(page.text("#steps")).contains("バイアスの勾配", "重みの勾配").doesNotContain("傾き");
    assertThat(page.text(".lead")).startsWith("重みの勾配 (損失関数の傾き) は");
  }
}
