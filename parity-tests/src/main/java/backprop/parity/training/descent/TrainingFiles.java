package backprop.parity.training.descent;

import backprop.loops.Network;
import backprop.parity.io.FailureReason;
import backprop.parity.io.FirstBytes;
import backprop.parity.io.JsonWriter;
import backprop.parity.io.WholeFile;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import backprop.parity.model.Rows;
import backprop.parity.training.data.DataSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is left of a training: the network as a case that every command reads, and beside it all that
 * is needed to go on. Each is written whole or not at all.
 *
 * @param network the case file
 */
public record TrainingFiles(Path network) {
  private static final int SAMPLES_SHOWN = 4;
  private static final String OWN_BEGINNING = "{\"format\":\"backprop-training-";

  /** Both. */
  public List<Path> all() {
    return List.of(network, training());
  }

  /** The file to go on from. */
  public Path training() {
    return network.resolveSibling(network.getFileName() + ".training");
  }

  /**
   * Asks before any work is done whether both could be written.
   *
   * @throws InvalidInput if one cannot
   */
  public void requireWritable() {
    all().forEach(WholeFile::requireWritable);
  }

  /**
   * Asks whether what would be replaced beside the network is a saved training, for nobody expects a
   * file there to be written that he did not name.
   *
   * @throws InvalidInput if it is anything else
   */
  public void requireOwnTraining() {
    if (!Files.isRegularFile(training())) {
      return;
    }
    try {
      String beginning = FirstBytes.of(training(), OWN_BEGINNING.length());
      if (!beginning.isEmpty() && !beginning.equals(OWN_BEGINNING)) {
        throw new InvalidInput(
            "%s: expected a saved training or nothing in the place of one, found another file."
                .formatted(training()));
      }
    } catch (IOException problem) {
      throw new InvalidInput(
          training()
              + ": expected a file that can be replaced: "
              + FailureReason.of(problem)
              + ".");
    }
  }

  /**
   * Writes both. The network is the best one if the training looks for it.
   *
   * @throws InvalidInput if one cannot be written
   */
  public void write(SavedTraining training, TrainingSamples material) {
    Network inUnits = material.inUnits(training.checkpoint().result());
    WholeFile.write(network, new JsonWriter(false).write(asCase(inUnits, material)) + "\n");
    WholeFile.write(training(), SavedTrainingWriter.write(training));
  }

  /** A case asks about samples: the first of those the network is judged by. */
  private static Case asCase(Network network, TrainingSamples material) {
    DataSet judged = material.judged();
    int samples = StrictMath.min(SAMPLES_SHOWN, judged.size());
    double[][] inputs = new double[samples][];
    double[][] targets = new double[samples][];
    for (int s = 0; s < samples; s++) {
      inputs[s] = judged.input(s);
      targets[s] = judged.target(s);
    }
    String name = Printable.part(judged.name());
    return new Case(name, network, Rows.transpose(inputs), Rows.transpose(targets));
  }
}
