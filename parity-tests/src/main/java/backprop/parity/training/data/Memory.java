package backprop.parity.training.data;

/** How many samples the JVM has room for, asked before they are read: a packed file may hold any. */
final class Memory {
  /** The arrays and list entries around the numbers of a sample, and the place it was read from. */
  private static final long BYTES_AROUND_SAMPLE = 150;

  private Memory() {}

  /**
   * Whether there is room.
   *
   * @param width numbers of each sample
   */
  static boolean holds(long samples, long width) {
    return samples <= available() / (Double.BYTES * width + BYTES_AROUND_SAMPLE);
  }

  /** What is said where there is not. */
  static String expected() {
    String sentence =
        "expected what fits into the memory of the JVM, %d MiB (java -Xmx gives more)";
    return sentence.formatted(available() >> 20);
  }

  private static long available() {
    return Runtime.getRuntime().maxMemory();
  }
}
