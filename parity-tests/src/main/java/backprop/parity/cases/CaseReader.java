package backprop.parity.cases;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads files in the format {@code backprop-case-1}: one case, or JSON Lines.
 *
 * <p>Whatever is wrong with a file ends in an {@link InvalidInput} that names the place.
 */
public final class CaseReader {
  private final Limits limits;

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
    }
  }

  private List<Case> readFile(Path file) {
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
      return read(file.toString(), input);
    } catch (IOException problem) {
      throw unreadable(file, problem);
    }
  }

  private static InvalidInput unreadable(Path path, IOException problem) {
    String reason = problem instanceof FileNotFoundException ? "not found" : problem.getMessage();
    return new InvalidInput(path + ": expected a readable file: " + reason + ".");
  }

  /**
   * All cases of a stream.
   *
   * @param origin what messages call it
   * @throws InvalidInput if there is no case, or one that cannot be used
   */
  public List<Case> read(String origin, InputStream input) {
    List<Case> cases = new ArrayList<>();
    InputStream limited = new LimitedInput(origin, input, limits.bytes());
    try (JsonCursor json = new JsonCursor(origin, limited)) {
      while (json.nextObject()) {
        cases.add(new CaseDraft(json, limits).read());
      }
    }
    if (cases.isEmpty()) {
      throw new InvalidInput(origin + ": expected a case, found nothing at all.");
    }
    return cases;
  }
}
