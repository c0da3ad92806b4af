package backprop.parity.training.data;

/** Classes as targets: 1 for the output of the class, 0 for all others. */
final class OneHot {
  private OneHot() {}

  /**
   * A row per sample; samples of one class share theirs, which for many samples saves much memory.
   *
   * @param labels one per sample, from 0 to below the number of classes
   * @return samples × classes
   */
  static double[][] targets(int[] labels, int classes) {
    double[][] ofClass = new double[classes][classes];
    for (int j = 0; j < classes; j++) {
      ofClass[j][j] = 1.0;
    }
    double[][] targets = new double[labels.length][];
    for (int s = 0; s < labels.length; s++) {
      targets[s] = ofClass[labels[s]];
    }
    return targets;
  }
}
