package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a learner has passed is remembered from one day to the next. */
class CourseProgressTest {
  private static final Instant MONDAY = Instant.parse("2026-11-16T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void theFirstTimeIsKeptThroughTheFile() {
    remember("perl mine.pl", 2, MONDAY);
    remember("perl mine.pl", 3, TUESDAY);
    CourseProgress memory = CourseProgress.of(file());
    assertThat(memory.firstPassed("perl mine.pl", 2)).contains(MONDAY);
    assertThat(memory.firstPassed("perl mine.pl", 3)).contains(TUESDAY);
    assertThat(memory.firstPassed("perl mine.pl", 4)).isEmpty();
  }

  @Test
  void aChapterThatIsNoLongerRightIsNotForgotten() {
    remember("perl mine.pl", 3, MONDAY);
    remember("perl mine.pl", 1, TUESDAY);
    assertThat(CourseProgress.of(file()).firstPassed("perl mine.pl", 3)).contains(MONDAY);
  }

  @Test
  void commandsDoNotMix() {
    remember("perl \"my file.pl\"", 2, MONDAY);
    remember("format", 1, TUESDAY);
    CourseProgress memory = CourseProgress.of(file());
    assertThat(memory.firstPassed("format", 2)).isEmpty();
    assertThat(memory.firstPassed("perl \"my file.pl\"", 2)).contains(MONDAY);
    memory.forget("perl \"my file.pl\"");
    memory.save();
    assertThat(CourseProgress.of(file()).firstPassed("perl \"my file.pl\"", 2)).isEmpty();
    assertThat(CourseProgress.of(file()).firstPassed("format", 1)).contains(TUESDAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "my shopping list",
        "[]",
        "{\"format\": \"backprop-case-1\"}",
        "{\"format\": \"backprop-follow-1\", \"passed\": {\"perl mine.pl\": {\"1\": \"today\"}}}",
        "{\"format\": \"backprop-follow-1\", \"passed\": {\"perl mine.pl\": {\"1\": 2}}}",
        "{\"format\": \"backprop-follow-1\", \"passed\": {\"perl mine.pl\": {"
      })
  void anythingElseInItsPlaceIsRefusedInOneSentence(String text) throws IOException {
    Files.writeString(file(), text);
    assertThatThrownBy(() -> CourseProgress.of(file()))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("progress.json: expected what 'follow' remembers")
        .message()
        .hasLineCount(1);
    assertThat(file()).hasContent(text);
  }

  @Test
  void whatIsNoFileIsNotReadToItsEndWhichItMayNotHave() {
    assertThatThrownBy(() -> CourseProgress.of(folder))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(folder + ": expected a file, found a folder or a device.");
  }

  private void remember(String command, int chapters, Instant now) {
    CourseProgress memory = CourseProgress.of(file());
    CourseReport report = new CourseReport(Course.lessons().subList(0, chapters), Optional.empty());
    memory.remember(command, report, now);
    memory.save();
  }

  private Path file() {
    return folder.resolve("progress.json");
  }
}
