package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import java.util.OptionalDouble;

/** Step 8; each mistake is a switch. */
record FaultyUpdate(FaultyProgram program, OptionalDouble learningRate, int samples) {

  /** Outputs × inputs. */
  double[][] weights(double[][] weights, double[][] weightGradients) {
    double[][] updated = new double[weights.length][weights[0].length];
    for (int j = 0; j < weights.length; j++) {
      for (int i = 0; i < weights[0].length; i++) {
        updated[j][i] = updated(weights[j][i], weightGradients[j][i]);
      }
    }
    return updated;
  }

  /** One per output. */
  double[] biases(double[] biases, double[] biasGradients) {
    double[] updated = new double[biases.length];
    for (int j = 0; j < biases.length; j++) {
      boolean forgotten = program.has(BIASES_NOT_UPDATED);
      updated[j] = forgotten ? biases[j] : updated(biases[j], biasGradients[j]);
    }
    return updated;
  }

  /** Right: the weights as they are, if no step is asked for. */
  double[][] weightsIfUpdated(double[][] weights, double[][] weightGradients) {
    return learningRate.isPresent() ? weights(weights, weightGradients) : weights;
  }

  /** Right: parameter - learningRate * gradient. */
  private double updated(double parameter, double gradient) {
    double used = program.has(GRADIENT_NOT_RESET) ? gradient + gradient : gradient;
    double rate = program.has(LEARNING_RATE_MISSING) ? 1.0 : learningRate.getAsDouble();
    double step = rate * used;
    if (program.has(UPDATE_AVERAGED_AGAIN)) {
      step = step / samples;
    }
    return program.has(UPDATE_ADDED) ? parameter + step : parameter - step;
  }
}
