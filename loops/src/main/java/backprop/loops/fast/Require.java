package backprop.loops.fast;

/** What has to fit. Sentences are put together only if it does not, so nothing is allocated. */
final class Require {
  private Require() {}

  static void atLeastOne(String what, int found) {
    if (found < 1) {
      throw new IllegalArgumentException(what + ": expected at least 1, found " + found);
    }
  }

  static void atMost(String what, int most, int found) {
    if (found > most) {
      throw new IllegalArgumentException(what + ": expected at most " + most + ", found " + found);
    }
  }

  static void same(String what, int expected, int found) {
    if (found != expected) {
      throw new IllegalArgumentException(what + ": expected " + expected + ", found " + found);
    }
  }

  static void that(boolean fits, String message) {
    if (!fits) {
      throw new IllegalArgumentException(message);
    }
  }
}
