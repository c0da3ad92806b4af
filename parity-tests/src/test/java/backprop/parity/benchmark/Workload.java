package backprop.parity.benchmark;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.suites.RandomCases;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What is timed: sigmoid in the hidden layers, softmax with cross-entropy, the mean of a batch. */
public enum Workload {
  /** The network of the O'Reilly-book notes. */
  W1(3, 2, 3, 3),
  /** The tutorial's network for handwritten digits. */
  W2(10, 784, 30, 10),
  W3(100, 784, 100, 10),
  W4(128, 784, 512, 512, 10),
  /** Layers wider than any near cache. */
  W5(512, 784, 2048, 2048, 10),
  H64(100, 784, 64, 10),
  H128(100, 784, 128, 10),
  H256(100, 784, 256, 10),
  H512(100, 784, 512, 10),
  H1024(100, 784, 1024, 10),
  H2048(100, 784, 2048, 10);

  /** Those that every contender is timed on. */
  static final List<Workload> COMPARED = List.of(W1, W2, W3, W4, W5);

  /** Those that show how the time grows with the number of weights. */
  static final List<Workload> GROWING = List.of(H64, H128, H256, H512, H1024, H2048);

  private final int samples;
  private final int[] widths;

  Workload(int samples, int... widths) {
    this.samples = samples;
    this.widths = widths;
  }

  /** The network, inputs and targets; the same numbers in every JVM. */
  Case question() {
    Objective ending = new Objective(Activation.SOFTMAX, Cost.CROSS_ENTROPY, Reduction.MEAN);
    List<Activation> hidden = Collections.nCopies(widths.length - 2, Activation.SIGMOID);
    return new RandomCases(1).next(name(), widths, samples, hidden, ending);
  }

  /** The number of weights and biases. */
  int parameters() {
    int parameters = 0;
    for (int l = 1; l < widths.length; l++) {
      parameters += widths[l] * (widths[l - 1] + 1);
    }
    return parameters;
  }

  /** Multiplications and additions of the matrix products, which are nearly all there are. */
  double operations() {
    double weights = 0.0;
    double sentBack = 0.0; // weights that step 7 takes the delta through: all but the first layer's
    for (int l = 1; l < widths.length; l++) {
      double ofLayer = (double) widths[l] * widths[l - 1];
      weights += ofLayer;
      sentBack += l == 1 ? 0.0 : ofLayer;
    }
    return 2.0 * samples * (2.0 * weights + sentBack);
  }

  /** What must be read or written at least once: parameters, their gradients, data, in bytes. */
  double leastTraffic() {
    double data = (double) samples * (widths[0] + widths[widths.length - 1]);
    return Double.BYTES * (2.0 * parameters() + data);
  }

  /** Such as {@code 784-30-10, N 10}. */
  String shape() {
    String layers =
        Arrays.stream(widths).mapToObj(Integer::toString).collect(Collectors.joining("-"));
    return "%s, N %d".formatted(layers, samples);
  }
}
