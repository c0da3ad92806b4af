package backprop.parity.io;

import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads files in the format {@code backprop-case-1}: one case, or JSON Lines.
 *
 * <p>Whatever is wrong with a file ends in an {@link InvalidInput} that names the place. One reader
 * reads all files of one command: among all of them, no two cases may have the same name.
 */
public final class CaseReader {
  private final Limits limits;
  private final Map<String, String> placeOfName = new HashMap<>();
  private boolean standardInputRead;

  /** Refuses what is larger than the limits. */
  public CaseReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * All cases of a file, or of every .json and .jsonl file below a folder in order of their names.
   *
   * @throws InvalidInput if there is no case, or one that cannot be used
   */
  public List<Case> read(Path path) {
    if (path.toString().isEmpty()) {
      throw new InvalidInput("\"\": expected a path, found nothing.");
    }
    if (!Files.exists(path)) {
      throw new InvalidInput(path + ": expected a case file or a folder of them, found nothing.");
    }
    if (!Files.isDirectory(path)) {
      return readFile(path);
    }
    List<Case> cases = new ArrayList<>();
    for (Path file : caseFiles(path)) {
      cases.addAll(readFile(file));
    }
    if (cases.isEmpty()) {
      throw new InvalidInput(path + ": expected .json or .jsonl files in this folder, found none.");
    }
    return cases;
  }

  private static List<Path> caseFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.jsonl?"))
          .sorted()
          .toList();
    } catch (IOException problem) {
      throw unreadable(folder, problem);
    } catch (UncheckedIOException problem) {
      throw unreadable(folder, problem.getCause());
    }
  }

  private List<Case> readFile(Path file) {
    // Not buffered: the parser reads in blocks, and a pipe cannot say how much is available.
    try (InputStream input = Files.newInputStream(file)) {
      return read(file.toString(), input);
    } catch (IOException problem) {
      throw unreadable(file, problem);
    }
  }

  private static InvalidInput unreadable(Path path, IOException problem) {
    return new InvalidInput(
        path + ": expected a readable file: " + FailureReason.of(problem) + ".");
  }

  /**
   * All cases of standard input, which can be read to its end only once.
   *
   * @throws InvalidInput as for a file, and if it was read before
   */
  public List<Case> readStandardInput() {
    if (standardInputRead) {
      throw new InvalidInput("- can be given once.");
    }
    standardInputRead = true;
    return read("standard input", System.in);
  }

  /**
   * All cases of a stream.
   *
   * @param origin what messages call it
   * @throws InvalidInput if there is no case, or one that cannot be used
   */
  public List<Case> read(String origin, InputStream input) {
    List<Case> cases = new ArrayList<>();
    InputStream limited =
        new LimitedInput(origin, input, limits.bytes(), "--max-bytes raises the limit");
    try (JsonCursor json = new JsonCursor(origin, limited)) {
      while (json.nextObject()) {
        int line = json.line();
        Case question = new CaseDraft(json, limits).read();
        requireNewName(json, question.name(), origin, line);
        cases.add(question);
      }
    }
    if (cases.isEmpty()) {
      throw new InvalidInput(origin + ": expected a case, found nothing at all.");
    }
    return cases;
  }

  /** Answers are found by the names of their cases. */
  private void requireNewName(JsonCursor json, String name, String origin, int line) {
    String before = placeOfName.putIfAbsent(name, origin + ", line " + line);
    if (before != null) {
      String sentence = "expected a name of its own, found \"%s\" again after %s";
      throw json.invalid("line " + line + ": name", sentence.formatted(name, before));
    }
  }
}
