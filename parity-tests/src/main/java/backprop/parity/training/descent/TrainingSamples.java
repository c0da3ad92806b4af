package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.io.PathName;
import backprop.parity.model.InvalidInput;
import backprop.parity.training.data.BuiltInData;
import backprop.parity.training.data.DataFile;
import backprop.parity.training.data.DataOptions;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.HeldOutSplit;
import backprop.parity.training.data.Standardisation;
import backprop.parity.training.data.TrainingData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The samples of one training: in the units of the data, and as the network sees them.
 *
 * @param inUnits as they were read
 * @param seen the same, standardised as far as they are to be
 * @param standardisation that leads from one to the other
 */
public record TrainingSamples(
    TrainingData inUnits, TrainingData seen, Standardisation standardisation) {
  /** Of fewer samples none is held out unless somebody says so. */
  private static final int WORTH_SPLITTING = 50;

  /** What is held out of enough samples. */
  private static final double CUSTOMARY_SHARE = 0.2;

  /**
   * Reads the data and holds out some.
   *
   * @param fileBytes that each file may have, counted after unpacking, if somebody set a limit
   * @throws InvalidInput if there are none, or none that can be used
   */
  public static TrainingData read(RequestedData wish, OptionalLong fileBytes) {
    return split(samples(wish, fileBytes), wish);
  }

  /**
   * Prepares the data for a network.
   *
   * @param inUnits as they were read
   * @param last the activation of the network's last layer
   * @throws InvalidInput if they are too large or too small to be standardised
   */
  public static TrainingSamples of(TrainingData inUnits, RequestedData wish, Activation last) {
    DataSet training = inUnits.training();
    Standardisation measured = Standardisation.of(training, wish.standardised(), last);
    TrainingData seen =
        new TrainingData(
            measured.standardised(training), inUnits.heldOut().map(measured::standardised));
    return new TrainingSamples(inUnits, seen, measured);
  }

  /** The files that are read for some data: none for those that are built in. */
  public static List<Path> files(String data) {
    if (BuiltInData.names().contains(data)) {
      return List.of();
    }
    Path path = PathName.of(data);
    return Files.exists(path) ? DataFile.readWith(path) : List.of();
  }

  private static TrainingData samples(RequestedData wish, OptionalLong fileBytes) {
    if (wish.isBuiltIn()) {
      requireNothingSaid(wish);
      return BuiltInData.named(wish.data());
    }
    Path path = PathName.of(wish.data());
    boolean couldBeName = wish.data().matches("[A-Za-z-]+");
    return couldBeName && !Files.exists(path)
        ? BuiltInData.named(wish.data())
        : DataFile.read(path, wish.options(), fileBytes);
  }

  private static void requireNothingSaid(RequestedData wish) {
    if (!wish.options().equals(DataOptions.NONE)) {
      throw new InvalidInput(
          wish.data()
              + ": expected a file of data for --targets, --classes or --separator, found built-in"
              + " data.");
    }
  }

  private static TrainingData split(TrainingData read, RequestedData wish) {
    if (wish.heldOut().isPresent()) {
      return HeldOutSplit.of(read.all(), wish.heldOut().getAsDouble(), wish.seed());
    }
    boolean worthSplitting = read.heldOut().isEmpty() && read.training().size() >= WORTH_SPLITTING;
    return worthSplitting ? HeldOutSplit.of(read.training(), CUSTOMARY_SHARE, wish.seed()) : read;
  }

  /** The samples to judge by: those held out, or all if none are. */
  public DataSet judged() {
    return inUnits.heldOut().orElse(inUnits.training());
  }

  /** The network for the units of the data, from the one that was trained. */
  public Network inUnits(Network trained) {
    return standardisation.inUnitsOfTheData(trained);
  }

  /** The network to train, from one for the units of the data. */
  public Network asSeen(Network inUnitsOfTheData) {
    return standardisation.standardised(inUnitsOfTheData);
  }
}
