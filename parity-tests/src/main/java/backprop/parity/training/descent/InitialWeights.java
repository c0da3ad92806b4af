package backprop.parity.training.descent;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * What a network knows before it has learned anything.
 *
 * <p>The numbers come from {@link Random}, the one generator whose every bit the platform
 * specifies, normal ones included: layer after layer, row after row of weights. So the same seed
 * starts the same training everywhere.
 */
public enum InitialWeights {
  /** All weights and biases 0. Then all neurons of a hidden layer stay alike, however long. */
  ZERO,
  /**
   * Uniform between ±√(6 / (inputs + outputs)), biases 0: for tanh and sigmoid.
   *
   * <p>Source: X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward
   * neural networks, 2010, equation 16.
   */
  XAVIER,
  /**
   * Normal with the variance 2 / inputs, biases 0: for relu.
   *
   * <p>Source: K. He, X. Zhang, S. Ren and J. Sun, Delving Deep into Rectifiers, 2015, equation 10.
   */
  HE,
  /**
   * Normal with the variance 1, biases too, whatever the widths; large for a wide layer.
   *
   * <p>Source: M. Nielsen, Neural Networks and Deep Learning, 2015, chapter 1, network.py.
   */
  NORMAL;

  /**
   * A network before its first step.
   *
   * @param widths of the inputs and of every layer, at least two, all at least 1
   * @param hidden the activation of every layer but the last
   * @param output the activation of the last layer
   * @throws IllegalArgumentException if there is no such network
   */
  public Network network(
      int[] widths,
      Activation hidden,
      Activation output,
      Cost cost,
      Reduction reduction,
      long seed) {
    Random random = new Random(seed);
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      Activation activation = l < widths.length - 1 ? hidden : output;
      layers.add(layer(activation, widths[l - 1], widths[l], random));
    }
    return new Network(layers, cost, reduction);
  }

  private Layer layer(Activation activation, int inputs, int outputs, Random random) {
    if (inputs < 1 || outputs < 1) {
      throw new IllegalArgumentException("every layer needs at least 1 input and 1 neuron");
    }
    DoubleSupplier numbers = numbers(inputs, outputs, random);
    double[][] weights = new double[outputs][];
    for (int j = 0; j < outputs; j++) {
      weights[j] = row(inputs, numbers);
    }
    double[] biases = this == NORMAL ? row(outputs, numbers) : new double[outputs];
    return new Layer(activation, weights, biases);
  }

  private DoubleSupplier numbers(int inputs, int outputs, Random random) {
    double limit = StrictMath.sqrt(6.0 / ((double) inputs + outputs));
    double deviation = StrictMath.sqrt(2.0 / inputs);
    return switch (this) {
      case ZERO -> () -> 0.0;
      case XAVIER -> () -> limit * (2.0 * random.nextDouble() - 1.0);
      case HE -> () -> deviation * random.nextGaussian();
      case NORMAL -> random::nextGaussian;
    };
  }

  private static double[] row(int count, DoubleSupplier numbers) {
    double[] row = new double[count];
    for (int i = 0; i < count; i++) {
      row[i] = numbers.getAsDouble();
    }
    return row;
  }
}
