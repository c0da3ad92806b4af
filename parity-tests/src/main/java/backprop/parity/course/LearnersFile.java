package backprop.parity.course;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file in which a learner writes.
 *
 * @param name of the file, without its folder
 * @param text what stands in it
 * @param language by its ending
 */
public record LearnersFile(String name, String text, Language language) {
  /** A file of one of the starters' languages; empty if it is none, or cannot be read. */
  public static Optional<LearnersFile> of(Path file) {
    return Language.of(file).flatMap(language -> read(file, language));
  }

  private static Optional<LearnersFile> read(Path file, Language language) {
    try {
      // By bytes, because a learner's file need not be in UTF-8.
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return Optional.of(new LearnersFile(file.getFileName().toString(), text, language));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Whether a function differs from the starter's empty one. */
  boolean hasWritten(Lesson lesson, String function) {
    String[] paragraphs = Starter.parts(language.starter())[lesson.number()].split("\\R\\s*\\R");
    for (String paragraph : paragraphs) {
      String code = paragraph.strip().replaceAll("(?m)^\\s*(#|//).*\\R", "");
      if (code.lines().findFirst().orElse("").contains(function + "(")
          || code.startsWith("sub " + function + " ")) {
        return !withoutSpace(text).contains(withoutSpace(code));
      }
    }
    return true;
  }

  private static String withoutSpace(String code) {
    return code.replaceAll("\\s+", "");
  }
}
