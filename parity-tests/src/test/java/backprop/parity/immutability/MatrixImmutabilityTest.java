package backprop.parity.immutability;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Activation;
import backprop.matrix.BackwardPass;
import backprop.matrix.Cost;
import backprop.matrix.ForwardPass;
import backprop.matrix.ForwardTrace;
import backprop.matrix.Gradients;
import backprop.matrix.Layer;
import backprop.matrix.Network;
import backprop.matrix.Reduction;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/** Nobody's later write reaches into the matrices' layers, traces and gradients. */
class MatrixImmutabilityTest {
  private static final double WRITTEN = 99.0;

  private final RealMatrix weights = matrix(0.5, -0.25).transpose();
  private final RealMatrix biases = matrix(0.125);
  private final Layer layer = new Layer(Activation.TANH, weights, biases);
  private final Network network = new Network(List.of(layer), Cost.SQUARED_ERROR, Reduction.MEAN);
  private final RealMatrix inputs = matrix(1.0, 2.0);
  private final RealMatrix targets = matrix(0.75);
  private final ForwardTrace trace = ForwardPass.trace(network, inputs, targets);
  private final Gradients gradients = BackwardPass.gradients(network, trace, targets);

  @Test
  void theLayerKeepsItsWeightsWhenTheCallersAreOverwritten() {
    weights.setEntry(0, 0, WRITTEN);
    assertThat(layer.weights().getEntry(0, 0)).isEqualTo(0.5);
  }

  @Test
  void theLayerKeepsItsBiasesWhenTheCallersAreOverwritten() {
    biases.setEntry(0, 0, WRITTEN);
    assertThat(layer.biases().getEntry(0, 0)).isEqualTo(0.125);
  }

  @Test
  void theLayerHandsOutCopiesOfItsWeights() {
    layer.weights().setEntry(0, 0, WRITTEN);
    assertThat(layer.weights().getEntry(0, 0)).isEqualTo(0.5);
  }

  @Test
  void theLayerHandsOutCopiesOfItsBiases() {
    layer.biases().setEntry(0, 0, WRITTEN);
    assertThat(layer.biases().getEntry(0, 0)).isEqualTo(0.125);
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
    inputs.setEntry(0, 0, WRITTEN);
    assertThat(trace.activations(0).getEntry(0, 0)).isEqualTo(1.0);
  }

  @Test
  void theTraceHandsOutCopiesOfItsPreActivations() {
    double before = trace.preActivations(1).getEntry(0, 0);
    trace.preActivations(1).setEntry(0, 0, WRITTEN);
    assertThat(trace.preActivations(1).getEntry(0, 0)).isEqualTo(before);
  }

  @Test
  void theTraceHandsOutCopiesOfItsActivations() {
    double before = trace.activations(1).getEntry(0, 0);
    trace.activations(1).setEntry(0, 0, WRITTEN);
    assertThat(trace.activations(1).getEntry(0, 0)).isEqualTo(before);
  }

  @Test
  void theGradientsHandOutCopiesOfTheirDelta() {
    double before = gradients.delta(1).getEntry(0, 0);
    gradients.delta(1).setEntry(0, 0, WRITTEN);
    assertThat(gradients.delta(1).getEntry(0, 0)).isEqualTo(before);
  }

  @Test
  void theGradientsHandOutCopiesOfTheirBiasGradients() {
    double before = gradients.biasGradients(1).getEntry(0, 0);
    gradients.biasGradients(1).setEntry(0, 0, WRITTEN);
    assertThat(gradients.biasGradients(1).getEntry(0, 0)).isEqualTo(before);
  }

  @Test
  void theGradientsHandOutCopiesOfTheirWeightGradients() {
    double before = gradients.weightGradients(1).getEntry(0, 0);
    gradients.weightGradients(1).setEntry(0, 0, WRITTEN);
    assertThat(gradients.weightGradients(1).getEntry(0, 0)).isEqualTo(before);
  }

  @Test
  void theStepsLeaveWhatTheyAreGivenUntouched() {
    assertThat(weights).isEqualTo(matrix(0.5, -0.25).transpose());
    assertThat(biases).isEqualTo(matrix(0.125));
    assertThat(inputs).isEqualTo(matrix(1.0, 2.0));
    assertThat(targets).isEqualTo(matrix(0.75));
  }

  private static RealMatrix matrix(double... column) {
    return new Array2DRowRealMatrix(column);
  }
}
