package backprop.parity.training.descent;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;

/**
 * One source at work on one network, batch after batch.
 *
 * <p>Samples are rows here, the way people write data; a source that wants columns transposes them.
 */
public interface Learner extends AutoCloseable {
  /** The source's name on the command line. */
  String source();

  /**
   * Steps 1 to 8 with one batch.
   *
   * @param inputs samples × inputs
   * @param targets samples × outputs
   * @return what the network answered before the update, samples × outputs
   */
  double[][] learn(double[][] inputs, double[][] targets);

  /**
   * Steps 1 and 2 alone.
   *
   * @param inputs samples × inputs, no more than a batch
   * @param targets samples × outputs
   * @return samples × outputs
   */
  double[][] outputs(double[][] inputs, double[][] targets);

  /** The network as it is now. */
  Network network();

  /** The optimiser with what it remembers now. */
  Optimiser optimiser();

  /** Ends threads, if there are any. */
  @Override
  void close();
}
