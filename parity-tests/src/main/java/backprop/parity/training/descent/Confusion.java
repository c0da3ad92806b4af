package backprop.parity.training.descent;

import backprop.parity.training.data.DataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How often each class was read as each other.
 *
 * @param classes their names
 * @param counts of samples: [what it is][what it was read as]
 */
public record Confusion(List<String> classes, int[][] counts) {
  /** A class that was read as another, and how often. */
  public record Mixup(int was, int readAs, int count) {}

  /** Counts the answers to samples of classes. */
  public static Confusion of(DataSet judged, double[][] outputs) {
    int size = judged.classes().size();
    int[][] counts = new int[size][size];
    for (int s = 0; s < judged.size(); s++) {
      counts[judged.label(s)][DataSet.decision(outputs[s])]++;
    }
    return new Confusion(judged.classes(), counts);
  }

  /** All samples. */
  public int samples() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** The samples that were read as what they are. */
  public int right() {
    int right = 0;
    for (int was = 0; was < counts.length; was++) {
      right += counts[was][was];
    }
    return right;
  }

  /** The samples that are of a class. */
  public int samplesOf(int was) {
    return Arrays.stream(counts[was]).sum();
  }

  /** The samples that were read as a class. */
  public int samplesReadAs(int readAs) {
    return Arrays.stream(counts).mapToInt(row -> row[readAs]).sum();
  }

  /** Every pair of classes that was mixed up, the most frequent first. */
  public List<Mixup> mixups() {
    List<Mixup> mixups = new ArrayList<>();
    for (int was = 0; was < counts.length; was++) {
      for (int readAs = 0; readAs < counts.length; readAs++) {
        if (was != readAs && counts[was][readAs] > 0) {
          mixups.add(new Mixup(was, readAs, counts[was][readAs]));
        }
      }
    }
    mixups.sort(Comparator.comparingInt(Mixup::count).reversed());
    return mixups;
  }
}
