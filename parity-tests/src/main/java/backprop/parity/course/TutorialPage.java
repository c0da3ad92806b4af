package backprop.parity.course;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where a chapter can be read: learners work in folders of their own, the tutorial is elsewhere. */
final class TutorialPage {
  private static final int LEVELS = 3;

  private TutorialPage() {}

  /** The page's path, from here if it is below, else in full; from the project's top if unknown. */
  static String path(Lesson lesson) {
    Path folder = program();
    for (int level = 0; level < LEVELS && folder != null; level++) {
      Path page = folder.resolve("tutorial").resolve(lesson.page());
      if (Files.isRegularFile(page)) {
        Path here = Path.of("").toAbsolutePath();
        return (page.startsWith(here) ? here.relativize(page) : page).toString();
      }
      folder = folder.getParent();
    }
    return lesson.path();
  }

  /** The file or folder from which this program runs; null if nobody knows. */
  private static Path program() {
    CodeSource source = TutorialPage.class.getProtectionDomain().getCodeSource();
    try {
      return source == null ? null : Path.of(source.getLocation().toURI()).toAbsolutePath();
    } catch (URISyntaxException | RuntimeException nowhere) {
      return null;
    }
  }
}
