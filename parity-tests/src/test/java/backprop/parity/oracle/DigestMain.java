package backprop.parity.oracle;

import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;

/** Prints the digest of both twins, one a line: for a JVM of its own. */
public final class DigestMain {
  private DigestMain() {}

  public static void main(String[] arguments) {
    System.out.println(Digest.of(new LoopsSource()));
    System.out.println(Digest.of(new MatrixSource()));
  }
}
