package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code page}: one file, whole or not at all. */
class PageCommandTest {
  @TempDir private Path folder;

  @Test
  void theFirstExampleIsWrittenWithoutACase() throws IOException {
    Path file = folder.resolve("page.html");
    Run run = Run.backprop("page", "-o", file.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).isEqualTo(file + ": open it in any browser, it needs nothing else\n");
    assertThat(Files.readString(file))
        .startsWith("<!doctype html>")
        .contains("<title>hello · Backprop Twins</title>", "small enough to follow with a pencil")
        .contains("\"argument\":\"hello\"")
        .endsWith("</html>\n");
  }

  @Test
  void aFileOfOnesOwnIsShownAndAnOldPageReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("page.html"), "old");
    Path question = folder.resolve("mine.json");
    Files.writeString(
        question,
        "{\"format\":\"backprop-case-1\",\"name\":\"mine\",\"cost\":\"squared-error\","
            + "\"reduction\":\"sum\",\"inputs\":[[1]],\"targets\":[[2]],\"layers\":"
            + "[{\"activation\":\"identity\",\"weights\":[[3]],\"biases\":[4]}]}");
    Run run = Run.backprop("page", question.toString(), "--output", file.toString());
    assertThat(run.exitCode()).isZero();
    assertThat(Files.readString(file)).contains("<title>mine ·", "\"argument\":\"FILE\"");
    assertThat(folder).isDirectoryNotContaining("glob:**.unfinished");
  }

  @Test
  void theCaseThatIsShownIsNotWrittenOver() throws IOException {
    Path question = folder.resolve("mine.json");
    String before =
        "{\"format\":\"backprop-case-1\",\"name\":\"mine\",\"cost\":\"squared-error\","
            + "\"reduction\":\"sum\",\"inputs\":[[1]],\"targets\":[[2]],\"layers\":"
            + "[{\"activation\":\"identity\",\"weights\":[[3]],\"biases\":[4]}]}";
    Files.writeString(question, before);
    Run run = Run.backprop("page", question.toString(), "-o", folder + "/./mine.json");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .endsWith("mine.json: expected another file for -o than the case.\n")
        .hasLineCount(1);
    assertThat(question).hasContent(before);
  }

  @Test
  void aFolderIsNoFile() {
    Run run = Run.backprop("page", "-o", folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(folder + ": expected a file that can be written: it is a folder.\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("nowhere/page.html");
    Run run = Run.backprop("page", "-o", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(
            "%s: expected a file that can be written: there is no folder %s.%n"
                .formatted(file, file.getParent()));
  }

  @Test
  void aFileInPlaceOfAFolderIsRefusedInOneSentence() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "").resolve("page.html");
    Run run = Run.backprop("page", "-o", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(
            "%s: expected a file that can be written: there is no folder %s.%n"
                .formatted(file, file.getParent()));
  }

  @Test
  void aPageShowsOneCase() throws IOException {
    Path cases = folder.resolve("two.jsonl");
    String one =
        "{\"format\":\"backprop-case-1\",\"name\":\"one\",\"cost\":\"squared-error\","
            + "\"reduction\":\"sum\",\"inputs\":[[1]],\"targets\":[[2]],\"layers\":"
            + "[{\"activation\":\"identity\",\"weights\":[[3]],\"biases\":[4]}]}\n";
    Files.writeString(cases, one + one.replace("\"one\"", "\"two\""));
    Path file = folder.resolve("page.html");
    Run run = Run.backprop("page", cases.toString(), "-o", file.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(cases + ": expected one case, as a page shows one, found 2.\n");
    assertThat(file).doesNotExist();
  }
}
