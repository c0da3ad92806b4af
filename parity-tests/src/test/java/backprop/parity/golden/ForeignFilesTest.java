package backprop.parity.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.suites.WorkedExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A suite replaces an older one and nothing else. */
class ForeignFilesTest {
  private static final GoldenSuite SUITE =
      new GoldenSuite(List.<Case>of(WorkedExamples.named("mazur")));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "golden.jsonl",
        "golden.schema.json",
        "INDEX.md",
        "reveals.csv",
        "functions.jsonl",
        "functions.txt",
        "SHA256SUMS"
      })
  void whatItDidNotWriteItDoesNotReplace(String name) throws IOException {
    Path own = Files.writeString(folder.resolve(name), "my own");
    assertThatThrownBy(() -> SUITE.write(folder))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(
            "%s: expected an older suite or nothing in the place of one, found another %s."
                .formatted(folder, name));
    assertThat(own).hasContent("my own");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(own));
  }

  @Test
  void whatElseIsInTheFolderIsInNobodysWay() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.md"), "my own");
    SUITE.write(folder);
    assertThat(notes).hasContent("my own");
    assertThat(folder.resolve("INDEX.md")).content().startsWith("# Golden vectors");
  }

  @Test
  void anOlderSuiteIsReplacedEvenIfItWasChanged() throws IOException {
    SUITE.write(folder);
    Path index = Files.writeString(folder.resolve("INDEX.md"), "changed");
    SUITE.write(folder);
    assertThat(index).content().startsWith("# Golden vectors");
  }

  @Test
  void aFolderInTheWayIsFoundBeforeAnythingIsWritten() throws IOException {
    SUITE.write(folder);
    Path vectors = folder.resolve("golden.jsonl");
    String older = Files.readString(vectors) + "\n";
    Files.writeString(vectors, older);
    Files.delete(folder.resolve("SHA256SUMS"));
    Files.createDirectory(folder.resolve("SHA256SUMS"));
    assertThatThrownBy(() -> SUITE.write(folder))
        .hasMessageEndingWith("SHA256SUMS: expected a file that can be written: it is a folder.");
    assertThat(vectors).hasContent(older);
  }
}
