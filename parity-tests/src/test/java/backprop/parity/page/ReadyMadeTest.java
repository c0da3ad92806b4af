package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages and the picture that lie ready, for those who only want to look. */
class ReadyMadeTest {
  private static final Path PAGES =
      Path.of(System.getProperty("basedir", ".")).resolve("pages").normalize();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"hello", "oreilly-notes"})
  void aReadyMadePageIsTheOneThatTheCommandWrites(String name) throws IOException {
    Path file = folder.resolve(name + ".html");
    assertThat(Run.backprop("page", name, "-o", file.toString()).exitCode()).isZero();
    Path ready = PAGES.resolve(name + ".html");
    String command = "backprop page %s -o parity-tests/pages/%1$s.html".formatted(name);
    assertThat(Files.mismatch(file, ready)).as("write it anew: " + command).isEqualTo(-1);
  }

  /** Its numbers are those of the example. Written anew, it lies in target. */
  @Test
  void thePictureShowsTheExample() throws IOException {
    Path file = Files.writeString(PAGES.resolve("../target/turn.svg"), TurnPicture.text());
    assertThat(PAGES.resolve("turn.svg")).hasSameTextualContentAs(file);
  }
}
