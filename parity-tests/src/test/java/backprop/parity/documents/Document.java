package backprop.parity.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in Markdown.
 *
 * @param name its path from the top folder
 */
record Document(String name, String text) {
  private static final Path TOP = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\n(.*?)^```$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  /** The page with that path from the top folder. */
  static Document named(String name) {
    try {
      return new Document(name, Files.readString(TOP.resolve(name)));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The pages of a folder, in the order of their names. */
  static Stream<Document> in(String folder) {
    try (Stream<Path> files = Files.list(TOP.resolve(folder))) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      return names.stream()
          .filter(name -> name.endsWith(".md"))
          .map(name -> named(folder + "/" + name));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** What stands in its fenced blocks of that language. */
  List<String> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** Its text without the fenced blocks. */
  String prose() {
    return BLOCK.matcher(text).replaceAll("");
  }

  /** Its console blocks, taken apart: a line that begins with {@code $} and what it prints. */
  List<String> sessions() {
    List<String> sessions = new ArrayList<>();
    for (String block : blocks("console")) {
      for (String session : block.split("(?m)^(?=\\$ )")) {
        if (!session.isBlank()) {
          sessions.add(session);
        }
      }
    }
    return sessions;
  }

  /** Where its links lead, without the part after {@code #}; not those that leave the project. */
  List<Path> links() {
    Path folder = TOP.resolve(name).getParent();
    return LINK.matcher(prose())
        .results()
        .map((MatchResult link) -> link.group(1))
        .filter(link -> !link.startsWith("https:") && !link.startsWith("#"))
        .map(link -> folder.resolve(link.replaceFirst("#.*", "")))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
