package backprop.parity.training.descent;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.io.FailureReason;
import backprop.parity.io.JsonCursor;
import backprop.parity.io.LimitedInput;
import backprop.parity.model.InvalidInput;
import backprop.parity.training.data.DataOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads what {@link SavedTrainingWriter} wrote. */
public final class SavedTrainingReader {
  private final OrderedFields fields;
  private final ParametersReader parameters;

  private SavedTrainingReader(OrderedFields fields) {
    this.fields = fields;
    this.parameters = new ParametersReader(fields);
  }

  /**
   * The training in a file.
   *
   * @param fileBytes that it may have, if somebody set a limit
   * @throws InvalidInput if there is none, as one sentence that names the place
   */
  public static SavedTraining read(Path file, OptionalLong fileBytes) {
    long most = fileBytes.orElse(Long.MAX_VALUE);
    try (InputStream input = new LimitedInput(file.toString(), Files.newInputStream(file), most);
        OrderedFields fields = new OrderedFields(new JsonCursor(file.toString(), input))) {
      return new SavedTrainingReader(fields).training();
    } catch (IOException problem) {
      throw new InvalidInput(
          file
              + ": expected the file that --save wrote to go on: "
              + FailureReason.of(problem)
              + ".");
    } catch (IllegalArgumentException doesNotFit) {
      throw new InvalidInput(
          file + ": expected a saved training: " + doesNotFit.getMessage() + ".");
    }
  }

  private SavedTraining training() {
    String format = fields.text("format");
    if (!format.equals(SavedTrainingWriter.FORMAT)) {
      throw fields.invalid("format", "expected \"" + SavedTrainingWriter.FORMAT + "\"");
    }
    fields.beginObject("data");
    RequestedData data = data();
    String fingerprint = fields.text("fingerprint");
    fields.endObject();
    Schedule schedule = schedule();
    SavedTraining training = new SavedTraining(data, fingerprint, schedule, checkpoint());
    fields.end();
    fields.endOfFile();
    return training;
  }

  private RequestedData data() {
    String name = fields.text("name");
    OptionalInt targets = optionalCount("targets");
    OptionalInt classes = optionalCount("classes");
    Optional<Character> separator =
        fields.has("separator") ? Optional.of(separator()) : Optional.empty();
    OptionalDouble heldOut =
        fields.has("heldOut")
            ? OptionalDouble.of(fields.number("heldOut"))
            : OptionalDouble.empty();
    Optional<Boolean> standardised =
        fields.has("standardised") ? Optional.of(fields.yes("standardised")) : Optional.empty();
    DataOptions options = new DataOptions(targets, classes, separator);
    return new RequestedData(name, options, heldOut, standardised, fields.longText("seed"));
  }

  private char separator() {
    String text = fields.text("separator");
    if (text.length() != 1) {
      throw fields.invalid("separator", "expected one character");
    }
    return text.charAt(0);
  }

  private OptionalInt optionalCount(String name) {
    return fields.has(name) ? OptionalInt.of(fields.smallCount(name)) : OptionalInt.empty();
  }

  private Schedule schedule() {
    fields.beginObject("schedule");
    int epochs = fields.smallCount("epochs");
    int batchSize = fields.smallCount("batchSize");
    if (batchSize < 1) {
      throw fields.invalid("batchSize", "expected 1 or more");
    }
    boolean shuffled = fields.yes("shuffled");
    long seed = fields.longText("seed");
    Schedule schedule = new Schedule(epochs, batchSize, shuffled, seed, optionalCount("patience"));
    fields.endObject();
    return schedule;
  }

  private Checkpoint checkpoint() {
    Network network = parameters.network();
    Optimiser optimiser = parameters.optimiser();
    long updates = fields.count("updates");
    int batches = fields.smallCount("batches");
    double[] sums = fields.row("running", true);
    if (sums.length != 3) {
      throw fields.invalid("running", "expected 3 numbers, found " + sums.length);
    }
    requirePossible(sums);
    RunningScore.Sums running = new RunningScore.Sums(sums[0], (long) sums[1], (long) sums[2]);
    List<Epoch> epochs = new ArrayList<>();
    fields.beginArray("epochs");
    while (fields.nextObject()) {
      epochs.add(epoch(epochs.size() + 1));
      fields.end();
    }
    Optional<Checkpoint.Best> best = fields.has("best") ? Optional.of(best()) : Optional.empty();
    return new Checkpoint(network, optimiser, updates, epochs, batches, running, best);
  }

  /** Right answers are counted among the samples. */
  private void requirePossible(double[] sums) {
    double right = sums[1];
    double samples = sums[2];
    boolean whole = right == StrictMath.rint(right) && samples == StrictMath.rint(samples);
    if (!whole || right < 0.0 || right > samples) {
      throw fields.invalid(
          "running",
          "expected a cost, so many right answers, and the samples among which they are");
    }
  }

  private Epoch epoch(int number) {
    Epoch.Score training = score("training");
    Optional<Epoch.Score> heldOut =
        fields.has("heldOut") ? Optional.of(score("heldOut")) : Optional.empty();
    return new Epoch(number, training, heldOut, fields.number("seconds"));
  }

  private Epoch.Score score(String name) {
    double[] numbers = fields.row(name, false);
    if (numbers.length > 2) {
      throw fields.invalid(
          name, "expected a cost and a share, found %d numbers".formatted(numbers.length));
    }
    if (numbers.length == 2 && !(numbers[1] >= 0.0 && numbers[1] <= 1.0)) {
      throw fields.invalid(name, "expected a share from 0 to 1, found " + numbers[1]);
    }
    OptionalDouble accuracy =
        numbers.length > 1 ? OptionalDouble.of(numbers[1]) : OptionalDouble.empty();
    return new Epoch.Score(numbers[0], accuracy);
  }

  private Checkpoint.Best best() {
    fields.beginObject("best");
    int epoch = fields.smallCount("epoch");
    double cost = fields.number("cost");
    Checkpoint.Best best = new Checkpoint.Best(epoch, cost, parameters.network());
    fields.endObject();
    return best;
  }
}
