package backprop.parity.truth;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Either twin, asked in the same words: what holds for one must hold for both. */
final class Twins {
  private Twins() {}

  static Stream<GradientSource> both() {
    return Stream.of(new LoopsSource(), new MatrixSource());
  }

  /** What a step gave for layer l, counted from 1. */
  static double[][] values(Result answer, Quantity quantity, int l) {
    return answer.values(quantity, l).orElseThrow();
  }

  /** The same question to the network after that many of the twin's steps 8. */
  static Case afterSteps(GradientSource twin, Case question, int steps) {
    Case current = question;
    for (int step = 0; step < steps; step++) {
      current = afterStep(current, twin.answer(current), true);
    }
    return current;
  }

  /** The same question to the network with the updated weights; the biases can be held fast. */
  static Case afterStep(Case question, Result answer, boolean withBiases) {
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      Layer layer = question.network().layer(l);
      double[][] updatedBiases = values(answer, Quantity.UPDATED_BIASES, l);
      double[] biases = withBiases ? column(updatedBiases) : layer.biases();
      double[][] weights = values(answer, Quantity.UPDATED_WEIGHTS, l);
      layers.add(new Layer(layer.activation(), weights, biases));
    }
    return withLayers(question, layers);
  }

  /** The same question to other layers. */
  static Case withLayers(Case question, List<Layer> layers) {
    Network network = question.network();
    return new Case(
        question.name(),
        new Network(layers, network.cost(), network.reduction()),
        question.inputs(),
        question.targets(),
        question.learningRate(),
        question.weightLayout());
  }

  /** The only column. */
  static double[] column(double[][] rows) {
    return Stream.of(rows).mapToDouble(row -> row[0]).toArray();
  }
}
