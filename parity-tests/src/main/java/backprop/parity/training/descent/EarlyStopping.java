package backprop.parity.training.descent;

import backprop.loops.Network;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Remembers the best network, if a training is to stop when it no longer improves. */
final class EarlyStopping {
  private final OptionalInt lasts;
  private Optional<Checkpoint.Best> best;

  /**
   * Starts, or goes on.
   *
   * @param lasts for so many epochs without improvement, if it can end at all
   * @param best so far
   */
  EarlyStopping(OptionalInt lasts, Optional<Checkpoint.Best> best) {
    this.lasts = lasts;
    this.best = best;
  }

  /** Keeps the network if no epoch before had so low a cost: on held-out samples, if there are. */
  void look(Epoch epoch, Supplier<Network> network) {
    double reached = epoch.heldOut().orElse(epoch.training()).cost();
    boolean better = best.isEmpty() || reached < best.get().cost();
    if (lasts.isPresent() && better) {
      best = Optional.of(new Checkpoint.Best(epoch.number(), reached, network.get()));
    }
  }

  /** Whether there were too many epochs without improvement. */
  boolean isOver(int epochs) {
    return lasts.isPresent() && best.isPresent() && epochs - best.get().epoch() >= lasts.getAsInt();
  }

  Optional<Checkpoint.Best> best() {
    return best;
  }

  StopReason conclusion() {
    String sentence = "no improvement since epoch %d, whose network is kept";
    return new StopReason(
        StopReason.Kind.NO_IMPROVEMENT, sentence.formatted(best.orElseThrow().epoch()));
  }
}
