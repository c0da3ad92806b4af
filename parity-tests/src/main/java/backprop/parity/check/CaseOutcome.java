package backprop.parity.check;

/**
 * How one case ended, for build servers, to which every case is a test.
 *
 * @param name of the case
 * @param message in a sentence; empty if it simply agrees
 */
record CaseOutcome(String name, Kind kind, String message) {
  /** How it ended. */
  enum Kind {
    AGREES,
    DISAGREES,
    /** It disagrees, and is on the list of those that may. */
    DISAGREES_AS_EXPECTED,
    /** It agrees, although it is on that list: the list is out of date. */
    AGREES_UNEXPECTEDLY,
    /** The program says that it does not support it. */
    SKIPPED,
    /** There was no usable answer. */
    NO_ANSWER,
    /** The program had broken down before. */
    NOT_ASKED
  }

  /** Whether a build should stop because of it. */
  boolean isFailure() {
    return switch (kind) {
      case DISAGREES, AGREES_UNEXPECTEDLY, NO_ANSWER -> true;
      case AGREES, DISAGREES_AS_EXPECTED, SKIPPED, NOT_ASKED -> false;
    };
  }
}
