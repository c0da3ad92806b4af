package backprop.parity.training.descent;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a training as one line of JSON, in the format {@code backprop-training-1}.
 *
 * <p>Every number reads back as the same bits.
 */
public final class SavedTrainingWriter {
  /** The first field of the file. */
  public static final String FORMAT = "backprop-training-1";

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final JsonGenerator json;
  private final ParametersWriter parameters;

  private SavedTrainingWriter(JsonGenerator json) {
    this.json = json;
    this.parameters = new ParametersWriter(json);
  }

  /** The text of the file. */
  public static String write(SavedTraining training) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      new SavedTrainingWriter(json).writeAll(training);
    }
    return text + "\n";
  }

  private void writeAll(SavedTraining training) {
    json.writeStartObject();
    json.writeStringProperty("format", FORMAT);
    data(training.data(), training.fingerprint());
    schedule(training.schedule());
    checkpoint(training.checkpoint());
    json.writeEndObject();
  }

  private void data(RequestedData wish, String fingerprint) {
    json.writeObjectPropertyStart("data");
    json.writeStringProperty("name", wish.data());
    wish.options().targets().ifPresent(count -> json.writeNumberProperty("targets", count));
    wish.options().classes().ifPresent(count -> json.writeNumberProperty("classes", count));
    wish.options()
        .separator()
        .ifPresent(separator -> json.writeStringProperty("separator", separator.toString()));
    wish.heldOut().ifPresent(share -> json.writeNumberProperty("heldOut", share));
    wish.standardised()
        .ifPresent(asked -> json.writeStringProperty("standardised", asked ? "yes" : "no"));
    json.writeStringProperty("seed", Long.toString(wish.seed()));
    json.writeStringProperty("fingerprint", fingerprint);
    json.writeEndObject();
  }

  private void schedule(Schedule schedule) {
    json.writeObjectPropertyStart("schedule");
    json.writeNumberProperty("epochs", schedule.epochs());
    json.writeNumberProperty("batchSize", schedule.batchSize());
    json.writeStringProperty("shuffled", schedule.shuffled() ? "yes" : "no");
    json.writeStringProperty("seed", Long.toString(schedule.seed()));
    schedule.patience().ifPresent(patience -> json.writeNumberProperty("patience", patience));
    json.writeEndObject();
  }

  private void checkpoint(Checkpoint checkpoint) {
    parameters.network(checkpoint.network());
    parameters.optimiser(checkpoint.optimiser());
    json.writeNumberProperty("updates", checkpoint.updates());
    json.writeNumberProperty("batches", checkpoint.batches());
    json.writeName("running");
    RunningScore.Sums sums = checkpoint.running();
    parameters.row(sums.costs(), sums.right(), sums.samples());
    json.writeArrayPropertyStart("epochs");
    checkpoint.epochs().forEach(this::epoch);
    json.writeEndArray();
    checkpoint.best().ifPresent(this::best);
  }

  /** A score without an accuracy has one number less. */
  private void epoch(Epoch epoch) {
    json.writeStartObject();
    json.writeName("training");
    score(epoch.training());
    epoch.heldOut().ifPresent(score -> json.writeName("heldOut"));
    epoch.heldOut().ifPresent(this::score);
    json.writeNumberProperty("seconds", epoch.seconds());
    json.writeEndObject();
  }

  private void score(Epoch.Score score) {
    if (score.accuracy().isPresent()) {
      parameters.row(score.cost(), score.accuracy().getAsDouble());
    } else {
      parameters.row(score.cost());
    }
  }

  private void best(Checkpoint.Best best) {
    json.writeObjectPropertyStart("best");
    json.writeNumberProperty("epoch", best.epoch());
    json.writeNumberProperty("cost", best.cost());
    parameters.network(best.network());
    json.writeEndObject();
  }
}
