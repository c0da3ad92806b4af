package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page shows is what the code says and prints. */
class DocumentsTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** Without what stands for something else, such as … or NAME. */
  private static final Pattern NAMED_COMMAND = Pattern.compile("`backprop ([^`…A-Z]+)`");

  private static final Pattern PROFILE = Pattern.compile("mvnw [^`\n]*-P(\\w+)");
  private static final Pattern SCRIPT = Pattern.compile("(\\.ci/\\w+)");

  @TempDir private static Path folder;

  static Stream<Document> documents() {
    Stream<Document> pages =
        Stream.of(
                "README.md",
                "parity-tests/ACCURACY.md",
                "parity-tests/CHANGELOG.md",
                "parity-tests/CHECKING.md",
                "parity-tests/IN-YOUR-PROJECT.md",
                "parity-tests/REAL-PROGRAMS.md",
                "parity-tests/CONTRIBUTING.md",
                "parity-tests/EXACT.md",
                "parity-tests/FORMATS.md",
                "parity-tests/MISTAKES.md",
                "parity-tests/benchmark/RESULTS.md",
                "parity-tests/TRAINING.md",
                "parity-tests/TRUST.md",
                "parity-tests/TWINS.md",
                "parity-tests/candidates/README.md",
                "parity-tests/course/README.md",
                "parity-tests/golden/INDEX.md")
            .map(Document::named);
    return Stream.concat(pages, Document.in("parity-tests/tutorial"));
  }

  @Test
  void theReadmeIsShortAndShowsARunAndBothTwins() {
    Document readme = Document.named("README.md");
    assertThat(readme.text().split("\\s+")).hasSizeLessThanOrEqualTo(900);
    assertThat(readme.sessions()).isNotEmpty();
    assertThat(readme.blocks("java")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(readme.links()).hasSizeGreaterThan(4);
  }

  @TestFactory
  Stream<DynamicTest> everyConsoleBlockIsWhatTheCommandPrints() {
    return documents()
        .flatMap(
            document ->
                document.sessions().stream()
                    .map(
                        session ->
                            DynamicTest.dynamicTest(
                                document + ": " + session.lines().findFirst().orElseThrow(),
                                () -> checkSession(document, session))));
  }

  /**
   * Every shown line is printed, in this order; … stands for lines left out. A command may have
   * printed more before and after; a chapter's program may not.
   */
  private static void checkSession(Document document, String session) throws IOException {
    // Pages speak from the project's top folder, and so does the course; the tests run one below.
    boolean learns = session.startsWith("$ backprop " + LearnersFolder.COMMAND);
    List<String> lines = (learns ? session : session.replace("parity-tests/", "")).lines().toList();
    boolean excerpt = lines.get(0).startsWith("$ backprop ");
    Iterator<String> printed = output(document, lines.get(0)).lines().iterator();
    boolean gap = excerpt;
    for (String line : lines.subList(1, lines.size())) {
      if (line.equals("…")) {
        gap = true;
        continue;
      }
      String next = printed.hasNext() ? printed.next() : "the end of the output";
      while (gap && !next.equals(line) && printed.hasNext()) {
        next = printed.next();
      }
      assertThat(next).isEqualTo(line);
      gap = false;
    }
    if (!excerpt && !gap) {
      assertThat(printed).as("lines not shown").isExhausted();
    }
  }

  private static String output(Document document, String prompt) throws IOException {
    String command = prompt.substring("$ ".length());
    if (command.startsWith(ChapterProgram.COMMAND)) {
      String file = command.substring(ChapterProgram.COMMAND.length());
      return new ChapterProgram(Path.of(file)).run(folder).output();
    }
    assertThat(command).startsWith("backprop ");
    String[] words = words(command.substring("backprop ".length()));
    if (words[0].equals(LearnersFolder.COMMAND)) {
      Path ofPage = folder.resolve(document.name().replaceAll("\\W", "-"));
      return new LearnersFolder(Files.createDirectories(ofPage)).output(words);
    }
    return Run.backprop(words).output();
  }

  /** As a shell takes a line apart: at spaces, but not between quotes. */
  private static String[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    return words.toArray(new String[0]);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyCommandNamedInTheProseRuns(Document document) {
    assertThat(NAMED_COMMAND.matcher(document.prose()).results().map(match -> match.group(1)))
        .allSatisfy(command -> assertThat(Run.backprop(words(command)).exitCode()).isZero());
  }

  @TestFactory
  Stream<DynamicTest> everyJavaBlockStandsInATwinOrInAChaptersProgram() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String twin : new String[] {"loops", "matrix"}) {
      for (String file : new String[] {"ForwardPass", "BackwardPass", "GradientDescent"}) {
        Path source =
            Path.of("../%s/src/main/java/backprop/%s/%s.java".formatted(twin, twin, file));
        sources.append(Files.readString(source));
      }
    }
    ChapterProgram.all().forEach(program -> sources.append(program.source()));
    return documents()
        .flatMap(
            document ->
                document.blocks("java").stream()
                    .map(
                        block ->
                            DynamicTest.dynamicTest(
                                document + ": " + block.lines().findFirst().orElseThrow(),
                                () -> checkBlock(block, sources.toString()))));
  }

  /** A block may stand further to the left than its source does. */
  private static void checkBlock(String block, String sources) {
    List<String> indented =
        Stream.of(0, 2, 4, 6, 8)
            .map(columns -> "\n" + block.indent(columns).replaceAll("(?m)^ +$", ""))
            .toList();
    assertThat(indented).as(block).anyMatch(sources::contains);
  }

  @Test
  void theTimesBesideTheTwinsAreThoseOfTheBenchmark() {
    List<String> times =
        Document.named("parity-tests/TWINS.md")
            .text()
            .lines()
            .filter(line -> line.contains(" µs ("))
            .toList();
    assertThat(times).hasSizeGreaterThan(4);
    assertThat(Document.named("parity-tests/benchmark/RESULTS.md").text().lines())
        .containsAll(times);
  }

  @Test
  void theAnswerWrittenByHandIsRight() throws IOException {
    List<String> json = Document.named("parity-tests/candidates/README.md").blocks("json");
    assertThat(json).hasSize(2);
    Path mine = Files.writeString(folder.resolve("mine.json"), json.get(0));
    Path answer = Files.writeString(folder.resolve("my-answer.json"), json.get(1));
    Run run =
        Run.backprop("check", "--json", "--case", mine.toString(), "--result", answer.toString());
    // Two weights and a bias, the delta, the neuron before and after f, and the cost.
    assertThat(run.output())
        .contains("\"verdict\":\"agrees\"", "\"entriesCompared\":7", "\"identicalBits\":7");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyProfileAndScriptOfTheBuildExists(Document document) throws IOException {
    String builds = Files.readString(Path.of("pom.xml")) + Files.readString(Path.of("../pom.xml"));
    assertThat(PROFILE.matcher(document.text()).results().map(match -> match.group(1)))
        .allSatisfy(profile -> assertThat(builds).contains("<id>" + profile + "</id>"));
    assertThat(SCRIPT.matcher(document.text()).results().map(match -> match.group(1)))
        .allSatisfy(script -> assertThat(Path.of("..", script)).isExecutable());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkLeadsSomewhere(Document document) {
    assertThat(document.links()).allSatisfy(link -> assertThat(link).exists());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyLinkToAHeadingLeadsToOne(Document document) {
    assertThat(document.linksToHeadings())
        .allSatisfy(
            link ->
                assertThat(document.linked(link).anchors()).contains(link.replaceFirst(".*#", "")));
  }
}
