package backprop.parity.diagnosis;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The first step whose numbers cannot come from right ones before it.
 *
 * <p>Each step is computed again from the candidate's own earlier numbers, so that what a wrong step
 * spoils behind it is not blamed. A candidate that shows gradients alone gives its deltas and
 * activations away where there is one sample: the bias gradients are the deltas, and what each
 * weight gradient is divided by its delta is the activation.
 *
 * @param step from 1 to 7
 * @param layer from 1
 * @param factor by which all of the step's numbers are off, if there is one
 */
record FaultPlace(int step, int layer, OptionalDouble factor) {
  /** Rounding is far below, the smallest mistake far above. */
  private static final double SAME = 1e-7;

  /** The place that all wrong cases agree on which give one away. */
  static Optional<FaultPlace> of(List<CaseComparison> wrong) {
    List<FaultPlace> places = wrong.stream().flatMap(one -> of(one).stream()).toList();
    return places.stream().min((one, other) -> Integer.compare(one.rank(), other.rank()));
  }

  /** Steps 1 to 3 come before 4, and step 7 before the gradients made of it. */
  private int rank() {
    return step == 7 ? 4 : step;
  }

  private static Optional<FaultPlace> of(CaseComparison comparison) {
    Case question = comparison.question();
    Network network = question.network();
    OwnTrace own = new OwnTrace(question, comparison.actual());
    for (int l = 1; l <= network.depth(); l++) {
      Optional<FaultPlace> forward = forward(network, own, l);
      if (forward.isPresent()) {
        return forward;
      }
    }
    for (int l = network.depth(); l >= 1; l--) {
      Optional<FaultPlace> delta = delta(comparison, own, l);
      if (delta.isPresent()) {
        return delta;
      }
    }
    return Optional.empty();
  }

  private static Optional<FaultPlace> forward(Network network, OwnTrace own, int l) {
    Layer layer = network.layer(l);
    Optional<double[][]> given = own.preActivations(l);
    Optional<double[][]> before = own.activations(l - 1);
    Optional<double[][]> right =
        before.map(a -> ForwardPass.preActivations(layer.weights(), layer.biases(), a));
    return parting(1, l, right, given)
        .or(
            () ->
                parting(
                    2,
                    l,
                    given.or(() -> right).map(z -> ForwardPass.activations(layer.activation(), z)),
                    own.activations(l)));
  }

  private static Optional<FaultPlace> delta(CaseComparison comparison, OwnTrace own, int l) {
    Case question = comparison.question();
    Network network = question.network();
    int depth = network.depth();
    Optional<double[][]> z = own.preActivationsOrRight(l);
    if (z.isEmpty() || own.deltas(l).isEmpty()) {
      return Optional.empty();
    }
    Activation activation = network.layer(l).activation();
    double[][] a = own.activations(l).orElseGet(() -> ForwardPass.activations(activation, z.get()));
    Optional<double[][]> right =
        l == depth
            ? Optional.of(
                BackwardPass.outputDelta(
                    network.cost(), activation, z.get(), a, question.targets()))
            : own.deltas(l + 1)
                .map(
                    next ->
                        BackwardPass.hiddenDelta(
                            network.layer(l + 1).weights(), next, activation, z.get()));
    return parting(l == depth ? 4 : 7, l, right, own.deltas(l));
  }

  private static Optional<FaultPlace> parting(
      int step, int l, Optional<double[][]> right, Optional<double[][]> found) {
    if (right.isEmpty() || found.isEmpty() || same(right.get(), found.get(), 1.0)) {
      return Optional.empty();
    }
    double factor = factor(right.get(), found.get());
    boolean constant = factor != 0.0 && same(right.get(), found.get(), factor);
    return Optional.of(
        new FaultPlace(step, l, constant ? OptionalDouble.of(factor) : OptionalDouble.empty()));
  }

