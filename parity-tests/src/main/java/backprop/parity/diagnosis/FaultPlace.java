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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The first step whose numbers cannot come from right ones before it.
 *
 * <p>Each step is computed again from the candidate's own earlier numbers, so that what a wrong step
 * spoils behind it is not blamed. Where such numbers are not given, they are computed too, and the
 * steps that give them may be the wrong ones just as well.
 *
 * @param steps from 1 to 7, of which one is wrong
 * @param layer from 1
 * @param factor by which all of the step's numbers are off, if there is one
 * @param isFirst whether all that comes before is known to be right
 * @param hasWrongCost whether the cost, which step 3 gives, is wrong before it
 */
record FaultPlace(
    List<Integer> steps, int layer, OptionalDouble factor, boolean isFirst, boolean hasWrongCost) {
  private static final int COST_STEP = 3;

  /** The first place of all that the wrong cases give away. */
  static Optional<FaultPlace> of(List<CaseComparison> wrong) {
    List<FaultPlace> places =
        wrong.stream().flatMap(one -> new Search(one).place().stream()).toList();
    boolean anyCost = wrong.stream().anyMatch(CaseComparison::hasWrongCost);
    return places.stream()
        .min(Comparator.comparing(FaultPlace::rank).thenComparing(place -> place.steps.size()))
        .map(place -> anyCost ? place.besideWrongCosts() : place);
  }

  /** Where another case's cost is wrong, more than this one case shows may be wrong. */
  private FaultPlace besideWrongCosts() {
    boolean known = hasWrongCost || step() < COST_STEP;
    return new FaultPlace(steps, layer, factor, isFirst && known, hasWrongCost);
  }

  /** The last of the steps: the one whose numbers are given. */
  private int step() {
    return steps.get(steps.size() - 1);
  }

  /** Steps 1 to 3 come before 4, and step 7 before the gradients made of it. */
  private int rank() {
    return step() == 7 ? 4 : step();
  }

  /** Whether it is one step, and the numbers that it starts from are known. */
  boolean isExact() {
    return steps.size() == 1;
  }

  /** Such as {@code step 5 of layer 2: 3 times the right numbers}. */
  String words() {
    String all =
        steps.stream()
            .map(String::valueOf)
            .collect(Collectors.joining(", "))
            .replaceAll(", (\\d)$", " or $1");
    String place = "step %s of layer %d".formatted(all, layer);
    return isExact() && factor.isPresent()
        ? place + ": " + NumberText.brief(factor.getAsDouble()) + " times the right numbers"
        : place;
  }

  /** Through one case, in the order of the steps. */
  private static final class Search {
    private final Case question;
    private final Network network;
    private final OwnTrace own;
    private final double same;
    private final boolean wrongCost;
    private boolean known = true;

    Search(CaseComparison comparison) {
      question = comparison.question();
      network = question.network();
      // Half-way, in digits, between rounding and numbers that have nothing in common.
      same = StrictMath.sqrt(comparison.precision().unitRoundoff());
      own = new OwnTrace(comparison, same);
      wrongCost = comparison.hasWrongCost();
    }

    Optional<FaultPlace> place() {
      for (int l = 1; l <= network.depth(); l++) {
        Optional<FaultPlace> forward = forward(l);
        if (forward.isPresent()) {
          return forward;
        }
        // What is not given of the last layer, the output delta is checked through.
        known &= l == network.depth() || own.activations(l).isPresent();
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
      return parting(List.of(1), l, right, given)
          .or(
              () ->
                  parting(
                      given.isPresent() ? List.of(2) : List.of(1, 2),
                      l,
                      given
                          .or(() -> right)
                          .map(z -> ForwardPass.activations(layer.activation(), z)),
                      own.activations(l)));
    }

    private Optional<FaultPlace> delta(int l) {
      Optional<double[][]> z = own.preActivationsOrRight(l);
      Optional<double[][]> found = own.deltas(l);
      boolean last = l == network.depth();
      if (z.isEmpty() || found.isEmpty() || !last && own.deltas(l + 1).isEmpty()) {
        known = false;
        return Optional.empty();
      }
      Activation activation = network.layer(l).activation();
      if (!last) {
        double[][] right =
            BackwardPass.hiddenDelta(
                network.layer(l + 1).weights(), own.deltas(l + 1).get(), activation, z.get());
        return parting(stepsTo(7, l, false), l, Optional.of(right), found);
      }
      double[][] a =
          own.activations(l).orElseGet(() -> ForwardPass.activations(activation, z.get()));
      double[][] right =
          BackwardPass.outputDelta(network.cost(), activation, z.get(), a, question.targets());
      return parting(stepsTo(4, l, true), l, Optional.of(right), found);
    }

    /** A delta's step after those whose numbers it needs and that are not given. */
    private List<Integer> stepsTo(int step, int l, boolean needsActivations) {
      List<Integer> steps = new ArrayList<>();
      if (own.preActivations(l).isEmpty()) {
        steps.add(1);
      }
      if (needsActivations && own.activations(l).isEmpty()) {
        steps.add(2);
      }
      if (!steps.isEmpty() && needsActivations && wrongCost) {
        steps.add(COST_STEP);
      }
      steps.add(step);
      return steps;
    }

    private Optional<FaultPlace> biasGradients(int l) {
      Optional<double[][]> right =
          own.deltas(l).map(delta -> Rows.column(BackwardPass.biasGradients(delta, own.factor())));
      return parting(List.of(5), l, right, own.biasGradients(l));
    }

    private Optional<FaultPlace> weightGradients(int l) {
      Optional<double[][]> right =
          own.deltas(l)
              .flatMap(
                  delta ->
                      own.activations(l - 1)
                          .map(a -> BackwardPass.weightGradients(delta, a, own.factor())));
      return parting(List.of(6), l, right, own.weightGradients(l));
    }

    private Optional<FaultPlace> parting(
        List<Integer> steps, int l, Optional<double[][]> right, Optional<double[][]> found) {
      if (right.isEmpty() || found.isEmpty() || isSame(right.get(), found.get(), 1.0)) {
        return Optional.empty();
      }
      double factor = factor(right.get(), found.get());
      boolean visible = factor != 0.0 && !NumberText.brief(factor).equals("1");
      boolean constant = visible && isSame(right.get(), found.get(), factor);
      boolean backward = steps.get(steps.size() - 1) > COST_STEP;
      return Optional.of(
          new FaultPlace(
              steps,
              l,
              constant ? OptionalDouble.of(factor) : OptionalDouble.empty(),
              known,
              backward && wrongCost));
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
