package backprop.parity.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ .*$");

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

  /** All of its fenced blocks, as they stand there. */
  List<String> blocks() {
    return BLOCK.matcher(text).results().map(MatchResult::group).toList();
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

  /** Its links to a heading, of this page or of another one: {@code page.md#heading}. */
  List<String> linksToHeadings() {
    return LINK.matcher(prose())
        .results()
        .map((MatchResult link) -> link.group(1))
        .filter(link -> link.contains("#") && !link.startsWith("https:"))
        .toList();
  }

  /** The page that a link from here leads to. */
  Document linked(String link) {
    String file = link.replaceFirst("#.*", "");
    Path here = Path.of(name);
    return file.isEmpty() ? this : named(here.resolveSibling(file).normalize().toString());
  }

  /** Its headings, each with the signs of its level. */
  List<String> headings() {
    return HEADING.matcher(prose()).results().map(MatchResult::group).toList();
  }

  /** What a link to each of its headings says after the {@code #}, as GitHub makes it. */
  List<String> anchors() {
    return headings().stream()
        .map(heading -> heading.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
        .map(title -> title.replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "").replace(' ', '-'))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
