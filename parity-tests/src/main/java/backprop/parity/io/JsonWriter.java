package backprop.parity.io;

import backprop.loops.Layer;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.model.Spelling;
import backprop.parity.model.WeightLayout;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes cases and results as one line of JSON.
 *
 * <p>Numbers are the shortest decimals that read back as the same bits, from the library's own
 * algorithm: what {@code Double.toString} prints changed with JDK 19.
 */
public final class JsonWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final boolean hexadecimal;

  /**
   * @param hexadecimal writes every number as a hex float in quotes, which shows the bits
   */
  public JsonWriter(boolean hexadecimal) {
    this.hexadecimal = hexadecimal;
  }

  /** A case in the format {@code backprop-case-1}, without a line break. */
  public String write(Case question) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("format", CaseDraft.FORMAT);
      json.writeStringProperty("name", question.name());
      if (question.weightLayout() != WeightLayout.OUTPUTS_BY_INPUTS) {
        json.writeStringProperty("weightLayout", Spelling.of(question.weightLayout()));
      }
      json.writeArrayPropertyStart("layers");
      for (int l = 1; l <= question.network().depth(); l++) {
        Layer layer = question.network().layer(l);
        json.writeStartObject();
        json.writeStringProperty("activation", Spelling.of(layer.activation()));
        writeRows(json, "weights", inLayout(question.weightLayout(), layer.weights()));
        if (question.hasBiases(l)) {
          json.writeName("biases");
          writeRow(json, layer.biases());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringProperty("cost", Spelling.of(question.network().cost()));
      json.writeStringProperty("reduction", Spelling.of(question.network().reduction()));
      writeRows(json, "inputs", Rows.transpose(question.inputs()));
      writeRows(json, "targets", Rows.transpose(question.targets()));
      if (question.learningRate().isPresent()) {
        json.writeName("learningRate");
        writeNumber(json, question.learningRate().getAsDouble());
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  /**
   * A result in the format {@code backprop-gradients-1}, without a line break.
   *
   * @param layout of the case it answers
   * @param trace whether to write the steps between, too
   */
  public String write(Result result, WeightLayout layout, boolean trace) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("format", ResultReader.FORMAT);
      json.writeStringProperty("name", result.name());
      if (result.cost().isPresent()) {
        json.writeName("cost");
        writeNumber(json, result.cost().getAsDouble());
      }
      json.writeArrayPropertyStart("layers");
      for (int l = 1; l <= result.depth(); l++) {
        json.writeStartObject();
        for (Quantity quantity : Quantity.values()) {
          Optional<double[][]> values = result.values(quantity, l);
          boolean asked = trace || quantity.shape() != Quantity.Shape.PER_SAMPLE;
          if (values.isPresent() && asked && quantity.shape() != Quantity.Shape.PER_INPUT) {
            writeQuantity(json, quantity, values.get(), layout);
          }
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      Optional<double[][]> inputGradients = result.values(Quantity.INPUT_GRADIENTS, 1);
      if (trace && inputGradients.isPresent()) {
        writeQuantity(json, Quantity.INPUT_GRADIENTS, inputGradients.get(), layout);
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  private void writeQuantity(
      JsonGenerator json, Quantity quantity, double[][] values, WeightLayout layout) {
    switch (quantity.shape()) {
      case PER_SAMPLE, PER_INPUT -> writeRows(json, quantity.fieldName(), Rows.transpose(values));
      case PER_WEIGHT -> writeRows(json, quantity.fieldName(), inLayout(layout, values));
      case PER_NEURON -> {
        json.writeName(quantity.fieldName());
        writeRow(json, Rows.transpose(values)[0]);
      }
    }
  }

  private static double[][] inLayout(WeightLayout layout, double[][] weights) {
    return layout == WeightLayout.OUTPUTS_BY_INPUTS ? weights : Rows.transpose(weights);
  }

  private void writeRows(JsonGenerator json, String name, double[][] rows) {
    json.writeArrayPropertyStart(name);
    for (double[] row : rows) {
      writeRow(json, row);
    }
    json.writeEndArray();
  }

  private void writeRow(JsonGenerator json, double[] row) {
    json.writeStartArray();
    for (double number : row) {
      writeNumber(json, number);
    }
    json.writeEndArray();
  }

  private void writeNumber(JsonGenerator json, double number) {
    if (hexadecimal && Double.isFinite(number)) {
      json.writeString(Double.toHexString(number));
    } else {
      // What is not finite has no JSON number: the generator puts it in quotes.
      json.writeNumber(number);
    }
  }
}
