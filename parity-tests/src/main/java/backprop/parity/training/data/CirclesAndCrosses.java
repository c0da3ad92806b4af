package backprop.parity.training.data;

import backprop.parity.model.Case;
import backprop.parity.model.Rows;
import backprop.parity.suites.WorkedExamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of 3 × 3 pixels, each 0 or 1, of ○ and ×.
 *
 * <p>To learn from: the eight of the worked example, a perfect and three spoiled ones of each. Held
 * out: all others in which one or two pixels are wrong. ○ and × differ in five pixels, so with two
 * wrong ones there is still no doubt what a picture shows.
 *
 * <p>Source: 「【上級編】ディープラーニングでのパラメータ計算方法」 has the network; it prints no pictures.
 */
final class CirclesAndCrosses {
  private static final List<String> CLASSES = List.of("circle", "cross");
  private static final Optional<PictureSize> SIZE = Optional.of(new PictureSize(3, 3));
  private static final int PERFECT_CIRCLE = 0;
  private static final int PERFECT_CROSS = 4;

  private CirclesAndCrosses() {}

  static TrainingData load() {
    Case example = WorkedExamples.named("circles-and-crosses");
    double[][] inputs = Rows.transpose(example.inputs());
    double[][] targets = Rows.transpose(example.targets());
    DataSet training = new DataSet(example.name(), inputs, targets, CLASSES, SIZE);
    List<double[]> heldOutInputs = new ArrayList<>();
    List<double[]> heldOutTargets = new ArrayList<>();
    for (int perfect : new int[] {PERFECT_CIRCLE, PERFECT_CROSS}) {
      for (double[] picture : spoiled(inputs[perfect])) {
        if (Arrays.stream(inputs).noneMatch(known -> Arrays.equals(known, picture))) {
          heldOutInputs.add(picture);
          heldOutTargets.add(targets[perfect]);
        }
      }
    }
    DataSet heldOut =
        new DataSet(
            example.name(),
            heldOutInputs.toArray(double[][]::new),
            heldOutTargets.toArray(double[][]::new),
            CLASSES,
            SIZE);
    return new TrainingData(
        training, Optional.of(heldOut.withPlaces(s -> "spoiled picture " + (s + 1))));
  }

  /** Every picture with one wrong pixel, i, or with two. */
  private static List<double[]> spoiled(double[] perfect) {
    List<double[]> pictures = new ArrayList<>();
    for (int i = 0; i < perfect.length; i++) {
      double[] one = flipped(perfect, i);
      pictures.add(one);
      for (int next = i + 1; next < perfect.length; next++) {
        pictures.add(flipped(one, next));
      }
    }
    return pictures;
  }

  private static double[] flipped(double[] picture, int i) {
    double[] flipped = picture.clone();
    flipped[i] = 1.0 - flipped[i];
    return flipped;
  }
}
