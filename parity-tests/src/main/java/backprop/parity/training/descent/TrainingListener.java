package backprop.parity.training.descent;

/** Watches a training, and may end it. */
public interface TrainingListener {
  /**
   * After every batch.
   *
   * @param epoch from 1
   * @param done batches of this epoch
   * @param batches that it has
   * @param soFar the score of the epoch's samples until now
   */
  void batch(int epoch, int done, int batches, Epoch.Score soFar);

  /** After every epoch. */
  void epoch(Epoch epoch, Checkpoint checkpoint);

  /** Whether to end after the batch that was just done. */
  boolean wantsToStop();
}
