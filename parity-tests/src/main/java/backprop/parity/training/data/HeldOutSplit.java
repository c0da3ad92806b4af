package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Takes a part of the samples away, so that a network can be judged by what it never learned from.
 */
public final class HeldOutSplit {
  private HeldOutSplit() {}

  /**
   * Holds out a share of the samples, chosen at random, and of each class about the same share. The
   * same seed chooses the same samples on every machine. Both parts keep the order of the data.
   *
   * @param share of the samples, from 0 for none to less than 1; unless it is 0, at least one is
   *     held out, and at least one is left to learn from
   * @throws InvalidInput if the share is outside, or there is only one sample to share
   */
  public static TrainingData of(DataSet data, double share, long seed) {
    if (!(share >= 0.0 && share < 1.0)) {
      String sentence = "expected a share to hold out of at least 0 and less than 1, found %s.";
      throw new InvalidInput(sentence.formatted(share));
    }
    if (share == 0.0) {
      return TrainingData.whole(data);
    }
    if (data.size() == 1) {
      String sentence = "%s: expected at least 2 samples to hold some out, found 1.";
      throw new InvalidInput(sentence.formatted(data.name()));
    }
    int rounded = (int) StrictMath.rint(share * data.size());
    int count = StrictMath.max(1, StrictMath.min(rounded, data.size() - 1));
    boolean[] held = chosen(data, count, seed);
    DataSet training = data.subset(where(held, false));
    return new TrainingData(training, Optional.of(data.subset(where(held, true))));
  }

  /** Shuffled, put class by class, and then taken at even distances: so every class has its share. */
  private static boolean[] chosen(DataSet data, int count, long seed) {
    List<Integer> samples = new ArrayList<>(IntStream.range(0, data.size()).boxed().toList());
    Collections.shuffle(samples, new Random(seed));
    if (!data.classes().isEmpty()) {
      samples.sort(Comparator.comparingInt(data::label));
    }
    boolean[] chosen = new boolean[data.size()];
    for (long taken = 0; taken < count; taken++) {
      int place = (int) ((2 * taken + 1) * data.size() / (2L * count));
      chosen[samples.get(place)] = true;
    }
    return chosen;
  }

  private static int[] where(boolean[] held, boolean wanted) {
    return IntStream.range(0, held.length).filter(s -> held[s] == wanted).toArray();
  }
}
