package backprop.parity.training.data;

import backprop.parity.model.Plural;
import java.util.List;
import java.util.Optional;

/**
 * All that one training reads.
 *
 * @param training the samples to learn from
 * @param heldOut samples that nothing is learned from, if the data come with some: to judge by
 */
public record TrainingData(DataSet training, Optional<DataSet> heldOut) {
  private static final int CLASSES_NAMED = 10;

  /** Data that come in one piece. */
  public static TrainingData whole(DataSet training) {
    return new TrainingData(training, Optional.empty());
  }

  /** Every sample, those that were held out last. */
  public DataSet all() {
    return heldOut.map(training::followedBy).orElse(training);
  }

  /**
   * What was found, on one line without an end, such as
   * {@code xor: 4 samples, 2 inputs, 1 output, classes 0 and 1}.
   */
  public String summary() {
    int total = training.size() + heldOut.map(DataSet::size).orElse(0);
    StringBuilder summary = new StringBuilder(training.name());
    summary.append(": ").append(Plural.grouped(total, "sample"));
    heldOut.ifPresent(part -> summary.append(parts(part)));
    summary.append(", ").append(Plural.grouped(training.inputs(), "input"));
    training
        .pictures()
        .ifPresent(
            size -> summary.append(" (%d × %d pixels)".formatted(size.width(), size.height())));
    summary.append(", ").append(Plural.grouped(training.outputs(), "output"));
    if (!training.classes().isEmpty()) {
      summary.append(", ").append(named(training.classes()));
    }
    return summary.toString();
  }

  private String parts(DataSet part) {
    String from = part.name().equals(training.name()) ? "" : " from " + part.name();
    String learned = Plural.grouped(training.size());
    return " (%s to learn from, %s held out%s)"
        .formatted(learned, Plural.grouped(part.size()), from);
  }

  private static String named(List<String> classes) {
    int last = classes.size() - 1;
    if (classes.size() > CLASSES_NAMED) {
      return "%d classes from %s to %s"
          .formatted(classes.size(), classes.get(0), classes.get(last));
    }
    return "classes " + String.join(", ", classes.subList(0, last)) + " and " + classes.get(last);
  }
}
