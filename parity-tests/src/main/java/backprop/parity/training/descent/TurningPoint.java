package backprop.parity.training.descent;

import java.util.List;
import java.util.Optional;

/**
 * The epoch after which learning longer only made it worse on what the network never saw.
 *
 * @param epoch from 1
 * @param cost on held-out samples after it, the lowest of all
 * @param patience in epochs that would have kept its network: no new low took longer to come
 */
public record TurningPoint(int epoch, double cost, int patience) {
  /** A little worse is no turn: costs go up and down from epoch to epoch. */
  private static final double CLEARLY = 1.1;

  /** That of a training, if it ended clearly above its lowest cost. */
  public static Optional<TurningPoint> of(List<Epoch> epochs) {
    int best = 0;
    double lowest = Double.POSITIVE_INFINITY;
    double last = Double.NaN;
    int longest = 1;
    for (Epoch epoch : epochs) {
      last = epoch.heldOut().map(Epoch.Score::cost).orElse(Double.NaN);
      if (last < lowest) {
        longest = StrictMath.max(longest, epoch.number() - best);
        best = epoch.number();
        lowest = last;
      }
    }
    return last > CLEARLY * lowest
        ? Optional.of(new TurningPoint(best, lowest, rounded(longest)))
        : Optional.empty();
  }

  /** 5, 10, 20, 50, ...: what people ask for, and never less. */
  private static int rounded(int epochs) {
    int power = 1;
    while (true) {
      for (int factor : new int[] {5, 10, 20}) {
        if (power * factor >= epochs) {
          return power * factor;
        }
      }
      power *= 10;
    }
  }
}
