package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tutorial's pictures lie where the chapters show them, in both languages. */
class ChapterPicturesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("basedir", ".")).resolve("tutorial/pictures").normalize();

  /** What a picture says, and its file. */
  private static final Pattern SHOWN = Pattern.compile("!\\[([^\\]]*)]\\(([^)]*pictures/[^)]+)\\)");

  static Stream<String> names() {
    return ChapterPictures.all().keySet().stream();
  }

  /** Written anew, it lies in target. */
  @ParameterizedTest
  @MethodSource("names")
  void aPictureIsTheOneThatIsDrawn(String name) throws IOException {
    Path anew = Files.createDirectories(FOLDER.resolve("../../target/pictures").normalize());
    Path drawn = Files.writeString(anew.resolve(name), ChapterPictures.all().get(name).toString());
    assertThat(FOLDER.resolve(name)).hasSameTextualContentAs(drawn);
  }

  @Test
  void noOtherPictureLiesThere() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(names().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void bothLanguagesShowItAndSayWhatItShows(String name) {
    for (String folder : List.of("parity-tests/tutorial", "parity-tests/tutorial/ja")) {
      List<MatchResult> shown =
          Document.in(folder)
              .flatMap(page -> SHOWN.matcher(page.text()).results())
              .filter(picture -> picture.group(2).endsWith("pictures/" + name))
              .toList();
      assertThat(shown).as(folder).hasSize(1);
      assertThat(shown.get(0).group(1).length()).as("words").isGreaterThan(20);
    }
  }
}
