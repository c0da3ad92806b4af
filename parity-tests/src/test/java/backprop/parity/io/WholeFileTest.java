package backprop.parity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is there whole or not at all, even if others write it, too, and nothing else is touched. */
class WholeFileTest {
  private static final int ROUNDS = 100;
  private static final int LONGEST_NAME = 255;
  private static final String NO_CHARACTER = "\ud800";

  @TempDir private Path folder;

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a file that is open is not replaced")
  void twoWritersOfOneFileDoNotDisturbEachOther() throws Exception {
    Path file = folder.resolve("shared.json");
    List<String> texts = List.of("a".repeat(5000), "b".repeat(9000));
    ExecutorService writers = Executors.newFixedThreadPool(texts.size());
    try {
      List<Callable<Void>> tasks = texts.stream().map(text -> writing(file, text)).toList();
      for (Future<Void> task : writers.invokeAll(tasks)) {
        task.get();
      }
    } finally {
      writers.shutdownNow();
    }
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(this::isOther);
  }

  /** What is read back is always one of the texts, never a part of one and never nothing. */
  private static Callable<Void> writing(Path file, String text) {
    return () -> {
      for (int round = 0; round < ROUNDS; round++) {
        WholeFile.write(file, text);
        assertThat(Files.readString(file)).matches("a{5000}|b{9000}");
      }
      return null;
    };
  }

  private boolean isOther(Path path) {
    return !path.equals(folder.resolve("shared.json"));
  }

  @Test
  void whatSomebodyElseCallsUnfinishedStays() throws IOException {
    Path diary = Files.writeString(folder.resolve("mine.json.unfinished"), "dear diary");
    WholeFile.write(folder.resolve("mine.json"), "mine");
    assertThat(diary).hasContent("dear diary");
  }

  @Test
  void aTextThatCannotBeWrittenLeavesTheOldOneAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.json"), "old");
    assertThatThrownBy(() -> WholeFile.write(file, "new" + NO_CHARACTER))
        .isInstanceOf(InvalidInput.class)
        .hasMessageStartingWith(file + ": expected a file that can be written: ");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are others there")
  void aNewFileHasThePermissionsOfAnyNewFileAndAnOldOneItsOwn() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "plain");
    Path fresh = folder.resolve("fresh");
    WholeFile.write(fresh, "new");
    assertThat(Files.getPosixFilePermissions(fresh))
        .isEqualTo(Files.getPosixFilePermissions(plain));
    Files.setPosixFilePermissions(plain, PosixFilePermissions.fromString("rw-rw-r-x"));
    WholeFile.write(plain, "new");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(plain)))
        .isEqualTo("rw-rw-r-x");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 240, LONGEST_NAME})
  void everyNameThatAFileCanHaveIsGoodEnough(int length) {
    Path file = folder.resolve("n".repeat(length));
    WholeFile.requireWritable(file);
    WholeFile.write(file, "text");
    assertThat(file).hasContent("text");
  }

  @Test
  void aLongerNameIsRefusedBeforeAnythingIsWritten() {
    Path file = folder.resolve("n".repeat(LONGEST_NAME + 1));
    for (Runnable attempt :
        List.<Runnable>of(
            () -> WholeFile.requireWritable(file), () -> WholeFile.write(file, "text"))) {
      assertThatThrownBy(attempt::run)
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith(file + ": expected a file that can be written: ")
          .hasMessageNotContaining("unfinished");
    }
    assertThat(folder).isEmptyDirectory();
  }

  /** Else a power cut might leave the new name on bytes that never came to the disk. */
  @Test
  void theBytesAreOnTheDiskBeforeTheyTakeTheirPlace() throws IOException {
    Path events = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileForce").withThreshold(Duration.ZERO);
      recording.start();
      WholeFile.write(folder.resolve("mine.json"), "mine");
      recording.stop();
      recording.dump(events);
    }
    List<RecordedEvent> forced = RecordingFile.readAllEvents(events);
    assertThat(forced).hasSize(1);
    assertThat(forced.get(0).getString("path"))
        .startsWith(folder.toString())
        .endsWith(".unfinished");
  }
}