  /** What the largest number is multiplied by. */
  private static double factor(double[][] right, double[][] found) {
    double largest = 0.0;
    double factor = 0.0;
    for (int j = 0; j < right.length; j++) {
      for (int s = 0; s < right[j].length; s++) {
        if (StrictMath.abs(right[j][s]) > largest) {
          largest = StrictMath.abs(right[j][s]);
          factor = found[j][s] / right[j][s];
        }
      }
    }
    return factor;
  }

  private static boolean same(double[][] right, double[][] found, double factor) {
    double largest = 0.0;
    double difference = 0.0;
    for (int j = 0; j < right.length; j++) {
      for (int s = 0; s < right[j].length; s++) {
        double scaled = factor * right[j][s];
        largest = StrictMath.max(largest, StrictMath.abs(scaled));
        difference = StrictMath.max(difference, StrictMath.abs(scaled - found[j][s]));
      }
    }
    return difference <= SAME * largest;
  }

  /** Such as {@code step 5 of layer 2: 3 times the right numbers}. */
  String words() {
    String place = "step %d of layer %d".formatted(step, layer);
    return factor.isPresent()
        ? place + ": " + NumberText.brief(factor.getAsDouble()) + " times the right numbers"
        : place;
  }

  /** What the candidate shows of its way, or gives away. */
  private static final class OwnTrace {
    private final Case question;
    private final Result actual;
    private final double scale;

    OwnTrace(Case question, Result actual) {
      this.question = question;
      this.actual = actual;
      int outputs = question.targets().length;
      this.scale = question.network().reduction().factor(question.samples(), outputs);
    }

    Optional<double[][]> preActivations(int l) {
      return actual.values(Quantity.PRE_ACTIVATIONS, l);
    }

    Optional<double[][]> preActivationsOrRight(int l) {
      Layer layer = question.network().layer(l);
      return preActivations(l)
          .or(
              () ->
                  activations(l - 1)
                      .map(a -> ForwardPass.preActivations(layer.weights(), layer.biases(), a)));
    }

    Optional<double[][]> activations(int l) {
      if (l == 0) {
        return Optional.of(question.inputs());
      }
      return actual
          .values(Quantity.ACTIVATIONS, l)
          .or(() -> l == question.network().depth() ? Optional.empty() : behind(l));
    }

    Optional<double[][]> deltas(int l) {
      return actual
          .values(Quantity.DELTAS, l)
          .or(() -> isOneSample() ? biasGradients(l).map(this::unscaled) : Optional.empty());
    }

    private boolean isOneSample() {
      return question.samples() == 1;
    }

    private Optional<double[][]> biasGradients(int l) {
      return question.hasBiases(l) ? actual.values(Quantity.BIAS_GRADIENTS, l) : Optional.empty();
    }

    private double[][] unscaled(double[][] gradients) {
      for (double[] row : gradients) {
        row[0] = row[0] / scale;
      }
      return gradients;
    }

    /** The activations of layer l, which the weight gradients of the next layer were made of. */
    private Optional<double[][]> behind(int l) {
      Optional<double[][]> biases = biasGradients(l + 1);
      Optional<double[][]> weights = actual.values(Quantity.WEIGHT_GRADIENTS, l + 1);
      if (!isOneSample() || biases.isEmpty() || weights.isEmpty()) {
        return Optional.empty();
      }
      double[][] delta = biases.get();
      int largest = 0;
      for (int j = 0; j < delta.length; j++) {
        largest = StrictMath.abs(delta[j][0]) > StrictMath.abs(delta[largest][0]) ? j : largest;
      }
      double[][] activations = new double[weights.get()[0].length][1];
      for (int i = 0; i < activations.length; i++) {
        activations[i][0] = weights.get()[largest][i] / delta[largest][0];
        for (int j = 0; j < delta.length; j++) {
          double product = delta[j][0] * activations[i][0];
          double allowed = SAME * StrictMath.abs(delta[largest][0] * activations[i][0]);
          if (!(StrictMath.abs(weights.get()[j][i] - product) <= allowed)) {
            return Optional.empty();
          }
        }
      }
      return Optional.of(activations);
    }
  }
}
