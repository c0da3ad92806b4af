package backprop.loops.fast;

/** A step whose result has rows that do not need each other. */
@FunctionalInterface
interface RowStep {
  /** Computes some of the rows: the first, and so on up to the one before the bound. */
  void rows(int from, int to);
}
