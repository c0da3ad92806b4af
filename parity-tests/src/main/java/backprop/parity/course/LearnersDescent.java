package backprop.parity.course;

import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.suites.WorkedExamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A network on its way down the cost: what an answer says of the next weights is the next question.
 *
 * @param question the network as it is after these steps, with its samples
 */
record LearnersDescent(int steps, Case question) {
  /**
   * Chapter 9's pictures of ○ and ×. The course knows half the squared error, so its cost and its
   * gradients are half those of the chapter, and twice the learning rate makes the same steps.
   */
  static LearnersDescent ofPictures() {
    Case pictures = WorkedExamples.named("circles-and-crosses");
    Network network =
        new Network(pictures.network().layers(), Cost.HALF_SQUARED_ERROR, Reduction.SUM);
    double twice = 2 * pictures.learningRate().orElseThrow();
    return new LearnersDescent(0, renamed(0, pictures, network, OptionalDouble.of(twice)));
  }

  /**
   * One step further down.
   *
   * @param answer to the question, with the updated parameters of every layer
   */
  LearnersDescent after(Result answer) {
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      double[][] weights = answer.values(Quantity.UPDATED_WEIGHTS, l).orElseThrow();
      double[][] biases = answer.values(Quantity.UPDATED_BIASES, l).orElseThrow();
      double[] row = Rows.transpose(biases)[0];
      layers.add(new Layer(question.network().layer(l).activation(), weights, row));
    }
    Network before = question.network();
    Network network = new Network(layers, before.cost(), before.reduction());
    return new LearnersDescent(
        steps + 1, renamed(steps + 1, question, network, question.learningRate()));
  }

  private static Case renamed(int steps, Case old, Network network, OptionalDouble learningRate) {
    String name = "circles-and-crosses-%d".formatted(steps);
    return new Case(name, network, old.inputs(), old.targets(), learningRate, old.weightLayout());
  }

  /** All weights and biases, layer by layer. */
  double[] parameters() {
    return question.network().layers().stream()
        .flatMapToDouble(
            layer ->
                DoubleStream.concat(
                    Arrays.stream(layer.weights()).flatMapToDouble(Arrays::stream),
                    Arrays.stream(layer.biases())))
        .toArray();
  }
}
