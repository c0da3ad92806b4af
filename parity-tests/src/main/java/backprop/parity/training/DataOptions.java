package backprop.parity.training;

import backprop.parity.model.InvalidInput;
import backprop.parity.training.descent.RequestedData;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The options that say what is in the data and how they are to be prepared. */
final class DataOptions {
  @Option(
      names = "--targets",
      paramLabel = "N",
      description = "The last N columns of a CSV are numbers to predict, not one label.")
  private Integer targets;

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
          "Bring every input, and with --output identity every number to predict, to mean 0 and"
              + " deviation 1 (default: if one lies outside -1 to 1). Costs and the saved network"
              + " are in the units of the data all the same.")
  private Boolean standardise;

  /** Whether nothing was said. */
  boolean areEmpty() {
    return targets == null && heldOut == null && standardise == null;
  }

  /**
   * What was asked for.
   *
   * @throws InvalidInput if a number is outside its range
   */
  RequestedData requested(String data, long seed) {
    if (targets != null && targets < 1) {
      throw new InvalidInput("--targets: expected 1 or more, found " + targets + ".");
    }
    if (heldOut != null && !(heldOut >= 0.0 && heldOut < 1.0)) {
      throw new InvalidInput(
          "--held-out " + heldOut + ": expected a share of at least 0 and less than 1.");
    }
    return new RequestedData(
        data,
        targets == null ? OptionalInt.empty() : OptionalInt.of(targets),
        heldOut == null ? OptionalDouble.empty() : OptionalDouble.of(heldOut),
        Optional.ofNullable(standardise),
        seed);
  }
}
