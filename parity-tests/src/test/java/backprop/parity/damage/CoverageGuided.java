package backprop.parity.damage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** What Jazzer calls with bytes that it chooses by the code they reach. */
public final class CoverageGuided {
  /** Names the reader. */
  static final String READER = "reader";

  private static final Reading READING = reading(System.getProperty(READER));

  private CoverageGuided() {}

  /** Checks one input; whatever is thrown is shown with the input. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      ReadOrRefused.check(READING, input);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Reading reading(String name) {
    try {
      return Readings.in(Files.createTempDirectory("fuzzing")).get(name);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
