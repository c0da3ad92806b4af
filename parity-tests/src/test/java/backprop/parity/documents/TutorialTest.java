package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.suites.WorkedExamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The chapters are short, complete, in order, and say nothing that was not run. */
class TutorialTest {
  private static final String FOLDER = "parity-tests/tutorial";

  /** Three decimals or more: such a number comes from a run, not from a hand. */
  private static final Pattern MEASURED = Pattern.compile("\\d+\\.\\d{3,}");

  /** A title of one of the four articles, not of a section in it. */
  private static final Pattern SOURCE = Pattern.compile("「[^」]{12,}」");

  /** Everything but the index. */
  static Stream<Document> pages() {
    return Document.in(FOLDER).filter(page -> !page.name().endsWith("README.md"));
  }

  /** Chapters 1 to 9. */
  static Stream<Document> chapters() {
    return pages().filter(page -> page.name().startsWith(FOLDER + "/0"));
  }

  /** Chapters 11 to 16; the tenth is about programs of one's own. */
  static Stream<Document> transfers() {
    return pages().filter(page -> page.name().matches(FOLDER + "/1[1-9].*"));
  }

  /** All that show a program. */
  static Stream<Document> chaptersAndTransfers() {
    return Stream.concat(chapters(), transfers());
  }

  /** The pages, and their index. */
  static Stream<Document> everyPage() {
    return Stream.concat(Document.in(FOLDER), Document.in(FOLDER + "/ja"));
  }

  @Test
  void everyChapterIsThere() {
    assertThat(chapters()).hasSize(9);
    assertThat(transfers()).hasSize(6);
    assertThat(pages()).hasSize(9 + 1 + 6 + 2);
  }

  @ParameterizedTest
  @MethodSource("chapters")
  void aChapterHasAllItsParts(Document chapter) {
    assertThat(chapter.text())
        .containsSubsequence(
            "\n*Follows [「",
            "section",
            "\n## The loop\n",
            "\n## What you should see\n",
            "\n## A question\n",
            "\n<details><summary>Answer</summary>\n\n",
            "\n</details>\n");
  }

  /** Matrices come in where nothing is new about them; this chapter's sum is new enough. */
  @Test
  void theChapterBeforeTheRuleSpeaksOfLoopsOnly() {
    assertThat(Document.named(FOLDER + "/06-hidden-delta.md").text())
        .doesNotContainPattern("(?i)matri|transpos|ᵀ|\\^T|product of");
  }

  /** A title that a reader cannot read stands with what it means and where to find it. */
  @ParameterizedTest
  @MethodSource("pages")
  void aSourceStandsWithItsMeaningAndALink(Document page) {
    String prose = page.prose().replaceAll("\\s+", " ");
    assertThat(SOURCE.matcher(prose).results().map(MatchResult::group))
        .allSatisfy(
            title ->
                assertThat(prose)
                    .containsPattern(Pattern.quote("[" + title + "](") + "README\\.md#\\S+\\), “"));
  }

  @ParameterizedTest
  @MethodSource("everyPage")
  void aLinkToAHeadingFindsIt(Document page) {
    assertThat(page.linksToHeadings())
        .allSatisfy(
            link -> assertThat(page.linked(link).anchors()).contains(link.replaceFirst(".*#", "")));
  }

  @ParameterizedTest
  @MethodSource("chaptersAndTransfers")
  void aChapterShowsCodeAndTheRunOfItsOwnProgram(Document chapter) {
    String number = chapter.name().substring(FOLDER.length() + 1, FOLDER.length() + 3);
    assertThat(chapter.blocks("java")).isNotEmpty();
    assertThat(chapter.sessions())
        .anyMatch(session -> session.contains(" tutorial/Chapter" + number));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsReadInFiveMinutes(Document page) {
    // About 150 words a minute, slowly, as one reads to understand.
    assertThat(page.prose().split("\\s+")).hasSizeLessThan(750);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyMeasuredNumberOfTheProseStandsInARun(Document page) {
    String runs = String.join("\n", page.blocks("console"));
    assertThat(MEASURED.matcher(page.prose()).results().map(MatchResult::group))
        .allSatisfy(number -> assertThat(runs).contains(number));
  }

  @Test
  void theIndexLeadsToEveryPageInOrder() {
    List<String> links =
        Document.named(FOLDER + "/README.md").links().stream()
            .map(link -> FOLDER + "/" + link.getFileName())
            .toList();
    assertThat(links).containsSubsequence(pages().map(Document::name).toList());
  }

  @Test
  void theSampleOfTheChaptersIsTheFirstOfHello() {
    double[][] inputs = WorkedExamples.named("hello").inputs();
    double[][] targets = WorkedExamples.named("hello").targets();
    String asWritten =
        "INPUTS = {{%s}, {%s}};\n  static final double[][] TARGETS = {{%s}, {%s}};"
            .formatted(inputs[0][0], inputs[1][0], targets[0][0], targets[1][0]);
    assertThat(new ChapterProgram(Path.of("tutorial/Chapter04OutputDelta.java")).source())
        .contains(asWritten);
    assertThat(new ChapterProgram(Path.of("tutorial/Chapter06HiddenDelta.java")).source())
        .contains(asWritten);
  }

  @Test
  void aProgramStartsAsAReaderStartsIt() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java, "-cp", ChapterProgram.jarClassPath(), "tutorial/Chapter09Learning.java")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    byte[] printed = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).as(new String(printed, StandardCharsets.UTF_8)).isZero();
  }
}
