package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Cost;
import backprop.loops.Reduction;

/** Step 3, and the factor over the batch; each mistake is a switch. */
final class FaultyCost {
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
    for (int s = firstSample(); s < endOfSamples(); s++) {
      batchSum += ofSample(activations, targets, s);
    }
    return batchSum * costFactor();
  }

  private int firstSample() {
    return program.has(LAST_SAMPLE_ONLY, 2) ? samples - 1 : 0;
  }

  private int endOfSamples() {
    return program.has(LAST_SAMPLE_LEFT_OUT, 2) ? samples - 1 : samples;
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
    FaultyLogarithm logarithm = new FaultyLogarithm(program);
    int largest = 0;
    double sum = 0.0;
    for (int j = 0; j < outputs; j++) {
      sum += logarithm.value(printed, activations[j][s], targets[j][s]);
      largest = targets[j][s] > targets[largest][s] ? j : largest;
    }
    boolean oneTarget = program.has(COST_OF_ANOTHER_KIND, 4);
    return oneTarget ? printed.value(activations[largest][s], 1.0) : sum;
  }

  private double costFactor() {
    if (program.costFollows()) {
      return deltaFactor() * gradientFactor(program, outputs);
    }
    double factor = reduction.factor(samples, outputs);
    if (program.has(COST_SUMMED_NOT_AVERAGED)) {
      return program.has(COST_SUMMED_NOT_AVERAGED, 1) ? withoutBatch(factor) : 1.0;
    }
    if (program.has(COST_AVERAGED_OVER_OUTPUTS)) {
      boolean sumToo = program.has(COST_AVERAGED_OVER_OUTPUTS, 1) && isSum();
      return sumToo ? 1.0 / outputs : Reduction.ELEMENT_MEAN.factor(samples, outputs);
    }
    if (program.has(COST_DOUBLED) && cost == Cost.HALF_SQUARED_ERROR) {
      return 2.0 * factor;
    }
    boolean halved = program.has(COST_HALVED) && cost == Cost.SQUARED_ERROR;
    return halved ? 0.5 * factor : factor;
  }

  /** Whether nothing is averaged. */
  boolean isSum() {
    return reduction == Reduction.SUM;
  }

  /** The factor of the reduction, its 1/N apart. */
  private double withoutBatch(double factor) {
    return isSum() ? factor : samples * factor;
  }

  /** What step 5 multiplies its sums by. */
  double biasFactor(int neurons) {
    return gradientFactor(program.with(Scope.BIASES), neurons);
  }

  /** What step 6 multiplies its sums by. */
  double weightFactor(int neurons) {
    return gradientFactor(program.with(Scope.WEIGHTS), neurons);
  }

  /** Right: the reduction's; neurons are those of the layer. */
  private double gradientFactor(FaultyProgram part, int neurons) {
    double factor = reduction.factor(samples, outputs);
    if (part.has(SUMMED_NOT_AVERAGED)) {
      return part.has(SUMMED_NOT_AVERAGED, 1) ? withoutBatch(factor) : 1.0;
    }
    if (part.has(AVERAGED_NOT_SUMMED)) {
      return 1.0 / samples;
    }
    if (part.has(DIVIDED_BY_OUTPUTS)) {
      return 1.0 / (part.has(DIVIDED_BY_OUTPUTS, 1) ? neurons : outputs);
    }
    if (part.has(DIVIDED_BY_BATCH_AND_OUTPUTS)) {
      return 1.0 / ((double) samples * outputs);
    }
    if (part.has(MULTIPLIED_BY_BATCH)) {
      return samples * factor;
    }
    if (part.has(LAST_SAMPLE_ONLY, 1)) {
      return 1.0;
    }
    if (part.has(LAST_SAMPLE_LEFT_OUT, 1) && samples > 1) {
      return reduction.factor(samples - 1, outputs);
    }
    boolean twice = part.has(AVERAGED_TWICE) && !isSum();
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
