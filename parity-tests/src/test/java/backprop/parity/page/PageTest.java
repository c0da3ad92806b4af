package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.io.Resources;
import backprop.parity.model.Case;
import backprop.parity.suites.BuiltInCases;
import backprop.parity.suites.WorkedExamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The file itself, before any browser opens it. */
class PageTest {
  private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");
  private static final Pattern TEXT_KEY =
      Pattern.compile("(?:text|rich|counted)\\(\"(\\w+)\"|data-(?:text|label)=\"(\\w+)\"");
  private static final String HELLO = Page.of(WorkedExamples.named("hello"), CaseOrigin.FILE);

  @ParameterizedTest
  @ValueSource(strings = {"loops", "matrix"})
  void everyStepIsTheTwinsSourceAsItStandsInItsFile(String twin) throws IOException {
    List<TwinStep> steps = TwinStep.all();
    assertThat(steps)
        .extracting(TwinStep::method)
        .containsExactly(
            "preActivations",
            "activations",
            "cost",
            "Softmax.activations",
            "Softmax.outputDelta",
            "outputDelta",
            "biasGradients",
            "weightGradients",
            "hiddenDelta",
            "updatedWeights",
            "updatedBiases");
    for (TwinStep step : steps) {
      Path file =
          ROOT.resolve("%s/src/main/java/backprop/%s/%s".formatted(twin, twin, step.file()));
      TwinStep.Listing listing = twin.equals("loops") ? step.loops() : step.product();
      List<String> lines = Files.readAllLines(file);
      int first = listing.line() - 1;
      List<String> code =
          listing.code().lines().map(line -> ("  " + line).stripTrailing()).toList();
      assertThat(lines.subList(first, first + code.size())).as(step.headline()).isEqualTo(code);
      assertThat(lines.subList(0, first)).contains("   * Terms: " + step.terms());
    }
  }

  @Test
  void itNamesNoAddressOutsideItself() {
    String namespace = "http://www.w3.org/2000/svg"; // A name, which nobody fetches.
    assertThat(HELLO.replace(namespace, ""))
        .doesNotContain("http:", "https:", "//cdn", "@import", "url(");
    assertThat(HELLO).contains("default-src 'none'");
  }

  @Test
  void noPlaceOfTheTemplateIsLeftOpen() {
    assertThat(HELLO).doesNotContainPattern("\\{\\{\\w+}}");
  }

  @Test
  void aNameCannotEndTheScriptItStandsIn() {
    Case hello = WorkedExamples.named("hello");
    String name = "</script><script>alert(1)</script><!-- {{case}} & \"";
    Case question = new Case(name, hello.network(), hello.inputs(), hello.targets());
    String page = Page.of(question, new CaseOrigin("FILE", name, ""));
    assertThat(page).doesNotContain("<script>alert", "</script><script>", "<!-- {{");
    assertThat(page.split("</script>", -1)).hasSameSizeAs(HELLO.split("</script>", -1));
    assertThat(page).contains("<title>&lt;/script&gt;&lt;script&gt;alert(1)");
  }

  @Test
  void bothDescriptionsStandInOneOrder() {
    Case hello = WorkedExamples.named("hello");
    assertThat(Page.of(hello, new CaseOrigin("hello", "small", "小さい")))
        .contains("\"descriptions\":{\"en\":\"small\",\"ja\":\"小さい\"},");
  }

  @Test
  void aFileIsNeverLargerThanAFewHundredKilobytes() {
    for (String name : List.of("hello", "exact-lane", "circles-and-crosses")) {
      assertThat(size(BuiltInCases.named(name).orElseThrow())).as(name).isLessThan(250_000);
    }
    assertThat(size(square(70, 1))).isLessThan(600_000);
    assertThat(size(square(1000, 3))).isLessThan(250_000);
    assertThat(size(QuietTest.large())).as("handwritten digits").isLessThan(250_000);
  }

  private static int size(Case question) {
    return Page.of(question, CaseOrigin.FILE).getBytes(StandardCharsets.UTF_8).length;
  }

  private static Case square(int width, int samples) {
    double third = 1.0 / 3.0;
    double[][] weights = new double[width][width];
    double[][] inputs = new double[width][samples];
    for (int j = 0; j < width; j++) {
      java.util.Arrays.fill(weights[j], third);
      java.util.Arrays.fill(inputs[j], third);
    }
    Layer layer = new Layer(Activation.TANH, weights, new double[width]);
    Network network = new Network(List.of(layer), Cost.SQUARED_ERROR, Reduction.SUM);
    return new Case("square", network, inputs, inputs);
  }

  @Test
  void everyTextStandsInBothLanguages() {
    for (Map.Entry<String, Map<String, String>> text : texts().entrySet()) {
      assertThat(text.getValue()).as(text.getKey()).containsOnlyKeys("en", "ja");
      assertThat(text.getValue().get("ja")).as(text.getKey()).isNotBlank();
      assertThat(values(text.getValue().get("ja")))
          .as(text.getKey())
          .isEqualTo(values(text.getValue().get("en")));
    }
  }

  /** The places that a sentence leaves for values. */
  private static TreeSet<String> values(String sentence) {
    TreeSet<String> values = new TreeSet<>();
    Pattern.compile("\\{\\w+}").matcher(sentence).results().forEach(it -> values.add(it.group()));
    return values;
  }

  @Test
  void everyTextThatIsAskedForIsThere() {
    TreeSet<String> asked = new TreeSet<>();
    String sources = Resources.text(Page.class, "page.html");
    for (String script : Page.SCRIPTS) {
      sources += Resources.text(Page.class, "script/" + script);
    }
    TEXT_KEY
        .matcher(sources)
        .results()
        .forEach(key -> asked.add(key.group(1) == null ? key.group(2) : key.group(1)));
    assertThat(asked).hasSizeGreaterThan(40);
    assertThat(texts().keySet()).containsAll(asked);
  }

  private static Map<String, Map<String, String>> texts() {
    Map<String, Map<String, String>> texts = new TreeMap<>();
    String json = Resources.text(Page.class, "texts.json");
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        Map<String, String> languages =
            texts.computeIfAbsent(parser.currentName(), x -> new TreeMap<>());
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          languages.put(parser.currentName(), parser.nextStringValue());
        }
      }
    }
    return texts;
  }
}
