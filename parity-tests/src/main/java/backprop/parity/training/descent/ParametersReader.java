package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Moment;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.PerParameter;
import backprop.loops.optimisers.Plain;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link ParametersWriter} wrote. */
final class ParametersReader {
  private final OrderedFields fields;

  ParametersReader(OrderedFields fields) {
    this.fields = fields;
  }

  Network network() {
    fields.beginObject("network");
    Cost cost = fields.constant("cost", Cost.class);
    Reduction reduction = fields.constant("reduction", Reduction.class);
    List<Layer> layers = new ArrayList<>();
    fields.beginArray("layers");
    while (fields.nextObject()) {
      Activation activation = fields.constant("activation", Activation.class);
      double[][] weights = fields.rows("weights", true);
      layers.add(new Layer(activation, weights, fields.row("biases", true)));
      fields.end();
    }
    fields.endObject();
    return new Network(layers, cost, reduction);
  }

  Optimiser optimiser() {
    fields.beginObject("optimiser");
    OptimiserKind kind = fields.constant("name", OptimiserKind.class);
    double learningRate = fields.number("learningRate");
    Optimiser optimiser =
        switch (kind) {
          case PLAIN -> new Plain(learningRate);
          case MOMENTUM ->
              new Momentum(learningRate, fields.number("momentum"), numbers("velocity"));
          case ADAM ->
              new Adam(learningRate, fields.number("epsilon"), moment("first"), moment("second"));
        };
    fields.endObject();
    return optimiser;
  }

  private Moment moment(String name) {
    fields.beginObject(name);
    Moment moment = new Moment(fields.number("decay"), fields.number("power"), numbers("mean"));
    fields.endObject();
    return moment;
  }

  /** What is remembered may be infinite long before a weight is. */
  private PerParameter numbers(String name) {
    List<double[][]> weights = new ArrayList<>();
    List<double[]> biases = new ArrayList<>();
    fields.beginArray(name);
    while (fields.nextObject()) {
      weights.add(fields.rows("weights", false));
      biases.add(fields.row("biases", false));
      fields.end();
    }
    return new PerParameter(weights, biases);
  }
}
