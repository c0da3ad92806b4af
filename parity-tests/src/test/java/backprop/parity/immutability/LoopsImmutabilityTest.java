package backprop.parity.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Gradients;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody's later write reaches into the loops' layers, traces and gradients. */
class LoopsImmutabilityTest {
  private static final double WRITTEN = 99.0;

  private final double[][] weights = {{0.5, -0.25}};
  private final double[] biases = {0.125};
  private final Layer layer = new Layer(Activation.TANH, weights, biases);
  private final Network network = new Network(List.of(layer), Cost.SQUARED_ERROR, Reduction.MEAN);
  private final double[][] inputs = {{1.0}, {2.0}};
  private final double[][] targets = {{0.75}};
  private final ForwardTrace trace = ForwardPass.trace(network, inputs, targets);
  private final Gradients gradients = BackwardPass.gradients(network, trace, targets);

  @Test
  void theLayerKeepsItsWeightsWhenTheCallersAreOverwritten() {
    weights[0][0] = WRITTEN;
    assertThat(layer.weights()[0][0]).isEqualTo(0.5);
  }

  @Test
  void theLayerKeepsItsBiasesWhenTheCallersAreOverwritten() {
    biases[0] = WRITTEN;
    assertThat(layer.biases()[0]).isEqualTo(0.125);
  }

  @Test
  void theLayerHandsOutCopiesOfItsWeights() {
    layer.weights()[0][0] = WRITTEN;
    assertThat(layer.weights()[0][0]).isEqualTo(0.5);
  }

  @Test
  void theLayerHandsOutCopiesOfItsBiases() {
    layer.biases()[0] = WRITTEN;
    assertThat(layer.biases()[0]).isEqualTo(0.125);
  }

  @Test
  void theNetworkKeepsItsLayersWhenTheCallersListChanges() {
    List<Layer> layers = new ArrayList<>(List.of(layer));
    Network kept = new Network(layers, Cost.SQUARED_ERROR, Reduction.MEAN);
    layers.clear();
    assertThat(kept.layers()).containsExactly(layer);
  }

  @Test
  void theTraceKeepsTheInputsWhenTheCallersAreOverwritten() {
    inputs[0][0] = WRITTEN;
    assertThat(trace.activations(0)[0][0]).isEqualTo(1.0);
  }

  @Test
  void theTraceHandsOutCopiesOfItsPreActivations() {
    double before = trace.preActivations(1)[0][0];
    trace.preActivations(1)[0][0] = WRITTEN;
    assertThat(trace.preActivations(1)[0][0]).isEqualTo(before);
  }

  @Test
  void theTraceHandsOutCopiesOfItsActivations() {
    double before = trace.activations(1)[0][0];
    trace.activations(1)[0][0] = WRITTEN;
    assertThat(trace.activations(1)[0][0]).isEqualTo(before);
  }

  @Test
  void theGradientsHandOutCopiesOfTheirDelta() {
    double before = gradients.delta(1)[0][0];
    gradients.delta(1)[0][0] = WRITTEN;
    assertThat(gradients.delta(1)[0][0]).isEqualTo(before);
  }

  @Test
  void theGradientsHandOutCopiesOfTheirBiasGradients() {
    double before = gradients.biasGradients(1)[0];
    gradients.biasGradients(1)[0] = WRITTEN;
    assertThat(gradients.biasGradients(1)[0]).isEqualTo(before);
  }

  @Test
  void theGradientsHandOutCopiesOfTheirWeightGradients() {
    double before = gradients.weightGradients(1)[0][0];
    gradients.weightGradients(1)[0][0] = WRITTEN;
    assertThat(gradients.weightGradients(1)[0][0]).isEqualTo(before);
  }

  @Test
  void theStepsLeaveWhatTheyAreGivenUntouched() {
    assertThat(weights).isDeepEqualTo(new double[][] {{0.5, -0.25}});
    assertThat(biases).containsExactly(0.125);
    assertThat(inputs).isDeepEqualTo(new double[][] {{1.0}, {2.0}});
    assertThat(targets).isDeepEqualTo(new double[][] {{0.75}});
  }
}
