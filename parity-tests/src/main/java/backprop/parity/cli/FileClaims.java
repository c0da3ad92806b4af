package backprop.parity.cli;

import backprop.parity.cases.InvalidInput;
import backprop.parity.cases.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which files are read and which are written: none may be both, and none is written twice. */
final class FileClaims {
  private final List<Claim> claims = new ArrayList<>();

  private record Claim(Path file, String what) {}

  /** A file that has to stay as it is. */
  void reads(Path file, String what) {
    claims.add(new Claim(file, what));
  }

  /**
   * A file that is going to be written, by way of another beside it.
   *
   * @throws InvalidInput if somebody else needs one of them
   */
  void writes(Path file, String option) {
    List<Path> written = List.of(file, WholeFile.unfinished(file));
    for (Claim claim : claims) {
      for (Path path : written) {
        if (same(path, claim.file())) {
          String sentence = "%s: expected another file for %s than %s.";
          throw new InvalidInput(sentence.formatted(path, option, claim.what()));
        }
      }
    }
    written.forEach(path -> reads(path, "what " + option + " writes"));
  }

  /** Links lead to the same file, by whatever name. */
  private static boolean same(Path left, Path right) {
    if (samePlace(left, right)) {
      return true;
    }
    try {
      return Files.isSameFile(left, right);
    } catch (IOException oneIsNotThere) {
      return samePlace(WholeFile.place(left), WholeFile.place(right));
    }
  }

  /** Whether two names mean the same without a look at any file. */
  static boolean samePlace(Path left, Path right) {
    return left.toAbsolutePath().normalize().equals(right.toAbsolutePath().normalize());
  }
}
