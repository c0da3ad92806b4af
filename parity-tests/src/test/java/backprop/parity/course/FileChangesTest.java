package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A save is seen once, when it is finished, however the editor saves. */
class FileChangesTest {
  @TempDir private Path folder;
  private Path mine;
  private Path other;
  private FileChanges changes;
  private long clock = 1_000_000;

  @BeforeEach
  void twoFilesAreWatched() throws IOException {
    mine = folder.resolve("mine.pl");
    other = folder.resolve("Other.pm");
    save(mine, "first");
    save(other, "other");
    changes = new FileChanges(List.of(mine, other));
  }

  @Test
  void nothingChangesByItself() {
    assertThat(looks(3)).containsExactly(false, false, false);
  }

  @Test
  void aSaveIsSeenOnceItHasSettled() throws IOException {
    save(mine, "second");
    assertThat(looks(3)).containsExactly(false, true, false);
  }

  @Test
  void aSaveOfTheSameLengthIsSeen() throws IOException {
    save(other, "rehto");
    assertThat(looks(2)).containsExactly(false, true);
  }

  @Test
  void aBurstOfSavesIsOneChange() throws IOException {
    save(mine, "half");
    assertThat(changes.appear()).isFalse();
    save(mine, "half, and the other half");
    assertThat(changes.appear()).isFalse();
    save(other, "and its module");
    assertThat(looks(3)).containsExactly(false, true, false);
  }

  @Test
  void anEditorMayPutAnotherFileInItsPlace() throws IOException {
    Path written = folder.resolve("mine.pl~");
    save(written, "second");
    Files.move(written, mine, StandardCopyOption.REPLACE_EXISTING);
    assertThat(looks(3)).containsExactly(false, true, false);
  }

  @Test
  void aFileThatIsGoneForAMomentIsWaitedFor() throws IOException {
    Files.delete(mine);
    assertThat(looks(3)).containsExactly(false, false, false);
    save(mine, "second");
    assertThat(looks(3)).containsExactly(false, true, false);
  }

  private List<Boolean> looks(int count) {
    return Stream.generate(changes::appear).limit(count).toList();
  }

  /** Every save has a time of its own, as it has when people save. */
  private void save(Path file, String text) throws IOException {
    Files.writeString(file, text);
    clock += 1000;
    Files.setLastModifiedTime(file, FileTime.fromMillis(clock));
  }
}
