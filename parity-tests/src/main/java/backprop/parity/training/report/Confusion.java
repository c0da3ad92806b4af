package backprop.parity.training.report;

import backprop.parity.training.data.DataSet;
import backprop.parity.training.descent.TrainingRun;
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
record Confusion(List<String> classes, int[][] counts) {
  /** A class that was read as another, and how often. */
  record Mixup(int was, int readAs, int count) {}

  /** Counts the judged samples of a training on classes. */
  static Confusion of(TrainingRun run) {
    DataSet judged = run.judged();
    int size = judged.classes().size();
    int[][] counts = new int[size][size];
    for (int s = 0; s < judged.size(); s++) {
      counts[judged.label(s)][DataSet.decision(run.outputs()[s])]++;
    }
    return new Confusion(judged.classes(), counts);
  }

  int samples() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  int right() {
    int right = 0;
    for (int was = 0; was < counts.length; was++) {
      right += counts[was][was];
    }
    return right;
  }

  /** The samples that are of a class. */
  int samplesOf(int was) {
    return Arrays.stream(counts[was]).sum();
  }

  /** The samples that were read as a class. */
  int samplesReadAs(int readAs) {
    return Arrays.stream(counts).mapToInt(row -> row[readAs]).sum();
  }

  /** Every pair of classes that was mixed up, the most frequent first. */
  List<Mixup> mixups() {
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
