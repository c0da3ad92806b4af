package backprop.parity.training.descent;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Moment;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.PerParameter;
import backprop.loops.optimisers.Plain;
import backprop.parity.model.Spelling;
import tools.jackson.core.JsonGenerator;

/** Writes what there is one number of for every weight and bias: networks and memories. */
final class ParametersWriter {
  private final JsonGenerator json;

  ParametersWriter(JsonGenerator json) {
    this.json = json;
  }

  void network(Network network) {
    json.writeObjectPropertyStart("network");
    json.writeStringProperty("cost", Spelling.of(network.cost()));
    json.writeStringProperty("reduction", Spelling.of(network.reduction()));
    json.writeArrayPropertyStart("layers");
    for (Layer layer : network.layers()) {
      json.writeStartObject();
      json.writeStringProperty("activation", Spelling.of(layer.activation()));
      parameters(layer.weights(), layer.biases());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  void optimiser(Optimiser optimiser) {
    json.writeObjectPropertyStart("optimiser");
    if (optimiser instanceof Momentum momentum) {
      json.writeStringProperty("name", Spelling.of(OptimiserKind.MOMENTUM));
      json.writeNumberProperty("learningRate", momentum.learningRate());
      json.writeNumberProperty("momentum", momentum.momentum());
      layers("velocity", momentum.velocity());
    } else if (optimiser instanceof Adam adam) {
      json.writeStringProperty("name", Spelling.of(OptimiserKind.ADAM));
      json.writeNumberProperty("learningRate", adam.learningRate());
      json.writeNumberProperty("epsilon", adam.epsilon());
      moment("first", adam.first());
      moment("second", adam.second());
    } else {
      json.writeStringProperty("name", Spelling.of(OptimiserKind.PLAIN));
      json.writeNumberProperty("learningRate", ((Plain) optimiser).learningRate());
    }
    json.writeEndObject();
  }

  private void moment(String name, Moment moment) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("decay", moment.decay());
    json.writeNumberProperty("power", moment.power());
    layers("mean", moment.mean());
    json.writeEndObject();
  }

  private void layers(String name, PerParameter numbers) {
    json.writeArrayPropertyStart(name);
    for (int l = 1; l <= numbers.depth(); l++) {
      json.writeStartObject();
      parameters(numbers.weights(l), numbers.biases(l));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void parameters(double[][] weights, double[] biases) {
    json.writeArrayPropertyStart("weights");
    for (double[] row : weights) {
      row(row);
    }
    json.writeEndArray();
    json.writeName("biases");
    row(biases);
  }

  void row(double... numbers) {
    json.writeStartArray();
    for (double number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }
}
