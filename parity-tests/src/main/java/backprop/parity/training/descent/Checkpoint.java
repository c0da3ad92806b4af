package backprop.parity.training.descent;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import java.util.List;
import java.util.Optional;

/**
 * Where a training stands: all that is needed to go on from there as if nothing had happened.
 *
 * @param network as it is now, for the samples as it sees them
 * @param optimiser with what it remembers of the way
 * @param updates there have been
 * @param epochs that are whole
 * @param batches of the epoch after them that are done
 * @param running the score of these
 * @param best the network with the lowest cost so far, if the training looks for it
 */
public record Checkpoint(
    Network network,
    Optimiser optimiser,
    long updates,
    List<Epoch> epochs,
    int batches,
    RunningScore.Sums running,
    Optional<Best> best) {
  /** Before the first update. */
  public static Checkpoint start(Network network, Optimiser optimiser) {
    return new Checkpoint(
        network, optimiser, 0, List.of(), 0, RunningScore.Sums.NONE, Optional.empty());
  }

  /** The network to use: the best one if there is one, else the latest. */
  public Network result() {
    return best.map(Best::network).orElse(network);
  }

  /**
   * The network after the epoch with the lowest cost.
   *
   * @param cost of that epoch, held-out if some were
   */
  public record Best(int epoch, double cost, Network network) {}
}
