package backprop.parity.golden;

import backprop.parity.io.FailureReason;
import backprop.parity.io.FirstBytes;
import backprop.parity.io.Resources;
import backprop.parity.io.WholeFile;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the golden vectors with their schema, their index and their checksums. */
public final class GoldenSuite {
  private static final String VECTORS = "golden.jsonl";
  private static final String PLAIN = "golden-plain.txt";
  private static final String SCHEMA = "golden.schema.json";
  private static final String INDEX = "INDEX.md";
  private static final String MATRIX = "reveals.csv";
  private static final String FUNCTIONS = "functions.jsonl";
  private static final String PLAIN_FUNCTIONS = "functions.txt";
  private static final String CHECKSUMS = "SHA256SUMS";
  private static final List<String> NAMES =
      List.of(VECTORS, PLAIN, SCHEMA, INDEX, MATRIX, FUNCTIONS, PLAIN_FUNCTIONS, CHECKSUMS);

  private final List<Case> cases;

  /** A suite of these cases. */
  public GoldenSuite(List<Case> cases) {
    this.cases = List.copyOf(cases);
  }

  /**
   * Every file of the suite by its name: the same bytes on every machine.
   *
   * <p>The checksums come last, in the format of {@code sha256sum}.
   */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        VECTORS,
        cases.stream()
            .map(question -> new GoldenVector(question).line() + "\n")
            .collect(Collectors.joining()));
    files.put(
        PLAIN,
        cases.stream()
            .flatMap(question -> new GoldenVector(question).plainLines().stream())
            .map(line -> line + "\n")
            .collect(Collectors.joining()));
    files.put(SCHEMA, schema());
    RevealMatrix matrix = new RevealMatrix(cases);
    files.put(INDEX, new SuiteIndex(cases, matrix).markdown());
    files.put(MATRIX, matrix.csv());
    files.put(FUNCTIONS, FunctionVectors.json());
    files.put(PLAIN_FUNCTIONS, FunctionVectors.plain());
    StringBuilder checksums = new StringBuilder();
    files.forEach(
        (name, text) -> checksums.append(sha256(text)).append("  ").append(name).append('\n'));
    files.put(CHECKSUMS, checksums.toString());
    return files;
  }

  /**
   * Writes every file, each whole or not at all, over those of an older suite.
   *
   * @throws InvalidInput if the folder cannot be written to, or has other files of these names
   */
  public void write(Path folder) {
    requireNothingElse(folder);
    boolean fresh = Files.notExists(folder);
    try {
      Files.createDirectories(folder);
    } catch (IOException problem) {
      throw new InvalidInput(
          folder
              + ": expected a folder that can be written to: "
              + FailureReason.of(problem)
              + ".");
    }
    NAMES.forEach(name -> WholeFile.requireWritable(folder.resolve(name)));
    try {
      files().forEach((name, text) -> WholeFile.write(folder.resolve(name), text));
    } catch (InvalidInput unwritable) {
      if (fresh) {
        folder.toFile().delete(); // which spares a folder that holds anything
      }
      throw unwritable;
    }
  }

  /** Many a folder has an index or checksums of its own. */
  private static void requireNothingElse(Path folder) {
    if (hasVectors(folder)) {
      return;
    }
    for (String name : NAMES) {
      if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
        throw new InvalidInput(
            "%s: expected an older suite or nothing in the place of one, found another %s."
                .formatted(folder, name));
      }
    }
  }

  private static boolean hasVectors(Path folder) {
    Path vectors = folder.resolve(VECTORS);
    try {
      return Files.isRegularFile(vectors)
          && FirstBytes.of(vectors, GoldenVector.BEGINNING.length()).equals(GoldenVector.BEGINNING);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static String schema() {
    return Resources.text(GoldenSuite.class, SCHEMA);
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
