package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Activation;
import backprop.parity.model.Rows;

/** Step 7; each mistake is a switch. */
record FaultyHiddenDelta(FaultyProgram program) {

  /** Σk forwardWeights[k][j] * forwardDelta[k][s], before the derivative. */
  double[][] propagated(double[][] forwardWeights, double[][] forwardDelta, int neurons) {
    double[][] propagated = sums(forwardWeights, forwardDelta, neurons);
    double divisor = divisor(forwardDelta.length, neurons, forwardDelta[0].length);
    if (divisor != 1.0) {
      for (double[] row : propagated) {
        for (int s = 0; s < row.length; s++) {
          row[s] = row[s] / divisor;
        }
      }
    }
    boolean square = propagated.length == propagated[0].length;
    return square && program.has(HIDDEN_DELTA_TRANSPOSED) ? Rows.transpose(propagated) : propagated;
  }

  private double divisor(int forwardNeurons, int neurons, int samples) {
    return switch (program.form(HIDDEN_DELTA_AVERAGED)) {
      case 0 -> forwardNeurons;
      case 1 -> neurons;
      case 2 -> samples;
      case 3 -> (double) neurons * samples;
      case 4 -> (double) forwardNeurons * samples;
      default -> 1.0;
    };
  }

  private double[][] sums(double[][] forwardWeights, double[][] forwardDelta, int neurons) {
    int samples = forwardDelta[0].length;
    boolean stopsEarly = program.has(LAST_FORWARD_TERM_LEFT_OUT);
    int terms = stopsEarly ? forwardDelta.length - 1 : forwardDelta.length;
    double[][] propagated = new double[neurons][samples];
    for (int j = 0; j < neurons; j++) {
      for (int s = 0; s < samples; s++) {
        double sum = program.has(SUM_NOT_RESET) && j > 0 ? propagated[j - 1][s] : 0.0;
        for (int k = 0; k < terms; k++) {
          double term = weight(forwardWeights, k, j) * forwardDelta[k][s];
          double again = visits(k, terms) * term;
          sum = program.has(ONE_FORWARD_TERM) ? term : sum + again;
        }
        propagated[j][s] = sum;
      }
    }
    return propagated;
  }

  /** How often a walk through the graph hands term k on; right: once. */
  private double visits(int k, int terms) {
    return switch (program.form(NODE_VISITED_TWICE)) {
      case 1 -> terms - k;
      case 2 -> k + 1.0;
      case 3 -> terms;
      default -> 1.0;
    };
  }

  /** Where a row or an entry is missing Perl reads 0; other languages stop with an error. */
  private double weight(double[][] forwardWeights, int k, int j) {
    if (program.has(FORWARD_WEIGHT_AT_OWN_INDEX)) {
      int own = program.has(FORWARD_WEIGHT_AT_OWN_INDEX, 0) ? k : j;
      boolean there = own < forwardWeights.length && own < forwardWeights[0].length;
      return there ? forwardWeights[own][own] : 0.0;
    }
    if (program.has(TRANSPOSE_MISSING, 1)) {
      int position = j * forwardWeights.length + k; // right: k * forwardWeights[0].length + j
      int inputs = forwardWeights[0].length;
      return forwardWeights[position / inputs][position % inputs];
    }
    if (!program.has(TRANSPOSE_MISSING)) {
      return forwardWeights[k][j];
    }
    boolean there = j < forwardWeights.length && k < forwardWeights[0].length;
    return there ? forwardWeights[j][k] : 0.0;
  }

  /**
   * The propagated values, each times f′(z).
   *
   * @param place z, neurons × samples
   * @param activations f(z), neurons × samples
   * @param forwardNeurons how many the next layer has
   */
  double[][] delta(
      double[][] propagated,
      Activation activation,
      double[][] place,
      double[][] activations,
      int forwardNeurons) {
    double[][] delta = new double[place.length][place[0].length];
    for (int j = 0; j < place.length; j++) {
      boolean derivativeMissing =
          program.has(HIDDEN_DERIVATIVE_MISSING)
              || program.has(DERIVATIVE_ON_FIRST_UNITS_ONLY) && j >= forwardNeurons;
      for (int s = 0; s < place[0].length; s++) {
        double sum = propagated[j][s];
        delta[j][s] =
            derivativeMissing
                ? sum
                : timesDerivative(sum, activation, place[j][s], activations[j][s]);
      }
    }
    return delta;
  }

  /** Right: {@code sum * activation.derivative(z)}. */
  private double timesDerivative(double sum, Activation activation, double z, double a) {
    FaultyDerivative derivative = new FaultyDerivative(program);
    if (program.has(RELU_MASK_BY_GRADIENT) && activation == Activation.RELU) {
      return sum * derivative.at(activation, sum, activation.value(sum));
    }
    boolean ofWholeSample = activation == Activation.SOFTMAX; // It has no f of one number.
    if (program.has(DERIVATIVE_OF_PROPAGATED_VALUE, 1)
        || program.has(DERIVATIVE_OF_PROPAGATED_VALUE) && ofWholeSample) {
      return FaultyDerivative.formula(activation, sum);
    }
    if (program.has(DERIVATIVE_OF_PROPAGATED_VALUE)) {
      return derivative.at(activation, sum, activation.value(sum));
    }
    double slope =
        program.form(DERIVATIVE_OF_NEXT_LAYER) > 0
            ? FaultyDerivative.formula(activation, a)
            : derivative.at(activation, z, a);
    if (program.has(PROPAGATED_VALUE_LOST)) {
      return slope;
    }
    if (program.has(DERIVATIVE_ADDED, 0)) {
      return sum + slope;
    }
    double delta = sum * slope;
    return program.has(HIDDEN_DERIVATIVE_TWICE) ? delta * slope : delta;
  }
}
