package backprop.parity.course;

import backprop.parity.io.WholeFile;
import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The file in which a learner begins.
 *
 * @param file its ending says the language
 */
record StarterFile(Path file) {
  /**
   * Writes it, and says how to run it.
   *
   * @param firstChapter those before it are written already
   * @throws InvalidInput if there is something in it, or its ending is not known
   */
  String write(int firstChapter) {
    Language language =
        Language.of(file)
            .orElseThrow(
                () ->
                    new InvalidInput(
                        ("%s: expected a name that ends in one of %s. A program in any other language"
                                + " follows by the protocol: parity-tests/candidates/README.md.")
                            .formatted(file, Language.allEndings())));
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !isEmpty()) {
      throw new InvalidInput(
          "%s: expected a new or empty file, found one with something in it; it was left as it is."
              .formatted(file));
    }
    String name = file.getFileName().toString();
    WholeFile.write(file, new Starter(language).from(firstChapter, name));
    return language.command(file.toString());
  }

  /** Learners like to begin with an empty file, and nothing is lost in it. */
  private boolean isEmpty() {
    try {
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == 0;
    } catch (IOException unknown) {
      return false;
    }
  }
}
