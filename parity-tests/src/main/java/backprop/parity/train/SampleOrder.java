package backprop.parity.train;

import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The order in which an epoch goes through the samples.
 *
 * <p>It follows from the seed and the number of the epoch alone, so a training can be resumed
 * anywhere without a generator's state.
 */
final class SampleOrder {
  private final Schedule schedule;

  SampleOrder(Schedule schedule) {
    this.schedule = schedule;
  }

  /**
   * Every sample once.
   *
   * @param epoch from 1
   */
  int[] of(int epoch, int samples) {
    int[] order = IntStream.range(0, samples).toArray();
    if (!schedule.shuffled()) {
      return order;
    }
    // Neighbouring seeds would give Random neighbouring first numbers.
    Random random = new Random(new SplittableRandom(schedule.seed() + epoch).nextLong());
    for (int last = samples - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int sample = order[last];
      order[last] = order[other];
      order[other] = sample;
    }
    return order;
  }
}
