package backprop.parity.verdict;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a case is computed without rounding anything, in whatever order a program adds.
 *
 * <p>Numbers that are whole multiples of 2^q and at most 2^(q + bits) in size have a place for every
 * digit, and so have their sums and products as long as those stay that small. On such a case every
 * right program gives the same numbers, and equality can be demanded.
 */
public final class RoundingFree {
  private static final int LOWEST_EXPONENT = -1_000;

  private final int bits;
  private boolean everythingFits = true;

  private RoundingFree(int bits) {
    this.bits = bits;
  }

  /**
   * Numbers of one kind: all are multiples of 2^exponent, none is larger than the magnitude.
   *
   * @param magnitude of the sum of all that are added up
   */
  private record Dyadic(int exponent, double magnitude) {}

  /** Whether a program of that precision rounds nothing in any step of the case. */
  public static boolean holds(Case question, Precision precision) {
    Network network = question.network();
    int outputs = network.layer(network.depth()).outputs();
    boolean plain =
        network.layers().stream().map(Layer::activation).allMatch(RoundingFree::isPlain)
            && (network.cost() == Cost.SQUARED_ERROR || network.cost() == Cost.HALF_SQUARED_ERROR)
            && isPowerOfTwo(network.reduction().factor(question.samples(), outputs));
    boolean wholeDigits = precision == Precision.DOUBLE || precision == Precision.FLOAT;
    int bits = precision == Precision.DOUBLE ? 53 : 24;
    return plain && wholeDigits && new RoundingFree(bits).walk(question);
  }

  private static boolean isPlain(Activation activation) {
    return activation == Activation.IDENTITY || activation == Activation.RELU;
  }

  /** Else a program that divides gets another number than one that multiplies. */
  private static boolean isPowerOfTwo(double factor) {
    return StrictMath.scalb(1.0, StrictMath.getExponent(factor)) == factor;
  }

  private boolean walk(Case question) {
    Network network = question.network();
    int depth = network.depth();
    int samples = question.samples();
    List<Dyadic> activations = new ArrayList<>(List.of(of(question.inputs())));
    for (Layer layer : network.layers()) {
      Dyadic products = times(of(layer.weights()), activations.get(activations.size() - 1));
      Dyadic biases = of(new double[][] {layer.biases()});
      activations.add(plus(sum(products, layer.inputs()), biases));
    }
    int outputs = network.layer(depth).outputs();
    Dyadic factor = of(new double[][] {{network.reduction().factor(samples, outputs)}});
    Dyadic two = new Dyadic(-1, 2.0); // a half is a multiple of 2^-1, too
    Dyadic delta = times(two, plus(activations.get(depth), of(question.targets())));
    times(sum(times(delta, delta), outputs * samples), factor);
    for (int l = depth; l >= 1; l--) {
      if (l < depth) {
        Layer forward = network.layer(l + 1);
        delta = sum(times(of(forward.weights()), delta), forward.outputs());
      }
      Dyadic gradients = times(sum(times(delta, activations.get(l - 1)), samples), factor);
      Dyadic biasGradients = times(sum(delta, samples), factor);
      if (question.learningRate().isPresent()) {
        Dyadic rate = of(new double[][] {{question.learningRate().getAsDouble()}});
        plus(of(network.layer(l).weights()), times(rate, gradients));
        plus(of(new double[][] {network.layer(l).biases()}), times(rate, biasGradients));
      }
    }
    return everythingFits;
  }

  private Dyadic of(double[][] rows) {
    int exponent = 0;
    double magnitude = 0.0;
    for (double[] row : rows) {
      for (double value : row) {
        magnitude = StrictMath.max(magnitude, StrictMath.abs(value));
        while (exponent > LOWEST_EXPONENT
            && StrictMath.rint(StrictMath.scalb(value, -exponent))
                != StrictMath.scalb(value, -exponent)) {
          exponent--;
        }
      }
    }
    return fitting(exponent, magnitude);
  }

  private Dyadic times(Dyadic left, Dyadic right) {
    return fitting(left.exponent + right.exponent, left.magnitude * right.magnitude);
  }

  private Dyadic plus(Dyadic left, Dyadic right) {
    int exponent = StrictMath.min(left.exponent, right.exponent);
    return fitting(exponent, left.magnitude + right.magnitude);
  }

  private Dyadic sum(Dyadic term, int terms) {
    return fitting(term.exponent, terms * term.magnitude);
  }

  private Dyadic fitting(int exponent, double magnitude) {
    everythingFits &=
        exponent > LOWEST_EXPONENT && magnitude <= StrictMath.scalb(1.0, exponent + bits);
    return new Dyadic(exponent, magnitude);
  }
}
