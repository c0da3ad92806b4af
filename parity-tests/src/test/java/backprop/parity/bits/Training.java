package backprop.parity.bits;

import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.fast.Workspace;
import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Moment;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.PerParameter;
import backprop.parity.model.Bits;
import backprop.parity.model.Rows;
import backprop.parity.sources.MatrixSource;
import backprop.parity.sources.OptimiserTranslation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** One way to take a step after the other, so that all ways can be set against each other. */
public interface Training extends AutoCloseable {
  /**
   * One step.
   *
   * @param inputs inputs × samples
   * @param targets outputs × samples
   */
  void step(double[][] inputs, double[][] targets);

  /** The bits of every number of the network and of what the optimiser remembers. */
  List<Long> bits();

  /** The network as it is now, in the loops' types. */
  Network network();

  /** The optimiser as it is now, in the loops' types. */
  Optimiser optimiser();

  @Override
  default void close() {}

  /** All three ways, the fast one on the caller's thread alone. */
  static List<Training> all(Network network, Optimiser optimiser, int largestBatch) {
    return List.of(
        loops(network, optimiser),
        matrix(network, optimiser),
        fast(network, optimiser, largestBatch, 1));
  }

  /** The textbook loops. */
  static Training loops(Network network, Optimiser optimiser) {
    return new Training() {
      private Optimiser.Step now = new Optimiser.Step(network, optimiser);

      @Override
      public void step(double[][] inputs, double[][] targets) {
        var trace = ForwardPass.trace(now.network(), inputs, targets);
        var gradients = BackwardPass.gradients(now.network(), trace, targets);
        now = now.optimiser().next(now.network(), gradients);
      }

      @Override
      public List<Long> bits() {
        return bitsOf(network(), optimiser());
      }

      @Override
      public Network network() {
        return now.network();
      }

      @Override
      public Optimiser optimiser() {
        return now.optimiser();
      }
    };
  }

  /** The matrices. */
  static Training matrix(Network network, Optimiser optimiser) {
    return new Training() {
      private backprop.matrix.optimisers.Optimiser.Step now =
          new backprop.matrix.optimisers.Optimiser.Step(
              MatrixSource.network(network), OptimiserTranslation.matrix(optimiser));

      @Override
      public void step(double[][] inputRows, double[][] targetRows) {
        RealMatrix inputs = new Array2DRowRealMatrix(inputRows);
        RealMatrix targets = new Array2DRowRealMatrix(targetRows);
        var trace = backprop.matrix.ForwardPass.trace(now.network(), inputs, targets);
        var gradients = backprop.matrix.BackwardPass.gradients(now.network(), trace, targets);
        now = now.optimiser().next(now.network(), gradients);
      }

      @Override
      public List<Long> bits() {
        return bitsOf(network(), optimiser());
      }

      @Override
      public Network network() {
        List<Layer> layers = new ArrayList<>();
        for (int l = 1; l <= network.depth(); l++) {
          backprop.matrix.Layer layer = now.network().layer(l);
          double[][] weights = layer.weights().getData();
          double[] biases = layer.biases().getColumn(0);
          layers.add(new Layer(network.layer(l).activation(), weights, biases));
        }
        return new Network(layers, network.cost(), network.reduction());
      }

      @Override
      public Optimiser optimiser() {
        return OptimiserTranslation.loops(now.optimiser());
      }
    };
  }

  /** The fast loops. */
  static Training fast(Network network, Optimiser optimiser, int largestBatch, int threads) {
    Workspace workspace = new Workspace(network, largestBatch, threads);
    workspace.load(optimiser);
    return new Training() {
      @Override
      public void step(double[][] inputs, double[][] targets) {
        workspace.compute(Rows.transpose(inputs), Rows.transpose(targets));
        workspace.update();
      }

      @Override
      public List<Long> bits() {
        return bitsOf(network(), optimiser());
      }

      @Override
      public Network network() {
        return workspace.network();
      }

      @Override
      public Optimiser optimiser() {
        return workspace.optimiser();
      }

      @Override
      public void close() {
        workspace.close();
      }
    };
  }

  /** The bits of all these numbers. */
  static List<Long> bitsOf(Network network, Optimiser optimiser) {
    List<Double> numbers = new ArrayList<>();
    for (Layer layer : network.layers()) {
      add(numbers, layer.weights(), layer.biases());
    }
    if (optimiser instanceof Momentum momentum) {
      add(numbers, momentum.velocity());
    }
    if (optimiser instanceof Adam adam) {
      for (Moment moment : List.of(adam.first(), adam.second())) {
        add(numbers, moment.mean());
        numbers.add(moment.power());
      }
    }
    return numbers.stream().map(Bits::of).toList();
  }

  private static void add(List<Double> numbers, PerParameter remembered) {
    for (int l = 1; l <= remembered.depth(); l++) {
      add(numbers, remembered.weights(l), remembered.biases(l));
    }
  }

  private static void add(List<Double> numbers, double[][] weights, double[] biases) {
    for (double[] row : weights) {
      Arrays.stream(row).forEach(numbers::add);
    }
    Arrays.stream(biases).forEach(numbers::add);
  }
}
