package backprop.parity.diagnosis;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Rows;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.CaseComparison;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The first step whose numbers cannot come from right ones before it.
 *
 * <p>Each step is computed again from the candidate's own earlier numbers, so that what a wrong step
 * spoils behind it is not blamed.
 *
 * @param step from 1 to 7
 * @param layer from 1
 * @param factor by which all of the step's numbers are off, if there is one
 */
record FaultPlace(int step, int layer, OptionalDouble factor) {

  /** The first place of all that the wrong cases give away. */
  static Optional<FaultPlace> of(List<CaseComparison> wrong) {
    List<FaultPlace> places =
        wrong.stream().flatMap(one -> new Search(one).place().stream()).toList();
    return places.stream().min((one, other) -> Integer.compare(one.rank(), other.rank()));
  }

  /** Steps 1 to 3 come before 4, and step 7 before the gradients made of it. */
  private int rank() {
    return step == 7 ? 4 : step;
  }

  /** Such as {@code step 5 of layer 2: 3 times the right numbers}. */
  String words() {
    String place = "step %d of layer %d".formatted(step, layer);
    return factor.isPresent()
        ? place + ": " + NumberText.brief(factor.getAsDouble()) + " times the right numbers"
        : place;
  }

  /** Through one case, in the order of the steps. */
  private static final class Search {
    private final Case question;
    private final Network network;
    private final OwnTrace own;
    private final double same;

    Search(CaseComparison comparison) {
      question = comparison.question();
      network = question.network();
      // Half-way, in digits, between rounding and numbers that have nothing in common.
      same = StrictMath.sqrt(comparison.precision().unitRoundoff());
      own = new OwnTrace(comparison, same);
    }

    Optional<FaultPlace> place() {
      for (int l = 1; l <= network.depth(); l++) {
        Optional<FaultPlace> forward = forward(l);
        if (forward.isPresent()) {
          return forward;
        }
      }
      for (int l = network.depth(); l >= 1; l--) {
        int layer = l;
        Optional<FaultPlace> backward =
            delta(layer).or(() -> biasGradients(layer)).or(() -> weightGradients(layer));
        if (backward.isPresent()) {
          return backward;
        }
      }
      return Optional.empty();
    }

    private Optional<FaultPlace> forward(int l) {
      Layer layer = network.layer(l);
      Optional<double[][]> given = own.preActivations(l);
      Optional<double[][]> right =
          own.activations(l - 1)
              .map(a -> ForwardPass.preActivations(layer.weights(), layer.biases(), a));
      return parting(1, l, right, given)
          .or(
              () ->
                  parting(
                      2,
                      l,
                      given
                          .or(() -> right)
                          .map(z -> ForwardPass.activations(layer.activation(), z)),
                      own.activations(l)));
    }

    private Optional<FaultPlace> delta(int l) {
      Optional<double[][]> z = own.preActivationsOrRight(l);
      Optional<double[][]> found = own.deltas(l);
      if (z.isEmpty() || found.isEmpty()) {
        return Optional.empty();
      }
      Activation activation = network.layer(l).activation();
      if (l < network.depth()) {
        double[][] forwardWeights = network.layer(l + 1).weights();
        Optional<double[][]> right =
            own.deltas(l + 1)
                .map(next -> BackwardPass.hiddenDelta(forwardWeights, next, activation, z.get()));
        return parting(7, l, right, found);
      }
      double[][] a =
          own.activations(l).orElseGet(() -> ForwardPass.activations(activation, z.get()));
      double[][] right =
          BackwardPass.outputDelta(network.cost(), activation, z.get(), a, question.targets());
      return parting(4, l, Optional.of(right), found);
    }

    private Optional<FaultPlace> biasGradients(int l) {
      Optional<double[][]> right =
          own.deltas(l).map(delta -> Rows.column(BackwardPass.biasGradients(delta, own.factor())));
      return parting(5, l, right, own.biasGradients(l));
    }

    private Optional<FaultPlace> weightGradients(int l) {
      Optional<double[][]> right =
          own.deltas(l)
              .flatMap(
                  delta ->
                      own.activations(l - 1)
                          .map(a -> BackwardPass.weightGradients(delta, a, own.factor())));
      return parting(6, l, right, own.weightGradients(l));
    }

    private Optional<FaultPlace> parting(
        int step, int l, Optional<double[][]> right, Optional<double[][]> found) {
      if (right.isEmpty() || found.isEmpty() || isSame(right.get(), found.get(), 1.0)) {
        return Optional.empty();
      }
      double factor = factor(right.get(), found.get());
      boolean visible = factor != 0.0 && !NumberText.brief(factor).equals("1");
      boolean constant = visible && isSame(right.get(), found.get(), factor);
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

    private boolean isSame(double[][] right, double[][] found, double factor) {
      double largest = 0.0;
      double difference = 0.0;
      for (int j = 0; j < right.length; j++) {
        for (int s = 0; s < right[j].length; s++) {
          double scaled = factor * right[j][s];
          largest = StrictMath.max(largest, StrictMath.abs(scaled));
          difference = StrictMath.max(difference, StrictMath.abs(scaled - found[j][s]));
        }
      }
      return difference <= same * largest;
    }
  }
}
