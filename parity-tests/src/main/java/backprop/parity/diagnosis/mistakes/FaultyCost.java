package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Cost;
import backprop.loops.Reduction;

/** Step 3, and the factor over the batch; each mistake is a switch. */
final class FaultyCost {
  private static final double EPSILON = 1e-7;

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
    this.printed = program.has(COST_OF_ANOTHER_KIND) ? otherKind(cost) : cost;
    this.reduction = reduction;
    this.samples = samples;
    this.outputs = outputs;
  }

  private static Cost otherKind(Cost cost) {
    return cost == Cost.BINARY_CROSS_ENTROPY ? Cost.CROSS_ENTROPY : Cost.BINARY_CROSS_ENTROPY;
  }

  /** Step 3. */
  double cost(double[][] activations, double[][] targets) {
    double batchSum = 0.0;
    for (int s = 0; s < samples; s++) {
      double sum = 0.0;
      for (int j = 0; j < outputs; j++) {
        sum += value(activations[j][s], targets[j][s]);
      }
      batchSum += sum;
    }
    return batchSum * costFactor();
  }

  private double value(double a, double t) {
    boolean logarithm = printed == Cost.CROSS_ENTROPY || printed == Cost.BINARY_CROSS_ENTROPY;
    if (!logarithm || !program.has(EPSILON_IN_LOGARITHM)) {
      return printed.value(a, t);
    }
    double ofTarget = -t * StrictMath.log(a + EPSILON);
    boolean binary = printed == Cost.BINARY_CROSS_ENTROPY;
    return binary ? ofTarget - (1.0 - t) * StrictMath.log(1.0 - a + EPSILON) : ofTarget;
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

  /** What steps 5 and 6 multiply their sums by. */
  double gradientFactor() {
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
    boolean twice = program.has(AVERAGED_TWICE) && reduction != Reduction.SUM;
    return twice ? factor / samples : factor;
  }

  /** What the output delta is multiplied by, and so the cost of a program that means it so. */
  private double deltaFactor() {
    if (program.has(FACTOR_TWO) && cost == Cost.HALF_SQUARED_ERROR) {
      return 2.0;
    }
    return program.has(FACTOR_HALF) && cost == Cost.SQUARED_ERROR ? 0.5 : 1.0;
  }
}
