package backprop.parity.options;

import backprop.parity.io.WholeFile;
import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which files are read and which are written: none may be both, and none is written twice. */
public final class FileClaims {
  private final List<Claim> claims = new ArrayList<>();

  private record Claim(Path file, String what) {}

  /** A file that has to stay as it is. */
  public void reads(Path file, String what) {
    claims.add(new Claim(file, what));
  }

  /**
   * A file that is going to be written.
   *
   * @throws InvalidInput if somebody else needs it
   */
  public void writes(Path file, String option) {
    for (Claim claim : claims) {
      if (same(file, claim.file())) {
        String sentence = "%s: expected another file for %s than %s.";
        throw new InvalidInput(sentence.formatted(file, option, claim.what()));
      }
    }
    reads(file, "what " + option + " writes");
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
  public static boolean samePlace(Path left, Path right) {
    return left.toAbsolutePath().normalize().equals(right.toAbsolutePath().normalize());
  }
}
