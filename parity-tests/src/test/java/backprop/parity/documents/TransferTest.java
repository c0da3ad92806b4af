package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The chapters of Transfer predict a product first, and a numerical derivative agrees with it. */
class TransferTest {
  /** What a numerical derivative of these small costs can be off by, and far less than a mistake. */
  private static final double NOTHING = 1e-9;

  /** A row of a matrix; the name stands before the first one. */
  private static final Pattern ROW = Pattern.compile("(\\S.*?|)\\s*\\[(.*)]");

  private static final Pattern DIFFERENCE = Pattern.compile("([A-Z]?) {3,}\\S+ \\S+ +([0-9.e-]+)");

  /**
   * As it is printed.
   *
   * @param rows each as one text
   */
  private record Matrix(String name, List<String> rows) {}

  static Stream<Document> chapters() {
    return Document.in("parity-tests/tutorial").filter(page -> page.name().matches(".*/1[1-9]-.*"));
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void theAnswerStandsBeforeTheNumbers(Document chapter) {
    assertThat(chapter.text())
        .containsSubsequence(
            "\n## The loop\n",
            "\n## Predict\n",
            "\n<details><summary>Answer</summary>\n\n",
            "\n</details>\n",
            "\n## What you should see\n",
            "\n## A question\n",
            "\n<details><summary>Answer</summary>\n\n",
            "\n</details>\n");
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void theNudgedCostGivesTheNumbersOfTheProduct(Document chapter) {
    List<Matrix> matrices = matrices(chapter);
    List<Matrix> nudged = matrices.stream().filter(each -> each.name().equals("nudge")).toList();
    assertThat(nudged).isNotEmpty();
    for (Matrix nudge : nudged) {
      Matrix product = matrices.get(matrices.indexOf(nudge) - 1);
      assertThat(nudge.rows()).as(product.name()).isEqualTo(product.rows());
    }
  }

  private static List<Matrix> matrices(Document chapter) {
    List<Matrix> matrices = new ArrayList<>();
    for (String line : String.join("", chapter.blocks("console")).lines().toList()) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        if (!row.group(1).isEmpty()) {
          matrices.add(new Matrix(row.group(1), new ArrayList<>()));
        }
        matrices.get(matrices.size() - 1).rows().add(row.group(2));
      }
    }
    return matrices;
  }

  /** In attention every second product is the one that a reader might take for it. */
  @ParameterizedTest
  @MethodSource("attention")
  void onlyTheProductOfTheRuleIsRight(String gradient, double difference) {
    if (gradient.isEmpty()) {
      assertThat(difference).isGreaterThan(0.1);
    } else {
      assertThat(difference).isLessThan(NOTHING);
    }
  }

  static Stream<Arguments> attention() {
    String console =
        Document.named("parity-tests/tutorial/16-attention.md").blocks("console").get(0);
    return console
        .lines()
        .map(DIFFERENCE::matcher)
        .filter(Matcher::matches)
        .map(line -> arguments(line.group(1), Double.parseDouble(line.group(2))));
  }
}
