package backprop.parity.train;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.cases.InvalidInput;
import backprop.parity.data.BuiltInData;
import backprop.parity.data.DataFile;
import backprop.parity.data.DataSet;
import backprop.parity.data.Split;
import backprop.parity.data.Standardisation;
import backprop.parity.data.TrainingData;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The samples of one training: in the units of the data, and as the network sees them.
 *
 * @param inUnits as they were read
 * @param seen the same, standardised if they are to be
 * @param standardisation that leads from one to the other, if any
 */
public record Material(
    TrainingData inUnits, TrainingData seen, Optional<Standardisation> standardisation) {
  /** Of fewer samples none is held out unless somebody says so. */
  private static final int WORTH_SPLITTING = 50;

  /** What is held out of enough samples. */
  private static final double CUSTOMARY_SHARE = 0.2;

  /**
   * Reads the data and prepares them.
   *
   * @throws InvalidInput if there are none, or none that can be used
   */
  public static Material of(DataWish wish) {
    TrainingData split = split(read(wish), wish);
    DataSet training = split.training();
    if (!wish.standardised().orElseGet(() -> Standardisation.isAdvisable(training))) {
      return new Material(split, split, Optional.empty());
    }
    Standardisation measured = Standardisation.of(training);
    TrainingData seen =
        new TrainingData(
            measured.standardised(training), split.heldOut().map(measured::standardised));
    return new Material(split, seen, Optional.of(measured));
  }

  private static TrainingData read(DataWish wish) {
    if (BuiltInData.names().contains(wish.data())) {
      return BuiltInData.named(wish.data());
    }
    Path path = path(wish.data());
    boolean couldBeName = wish.data().matches("[A-Za-z-]+");
    return couldBeName && !Files.exists(path)
        ? BuiltInData.named(wish.data())
        : DataFile.read(path, wish.options());
  }

  private static Path path(String argument) {
    try {
      return Path.of(argument);
    } catch (InvalidPathException noPath) {
      throw new InvalidInput(
          argument + ": expected a path, found characters that no path can have in this locale.");
    }
  }

  private static TrainingData split(TrainingData read, DataWish wish) {
    if (wish.heldOut().isPresent()) {
      return Split.of(read.all(), wish.heldOut().getAsDouble(), wish.seed());
    }
    boolean worthSplitting = read.heldOut().isEmpty() && read.training().size() >= WORTH_SPLITTING;
    return worthSplitting ? Split.of(read.training(), CUSTOMARY_SHARE, wish.seed()) : read;
  }

  /** The samples to judge by: those held out, or all if none are. */
  public DataSet judged() {
    return inUnits.heldOut().orElse(inUnits.training());
  }

  /** The samples to judge by, as the network sees them. */
  public DataSet judgedAsSeen() {
    return seen.heldOut().orElse(seen.training());
  }

  /** The network for inputs in the units of the data. */
  public Network inUnits(Network trained) {
    return standardisation
        .map(measured -> withFirst(trained, measured.inUnitsOfTheData(trained.layer(1))))
        .orElse(trained);
  }

  /** The network for standardised inputs, from one for inputs in the units of the data. */
  public Network asSeen(Network inUnitsOfTheData) {
    return standardisation
        .map(measured -> withFirst(inUnitsOfTheData, forSeen(measured, inUnitsOfTheData.layer(1))))
        .orElse(inUnitsOfTheData);
  }

  private static Layer forSeen(Standardisation measured, Layer first) {
    double[] means = measured.means();
    double[] deviations = measured.deviations();
    double[][] weights = first.weights();
    double[] biases = first.biases();
    for (int j = 0; j < biases.length; j++) {
      for (int i = 0; i < means.length; i++) {
        biases[j] = biases[j] + weights[j][i] * means[i];
        weights[j][i] = weights[j][i] * deviations[i];
      }
    }
    return new Layer(first.activation(), weights, biases);
  }

  private static Network withFirst(Network network, Layer first) {
    List<Layer> layers = new ArrayList<>(network.layers());
    layers.set(0, first);
    return new Network(layers, network.cost(), network.reduction());
  }
}
