package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Cost;
import backprop.loops.Reduction;
import java.util.EnumSet;
import java.util.Set;

/** Step 3, and the factor over the batch; each mistake is a switch. */
final class FaultyCost {
  /** Which ε stands in the logarithm: what books, libraries and habits use. */
  private static final double[] EPSILONS = {
    1e-7, 1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-6, 1e-5, 1e-4, 1e-3, 0x1p-52, 0x1p-23, 1e-14, 1e-16
  };

  private static final int WEIGHTS_ONLY = 1;
  private static final int BIASES_ONLY = 2;

  /** Of which a program may get the one gradient right and the other wrong. */
  private static final Set<Mistake> FACTORS =
      EnumSet.of(
          SUMMED_NOT_AVERAGED,
          AVERAGED_NOT_SUMMED,
          AVERAGED_TWICE,
          DIVIDED_BY_OUTPUTS,
          DIVIDED_BY_BATCH_AND_OUTPUTS,
          MULTIPLIED_BY_BATCH);

  private final FaultyProgram program;

  /** Whose gradient is asked for. */
  private final Cost cost;

  /** Which is printed. */
  private final Cost printed;

  private final Reduction reduction;
  private final int samples;
  private final int outputs;

  FaultyCost(FaultyProgram program, Cost cost, Reduction reduction, int samples, int outputs) {
    this.program = program;
    this.cost = cost;
    this.printed = program.has(COST_OF_ANOTHER_KIND) ? otherKind(program, cost) : cost;
    this.reduction = reduction;
    this.samples = samples;
    this.outputs = outputs;
  }

  private static Cost otherKind(FaultyProgram program, Cost cost) {
    return switch (program.form(COST_OF_ANOTHER_KIND)) {
      case 1 -> Cost.HALF_SQUARED_ERROR;
      case 2 -> Cost.SQUARED_ERROR;
      case 3, 4 -> Cost.CROSS_ENTROPY;
      default -> cost == Cost.BINARY_CROSS_ENTROPY ? Cost.CROSS_ENTROPY : Cost.BINARY_CROSS_ENTROPY;
    };
  }

  /** Step 3. */
  double cost(double[][] activations, double[][] targets) {
    double batchSum = 0.0;
    for (int s = 0; s < samples; s++) {
      batchSum += ofSample(activations, targets, s);
    }
    return batchSum * costFactor();
  }

  private double ofSample(double[][] activations, double[][] targets, int s) {
    boolean squared = printed == Cost.HALF_SQUARED_ERROR || printed == Cost.SQUARED_ERROR;
    if (program.has(SQUARE_OF_THE_SUM) && squared) {
      double errors = 0.0;
      for (int j = 0; j < outputs; j++) {
        errors += activations[j][s] - targets[j][s];
      }
      return printed.value(errors, 0.0);
    }
    int largest = 0;
    double sum = 0.0;
    for (int j = 0; j < outputs; j++) {
      sum += value(activations[j][s], targets[j][s]);
      largest = targets[j][s] > targets[largest][s] ? j : largest;
    }
    boolean oneTarget = program.has(COST_OF_ANOTHER_KIND, 4);
    return oneTarget ? value(activations[largest][s], 1.0) : sum;
  }

  private double value(double a, double t) {
    boolean logarithm = printed == Cost.CROSS_ENTROPY || printed == Cost.BINARY_CROSS_ENTROPY;
    if (!logarithm || !program.has(EPSILON_IN_LOGARITHM)) {
      return printed.value(a, t);
    }
    double epsilon = EPSILONS[program.form(EPSILON_IN_LOGARITHM)];
    double ofTarget = -t * StrictMath.log(a + epsilon);
    boolean binary = printed == Cost.BINARY_CROSS_ENTROPY;
    return binary ? ofTarget - (1.0 - t) * StrictMath.log(1.0 - a + epsilon) : ofTarget;
  }

  private double costFactor() {
    if (program.costFollows()) {
      return deltaFactor() * gradientFactor();
    }
    if (program.has(COST_SUMMED_NOT_AVERAGED)) {
      return 1.0;
    }
    if (program.has(COST_AVERAGED_OVER_OUTPUTS)) {
      return Reduction.ELEMENT_MEAN.factor(samples, outputs);
    }
    double factor = reduction.factor(samples, outputs);
    if (program.has(COST_DOUBLED) && cost == Cost.HALF_SQUARED_ERROR) {
      return 2.0 * factor;
    }
    boolean halved = program.has(COST_HALVED) && cost == Cost.SQUARED_ERROR;
    return halved ? 0.5 * factor : factor;
  }

  /** What step 5 multiplies its sums by. */
  double biasFactor() {
    return program.faults().stream().anyMatch(fault -> isPart(fault, WEIGHTS_ONLY))
        ? reduction.factor(samples, outputs)
        : gradientFactor();
  }

  /** What step 6 multiplies its sums by. */
  double weightFactor() {
    return program.faults().stream().anyMatch(fault -> isPart(fault, BIASES_ONLY))
        ? reduction.factor(samples, outputs)
        : gradientFactor();
  }

  private static boolean isPart(Fault fault, int form) {
    return fault.form() == form && FACTORS.contains(fault.mistake());
  }

  /** What steps 5 and 6 multiply their sums by. */
  private double gradientFactor() {
    if (program.has(SUMMED_NOT_AVERAGED)) {
      return 1.0;
    }
    if (program.has(AVERAGED_NOT_SUMMED)) {
      return 1.0 / samples;
    }
    if (program.has(DIVIDED_BY_OUTPUTS)) {
      return 1.0 / outputs;
    }
    if (program.has(DIVIDED_BY_BATCH_AND_OUTPUTS)) {
      return 1.0 / ((double) samples * outputs);
    }
    double factor = reduction.factor(samples, outputs);
    if (program.has(MULTIPLIED_BY_BATCH)) {
      return samples * factor;
    }
    boolean twice = program.has(AVERAGED_TWICE) && reduction != Reduction.SUM;
    return twice ? factor / samples : factor;
  }

  /** What the output delta is multiplied by, and so the cost of a program that means it so. */
  private double deltaFactor() {
    return constantFactor(program, cost);
  }

  /** A constant that is not part of the cost's derivative. */
  static double constantFactor(FaultyProgram program, Cost cost) {
    boolean two = program.has(FACTOR_TWO, 0) && cost == Cost.HALF_SQUARED_ERROR;
    if (two || program.has(FACTOR_TWO, 1)) {
      return 2.0;
    }
    boolean half = program.has(FACTOR_HALF, 0) && cost == Cost.SQUARED_ERROR;
    return half || program.has(FACTOR_HALF, 1) ? 0.5 : 1.0;
  }
}
