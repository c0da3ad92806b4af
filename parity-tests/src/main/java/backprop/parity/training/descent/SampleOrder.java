package backprop.parity.training.descent;

import java.util.Random;
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
    Random random = new Random(mixed(schedule.seed() + epoch));
    for (int last = samples - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int sample = order[last];
      order[last] = order[other];
      order[other] = sample;
    }
    return order;
  }

  /**
   * Another number for every number, with nothing left of how near they were.
   *
   * <p>Source: G. Steele, D. Lea and C. Flood, Fast Splittable Pseudorandom Number Generators, 2014:
   * SplitMix64, with the multipliers of D. Stafford. Written out, because the platform specifies no
   * bit of its own {@code SplittableRandom}.
   */
  private static long mixed(long number) {
    long bits = number + 0x9e3779b97f4a7c15L;
    bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
    return bits ^ (bits >>> 31);
  }
}
