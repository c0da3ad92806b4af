package backprop.parity.training;

import backprop.parity.model.InvalidInput;
import backprop.parity.training.data.DataOptions;
import backprop.parity.training.descent.RequestedData;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that say what is in the data and how they are to be prepared. */
final class TrainDataOptions {
  @Option(
      names = "--targets",
      paramLabel = "N",
      description = "The last N columns of a CSV are numbers to predict, not one label.")
  private Integer targets;

  @Option(
      names = "--classes",
      paramLabel = "N",
      description = "There are N classes, labelled 0 to N-1, even if not all occur.")
  private Integer classes;

  @Option(
      names = "--separator",
      paramLabel = "CHARACTER",
      description = "Between the columns of a CSV (default: what its first line suggests).")
  private Character separator;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description =
          "Keep this share of the samples for testing, chosen by the seed, of each class alike"
              + " (default: what comes with the data for that, else 0.2 of 50 samples or more).")
  private Double heldOut;

  @Option(
      names = "--standardise",
      negatable = true,
      description =
          "Bring every input to mean 0 and deviation 1 (default: if one lies outside -1 to 1), and"
              + " every number to predict, if --output is identity (default: likewise). Costs and the saved network are in"
              + " the units of the data all the same.")
  private Boolean standardise;

  /** Whether nothing was said. */
  boolean areEmpty() {
    return targets == null
        && classes == null
        && separator == null
        && heldOut == null
        && standardise == null;
  }

  RequestedData wish(String data, long seed) {
    DataOptions options =
        new DataOptions(
            targets == null ? OptionalInt.empty() : OptionalInt.of(targets),
            classes == null ? OptionalInt.empty() : OptionalInt.of(classes),
            Optional.ofNullable(separator));
    if (heldOut != null && !(heldOut >= 0.0 && heldOut < 1.0)) {
      throw new InvalidInput(
          "--held-out " + heldOut + ": expected a share of at least 0 and less than 1.");
    }
    OptionalDouble share = heldOut == null ? OptionalDouble.empty() : OptionalDouble.of(heldOut);
    return new RequestedData(data, options, share, Optional.ofNullable(standardise), seed);
  }
}
