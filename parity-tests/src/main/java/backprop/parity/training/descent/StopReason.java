package backprop.parity.training.descent;

/**
 * Why a training came to its end.
 *
 * @param sentence for people
 */
public record StopReason(Kind kind, String sentence) {
  /** What can end a training. */
  public enum Kind {
    /** Every epoch is done. */
    FINISHED,
    /** No improvement for as many epochs as patience lasts. */
    NO_IMPROVEMENT,
    /** Somebody asked for it. */
    INTERRUPTED,
    /** A number became infinite or NaN; the network of the last whole epoch is kept. */
    DIVERGED,
    /** A number was infinite or NaN before anything was learned, so no step is to blame. */
    OUT_OF_RANGE,
    /** Two sources no longer have the same bits. */
    DISAGREEMENT
  }
}
