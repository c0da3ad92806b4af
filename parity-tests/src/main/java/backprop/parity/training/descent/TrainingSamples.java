package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.parity.io.PathName;
import backprop.parity.model.InvalidInput;
import backprop.parity.training.data.BuiltInData;
import backprop.parity.training.data.DataFile;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.HeldOutSplit;
import backprop.parity.training.data.Standardisation;
import backprop.parity.training.data.TrainingData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The samples of one training: in the units of the data, and as the network sees them.
 *
 * @param inUnits as they were read
 * @param seen the same, standardised as far as they are to be
 * @param standardisation that leads from one to the other
 */
public record TrainingSamples(
    TrainingData inUnits, TrainingData seen, Standardisation standardisation) {
  /** With fewer samples none is held out unless --held-out asks for it. */
  private static final int WORTH_SPLITTING = 50;

  /** What is held out of enough samples. */
  private static final double USUAL_SHARE = 0.2;

  /**
   * Reads the data and holds out some.
   *
   * @throws InvalidInput if there are none, or none that can be used
   */
  public static TrainingData read(RequestedData request) {
    TrainingData read = samples(request);
    if (request.heldOut().isPresent()) {
      return HeldOutSplit.of(read.all(), request.heldOut().getAsDouble(), request.seed());
    }
    boolean worthSplitting = read.heldOut().isEmpty() && read.training().size() >= WORTH_SPLITTING;
    return worthSplitting ? HeldOutSplit.of(read.training(), USUAL_SHARE, request.seed()) : read;
  }

  private static TrainingData samples(RequestedData request) {
    boolean couldBeName = request.data().matches("[A-Za-z-]+");
    Path path = PathName.of(request.data());
    if (!request.isBuiltIn() && !(couldBeName && !Files.exists(path))) {
      return DataFile.read(path, request.targets());
    }
    TrainingData builtIn = BuiltInData.named(request.data());
    if (request.targets().isPresent()) {
      String sentence = "%s: expected a CSV for --targets, found built-in data.";
      throw new InvalidInput(sentence.formatted(request.data()));
    }
    return builtIn;
  }

  /**
   * Prepares the data for a network.
   *
   * @param inUnits as they were read
   * @param last the activation of the network's last layer
   * @throws InvalidInput if they are too large or too small to be standardised
   */
  public static TrainingSamples of(TrainingData inUnits, RequestedData request, Activation last) {
    DataSet training = inUnits.training();
    Standardisation measured = Standardisation.of(training, request.standardised(), last);
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
