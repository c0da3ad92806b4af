package backprop.parity.suites;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Spelling;
import backprop.parity.model.WeightLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Cases in which nothing is ever rounded: every right program, in any language and order, gives the
 * same bits.
 *
 * <p>All numbers are quarters, the functions only add and multiply, and the batch is a power of two,
 * so every product and sum has few binary digits.
 */
public final class ExactLane {
  private static final Activation[] ACTIVATIONS = {Activation.IDENTITY, Activation.RELU};
  private static final Cost[] COSTS = {Cost.SQUARED_ERROR, Cost.HALF_SQUARED_ERROR};
  private static final int[][] SHAPES = {{3, 2}, {1, 1, 1}, {2, 3, 4}, {3, 5, 2}, {2, 4, 3, 2}};

  private ExactLane() {}

  /** A case for every shape and reduction; the same on every machine. */
  public static List<Case> cases() {
    Random random = new Random(4);
    List<Case> cases = new ArrayList<>();
    for (int number = 0; number < SHAPES.length; number++) {
      int[] widths = SHAPES[number];
      for (Reduction reduction : Reduction.values()) {
        Cost cost = COSTS[(number + reduction.ordinal()) % COSTS.length];
        boolean powerOfTwo = Integer.bitCount(widths[widths.length - 1]) == 1;
        if (reduction != Reduction.ELEMENT_MEAN || powerOfTwo) {
          String ending = "%s-%s".formatted(Spelling.of(cost), Spelling.of(reduction));
          String name = "exact-%s-%s".formatted(joined(widths), ending);
          cases.add(awayFromKinks(random, name, widths, cost, reduction));
        }
      }
    }
    return cases;
  }

  private static String joined(int[] widths) {
    StringBuilder joined = new StringBuilder();
    for (int width : widths) {
      joined.append(joined.length() == 0 ? "" : "x").append(width);
    }
    return joined.toString();
  }

  /** At an exact kink of relu two slopes are right, so no pre-activation may be 0. */
  private static Case awayFromKinks(
      Random random, String name, int[] widths, Cost cost, Reduction reduction) {
    Case question;
    do {
      question = random(random, name, widths, cost, reduction);
    } while (meetsKink(question));
    return question;
  }

  private static Case random(
      Random random, String name, int[] widths, Cost cost, Reduction reduction) {
    int samples = 4;
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l < widths.length; l++) {
      boolean last = l == widths.length - 1;
      Activation activation = last ? ACTIVATIONS[random.nextInt(2)] : Activation.RELU;
      double[][] weights = quarters(random, widths[l], widths[l - 1]);
      layers.add(new Layer(activation, weights, quarters(random, 1, widths[l])[0]));
    }
    return new Case(
        name,
        new Network(layers, cost, reduction),
        quarters(random, widths[0], samples),
        quarters(random, widths[widths.length - 1], samples),
        OptionalDouble.of(0.25),
        WeightLayout.OUTPUTS_BY_INPUTS);
  }

  /** From -1.75 to 1.75, none of them 0. */
  private static double[][] quarters(Random random, int rows, int columns) {
    double[][] quarters = new double[rows][columns];
    for (double[] row : quarters) {
      for (int column = 0; column < columns; column++) {
        double size = (1 + random.nextInt(7)) / 4.0;
        row[column] = random.nextBoolean() ? size : -size;
      }
    }
    return quarters;
  }

  private static boolean meetsKink(Case question) {
    Network network = question.network();
    ForwardTrace trace = ForwardPass.trace(network, question.inputs(), question.targets());
    for (int l = 1; l <= network.depth(); l++) {
      for (double[] row : trace.preActivations(l)) {
        for (double preActivation : row) {
          if (preActivation == 0.0) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
