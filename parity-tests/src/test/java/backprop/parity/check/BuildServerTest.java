package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.parity.cli.Run;
import backprop.parity.sources.candidate.AnsweringProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A test per case, and cases that are known to disagree. */
class BuildServerTest {
  private static final String[] CASES = {"--cases", "hello", "mazur", "line-fit", "theaie"};

  @TempDir private Path folder;

  private static Run check(String mode, String... options) {
    Stream<String> all =
        Stream.of(
                Stream.of("check", "--command", AnsweringProgram.command(mode)),
                Arrays.stream(options),
                Arrays.stream(CASES))
            .flatMap(part -> part);
    return Run.backprop(all.toArray(String[]::new));
  }

  private Path list(String text) throws IOException {
    return Files.writeString(folder.resolve("list.txt"), text);
  }

  private Element junit(Path file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  @Test
  void everyCaseIsATestOfJunit() throws Exception {
    Path file = folder.resolve("out.xml");
    Run run = check("hidden-derivative-missing", "--junit", file.toString());
    assertThat(run.output()).startsWith("DISAGREES");
    Element suite = junit(file);
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(suite.getAttribute("tests")).isEqualTo("4");
    assertThat(suite.getAttribute("failures")).isEqualTo("3");
    assertThat(suite.getAttribute("errors")).isEqualTo("0");
    NodeList cases = suite.getElementsByTagName("testcase");
    assertThat(cases.getLength()).isEqualTo(4);
    Element first = (Element) cases.item(0);
    assertThat(first.getAttribute("name")).isEqualTo("hello");
    Element failure = (Element) first.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .startsWith("biasGradients[1][0], step 5: expected ");
    Element lineFit = (Element) cases.item(2);
    assertThat(lineFit.getAttribute("name")).isEqualTo("line-fit");
    assertThat(lineFit.getElementsByTagName("*").getLength()).isZero();
  }

  @Test
  void whatIsSkippedIsSkippedInJunit() throws Exception {
    Path file = folder.resolve("out.xml");
    Run run = check("knows-nothing", "--junit", file.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(junit(file).getAttribute("skipped")).isEqualTo("4");
  }

  @Test
  void aBreakdownIsAnErrorAndTheRestIsNotAsked() throws Exception {
    Path file = folder.resolve("out.xml");
    String[] words = {"check", "--command", "exit 7", "--junit", file.toString()};
    Run run =
        Run.backprop(Stream.concat(Stream.of(words), Stream.of(CASES)).toArray(String[]::new));
    assertThat(run.exitCode()).isEqualTo(3);
    Element suite = junit(file);
    assertThat(suite.getAttribute("errors")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("3");
    Element error = (Element) suite.getElementsByTagName("error").item(0);
    assertThat(error.getAttribute("message")).contains("case hello: it ended with exit code 7");
  }

  @Test
  void tapHasALinePerCaseAndTheVerdictInComments() {
    Run run = check("hidden-derivative-missing", "--tap");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .startsWith("TAP version 13\n1..4\nnot ok 1 - hello\n# biasGradients[1][0], step 5: ")
        .contains("\nok 3 - line-fit\n", "\n# DISAGREES  rounding does not explain this\n");
    assertThat(run.output().lines().skip(2)).allMatch(line -> line.matches("(not )?ok .*|#.*"));
  }

  /** {@code prove} comes with Perl, and is what reads most of the world's TAP. */
  @Test
  void proveReadsIt() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/prove")), "not installed here: prove");
    Path list = list("mazur\n");
    Path right = tap("right", check("right", "--tap"));
    assertThat(prove(right)).contains("Files=1, Tests=4", "Result: PASS");
    Path wrong = tap("wrong", check("hidden-derivative-missing", "--tap"));
    assertThat(prove(wrong)).contains("Failed tests:  1-2, 4", "Result: FAIL");
    String[] options = {"--tap", "--expected-failures", list.toString()};
    Path listed = tap("listed", check("hidden-derivative-missing", options));
    assertThat(prove(listed)).contains("Failed tests:  1, 4\n", "Result: FAIL");
  }

  private Path tap(String name, Run run) throws IOException {
    return Files.writeString(folder.resolve(name + ".tap"), run.output());
  }

  private static String prove(Path file) throws Exception {
    Process process =
        new ProcessBuilder("prove", "--exec", "cat", file.toString())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes());
  }

  @Test
  void expectedFailuresDoNotFailTheRun() throws IOException {
    Path list = list("# not yet\nhello\n\nmazur\ntheaie\n");
    Run run = check("hidden-derivative-missing", "--expected-failures", list.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).startsWith("AGREES").contains("1 case, ");
    assertThat(run.errors()).isEqualTo("Not judged: 3 cases on the list of expected failures.\n");
  }

  @Test
  void nothingIsJudgedIfAllAreExpectedToFail() throws IOException {
    Path list = list("hello\nmazur\nline-fit\ntheaie\n");
    Run run = check("not-a-number", "--expected-failures", list.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.errors())
        .startsWith(
            "Nothing was judged: every case that was compared is on the list of expected failures.")
        .contains("Not judged: 4 cases on the list");
  }

  @Test
  void aCaseThatIsNotListedStillFailsIt() throws IOException {
    Path list = list("hello\n");
    Run run = check("hidden-derivative-missing", "--expected-failures", list.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("case mazur");
  }

  @Test
  void oneThatAgreesAfterAllFailsTheRun() throws IOException {
    Path list = list("hello\nmazur\ntheaie\n");
    Run run = check("right", "--expected-failures", list.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).startsWith("AGREES");
    assertThat(run.errors())
        .contains("Case hello agrees: take it off the list of expected failures.\n")
        .doesNotContain("line-fit");
  }

  @Test
  void aListMayNameBuiltInCasesThatAreNotAskedThisTime() throws IOException {
    Path list = list("cs231n\n");
    assertThat(check("right", "--expected-failures", list.toString()).exitCode()).isZero();
  }

  @Test
  void aListWithAnUnknownNameIsRefusedWithItsLine() throws IOException {
    Path list = list("hello\nmazurr\n");
    Run run = check("right", "--expected-failures", list.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .endsWith("list.txt: line 2: expected the name of a case, found \"mazurr\".\n");
  }

  @Test
  void aListThatIsNotThereIsRefused() {
    Run run = check("right", "--expected-failures", folder.resolve("none").toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("expected a readable file with names of cases");
  }

  @Test
  void tapAndJsonAreBothTheOutput() {
    Run run = check("right", "--tap", "--json");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("expected either --json or --tap");
  }
}
