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
import java.util.stream.IntStream;

/**
 * What is left of a training: the network as a case that every command reads, and beside it all that
 * is needed to go on. Each is written whole or not at all.
 *
 * @param network the case file
 */
public record TrainingFiles(Path network) {
  private static final int SAMPLES_SHOWN = 4;
  private static final String BEGINNING = "{\"format\":\"backprop-training-";

  /** Both. */
  public List<Path> all() {
    return List.of(network, training());
  }

  /** The file to go on from. */
  public Path training() {
    return network.resolveSibling(network.getFileName() + ".training");
  }

  /** The training to go on with. */
  public SavedTraining read() {
    return SavedTrainings.read(training());
  }

  /**
   * Checks that the file beside the network, which nobody named, is a saved training or not there.
   *
   * @throws InvalidInput if it is anything else
   */
  public void requireOwnTraining() {
    if (!Files.isRegularFile(training())) {
      return;
    }
    String found;
    try {
      found = FirstBytes.of(training(), BEGINNING.length());
    } catch (IOException problem) {
      String sentence = "%s: expected a file that can be replaced: %s.";
      throw new InvalidInput(sentence.formatted(training(), FailureReason.of(problem)));
    }
    if (!found.isEmpty() && !found.equals(BEGINNING)) {
      String sentence =
          "%s: expected a saved training or nothing in the place of one, found another file.";
      throw new InvalidInput(sentence.formatted(training()));
    }
  }

  /**
   * Writes both. The network is the best one if the training looks for it; the case asks about the
   * first of the samples that it is judged by.
   *
   * @throws InvalidInput if one cannot be written
   */
  public void write(SavedTraining training, TrainingSamples samples) {
    Network inUnits = samples.inUnits(training.checkpoint().result());
    DataSet judged = samples.judged();
    int shown = StrictMath.min(SAMPLES_SHOWN, judged.size());
    DataSet some = judged.subset(IntStream.range(0, shown).toArray());
    double[][] inputs = Rows.transpose(some.inputRows());
    Case question =
        new Case(Printable.part(judged.name()), inUnits, inputs, Rows.transpose(some.targetRows()));
    WholeFile.write(network, new JsonWriter(false).write(question) + "\n");
    WholeFile.write(training(), SavedTrainings.write(training));
  }
}
