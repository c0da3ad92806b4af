package backprop.parity.gradients;

import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;

/** Prints the digest of both twins, one a line: for a JVM of its own. */
public final class GradientDigestMain {
  private GradientDigestMain() {}

  public static void main(String[] arguments) {
    System.out.println(GradientDigest.of(new LoopsSource()));
    System.out.println(GradientDigest.of(new MatrixSource()));
  }
}
