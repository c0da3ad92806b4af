package backprop.parity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.matrix.Activation;
import backprop.matrix.BackwardPass;
import backprop.matrix.Cost;
import backprop.matrix.ForwardPass;
import backprop.matrix.ForwardTrace;
import backprop.matrix.GradientDescent;
import backprop.matrix.Gradients;
import backprop.matrix.Layer;
import backprop.matrix.Network;
import backprop.matrix.Reduction;
import backprop.parity.model.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Numeric rule 6 for the caller: a caller who brings blocks gets the bits of plain rows. */
class BlocksPassedInTest {
  private static final int SIZE = 65;

  @ParameterizedTest
  @EnumSource(Cost.class)
  void aNetworkMadeOfBlocksHasTheBitsOfPlainRows(Cost cost) {
    List<Double> plain = everything(cost, Array2DRowRealMatrix::new);
    List<Double> blocks = everything(cost, BlockRealMatrix::new);
    assertThat(blocks).hasSameSizeAs(plain);
    for (int index = 0; index < plain.size(); index++) {
      assertThat(Bits.text(blocks.get(index)))
          .as("%s: entry %d of all steps in order", cost, index)
          .isEqualTo(Bits.text(plain.get(index)));
    }
  }

  /** Every entry of every step of a 65-65-65 network with 65 samples. */
  private static List<Double> everything(Cost cost, Function<double[][], RealMatrix> storage) {
    Random random = new Random(1);
    List<Layer> layers = new ArrayList<>();
    for (Activation activation : List.of(Activation.TANH, Activation.SOFTMAX)) {
      RealMatrix weights = storage.apply(rows(SIZE, 0.1, random));
      layers.add(new Layer(activation, weights, storage.apply(rows(1, 0.1, random))));
    }
    Network network = new Network(layers, cost, Reduction.MEAN);
    RealMatrix inputs = storage.apply(rows(SIZE, 1.0, random));
    RealMatrix targets = storage.apply(rows(SIZE, 1.0, random));

    ForwardTrace trace = ForwardPass.trace(network, inputs, targets);
    Gradients gradients = BackwardPass.gradients(network, trace, targets);
    Network updated = GradientDescent.updatedNetwork(network, gradients, 0.1);
    List<Double> entries = new ArrayList<>(List.of(trace.cost()));
    for (int l = 1; l <= network.depth(); l++) {
      add(entries, trace.preActivations(l));
      add(entries, trace.activations(l));
      add(entries, gradients.delta(l));
      add(entries, gradients.biasGradients(l));
      add(entries, gradients.weightGradients(l));
      add(entries, updated.layer(l).weights());
      add(entries, updated.layer(l).biases());
    }
    return entries;
  }

  private static void add(List<Double> entries, RealMatrix matrix) {
    for (double[] row : matrix.getData()) {
      for (double entry : row) {
        entries.add(entry);
      }
    }
  }

  /** Between 0 and the scale, where every cost is defined. */
  private static double[][] rows(int columns, double scale, Random random) {
    double[][] rows = new double[SIZE][columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] = scale * random.nextDouble();
      }
    }
    return rows;
  }
}
