package backprop.parity.page;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Spelling;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.verdict.BitComparison;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What the page knows of a case, as JSON: the network, the samples, and what both twins made of
 * them. All matrices stand as in memory, a column per sample.
 */
final class PageData {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final Case question;
  private final Network network;
  private final MatrixExcerpt window;

  PageData(Case question) {
    this.question = question;
    this.network = question.network();
    this.window = MatrixExcerpt.forNumbers(numbers());
  }

  private long numbers() {
    long numbers = (long) question.samples() * (network.layer(1).inputs() + outputs());
    for (Layer layer : network.layers()) {
      numbers += (long) layer.outputs() * (layer.inputs() + 1L);
    }
    return numbers;
  }

  private int outputs() {
    return network.layer(network.depth()).outputs();
  }

  /**
   * Everything about the case, in one line. What the matrices give is left out where it is what the
   * loops give, to the last bit.
   *
   * @param origin where the case comes from
   */
  String write(CaseOrigin origin) {
    Result loops = new LoopsSource().answer(question);
    Result matrix = new MatrixSource().answer(question);
    BitComparison comparison = BitComparison.of(loops, matrix);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("name", question.name());
      json.writeObjectPropertyStart("descriptions");
      json.writeStringProperty("en", origin.english());
      json.writeStringProperty("ja", origin.japanese());
      json.writeEndObject();
      json.writeStringProperty("argument", origin.argument());
      json.writeBooleanProperty("whole", window.isWhole());
      json.writeNumberProperty("shown", window.shown());
      json.writeNumberProperty("samples", question.samples());
      json.writeStringProperty("cost", Spelling.of(network.cost()));
      json.writeStringProperty("reduction", Spelling.of(network.reduction()));
      if (question.learningRate().isPresent()) {
        json.writeNumberProperty("learningRate", question.learningRate().getAsDouble());
      }
      writeLayers(json);
      writeRows(json, "inputs", question.inputs());
      writeRows(json, "targets", question.targets());
      json.writeNumberProperty("identical", comparison.identical());
      json.writeNumberProperty("total", comparison.total());
      writeResult(json, "loops", loops);
      if (comparison.identical() < comparison.total()) {
        writeResult(json, "matrix", matrix);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private void writeLayers(JsonGenerator json) {
    json.writeArrayPropertyStart("layers");
    for (int l = 1; l <= network.depth(); l++) {
      Layer layer = network.layer(l);
      json.writeStartObject();
      json.writeStringProperty("activation", Spelling.of(layer.activation()));
      json.writeNumberProperty("inputs", layer.inputs());
      json.writeNumberProperty("outputs", layer.outputs());
      writeRows(json, "weights", layer.weights());
      if (question.hasBiases(l)) {
        writeBiases(json, layer);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void writeBiases(JsonGenerator json, Layer layer) {
    json.writeArrayPropertyStart("biases");
    for (double bias : window.of(layer.biases())) {
      json.writeNumber(bias);
    }
    json.writeEndArray();
  }

  private void writeResult(JsonGenerator json, String name, Result result) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("cost", result.cost().orElseThrow());
    json.writeArrayPropertyStart("layers");
    for (int l = 1; l <= result.depth(); l++) {
      json.writeStartObject();
      for (Quantity quantity : Quantity.values()) {
        if (quantity != Quantity.INPUT_GRADIENTS) {
          Optional<double[][]> values = result.values(quantity, l);
          values.ifPresent(rows -> writeRows(json, quantity.fieldName(), rows));
        }
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeRows(JsonGenerator json, String name, double[][] rows) {
    json.writeArrayPropertyStart(name);
    for (double[] row : window.of(rows)) {
      json.writeStartArray();
      for (double number : row) {
        json.writeNumber(number);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
