package backprop.parity.truth;

import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.Gradients;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.bits.Training;
import backprop.parity.model.Case;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where one weight or bias began, the gradient it met at each step, and where it came to.
 *
 * @param start before the first step
 * @param gradients one a step
 * @param end after the last step
 */
record RecordedParameter(double start, double[] gradients, double end) {
  /** Every weight and bias of a training: the witness of an optimiser needs nothing else. */
  static List<RecordedParameter> of(Training training, Case question, int steps) {
    List<Double> starts = parameters(training.network());
    List<List<Double>> gradients = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      gradients.add(gradients(training.network(), question));
      training.step(question.inputs(), question.targets());
    }
    List<Double> ends = parameters(training.network());
    List<RecordedParameter> recorded = new ArrayList<>();
    for (int index = 0; index < starts.size(); index++) {
      int entry = index;
      double[] met = gradients.stream().mapToDouble(each -> each.get(entry)).toArray();
      recorded.add(new RecordedParameter(starts.get(index), met, ends.get(index)));
    }
    return recorded;
  }

  private static List<Double> parameters(Network network) {
    List<Double> numbers = new ArrayList<>();
    for (Layer layer : network.layers()) {
      add(numbers, layer.weights(), layer.biases());
    }
    return numbers;
  }

  private static List<Double> gradients(Network network, Case question) {
    var trace = ForwardPass.trace(network, question.inputs(), question.targets());
    Gradients gradients = BackwardPass.gradients(network, trace, question.targets());
    List<Double> numbers = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      add(numbers, gradients.weightGradients(l), gradients.biasGradients(l));
    }
    return numbers;
  }

  private static void add(List<Double> numbers, double[][] weights, double[] biases) {
    for (double[] row : weights) {
      Arrays.stream(row).forEach(numbers::add);
    }
    Arrays.stream(biases).forEach(numbers::add);
  }
}
