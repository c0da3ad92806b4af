package backprop.parity.truth;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.GradientSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A planted fault: step 7 without f′, in networks of two layers. */
final class WithoutHiddenDerivative implements GradientSource {
  @Override
  public String name() {
    return "without f′";
  }

  @Override
  public Result answer(Case question) {
    Network network = question.network();
    ForwardTrace trace = ForwardPass.trace(network, question.inputs(), question.targets());
    double[][] outputDelta = BackwardPass.gradients(network, trace, question.targets()).delta(2);
    double[][] hiddenDelta =
        BackwardPass.hiddenDelta(
            network.layer(2).weights(), outputDelta, Activation.IDENTITY, trace.preActivations(1));
    double factor = network.reduction().factor(question.samples(), outputDelta.length);
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (double[][] delta : List.of(hiddenDelta, outputDelta)) {
      double[][] activations = trace.activations(layers.size());
      layers.add(
          Map.of(
              Quantity.BIAS_GRADIENTS,
              Rows.column(BackwardPass.biasGradients(delta, factor)),
              Quantity.WEIGHT_GRADIENTS,
              BackwardPass.weightGradients(delta, activations, factor)));
    }
    return new Result(question.name(), OptionalDouble.of(trace.cost()), layers);
  }
}
