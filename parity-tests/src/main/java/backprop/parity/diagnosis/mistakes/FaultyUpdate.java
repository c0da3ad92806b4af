package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Network;
import java.util.OptionalDouble;

/** Step 8; each mistake is a switch. */
record FaultyUpdate(FaultyProgram program, OptionalDouble learningRate, int samples) {

  /** Rates that programs have in their code. */
  private static final double[] FIXED_RATES = {0.01, 0.1, 0.001, 0.5, 0.05, 0.2, 0.3, 2.0};

  /** What it does wrong in one layer of a network. */
  FaultyUpdate in(Network network, int l) {
    return new FaultyUpdate(program.in(network, l), learningRate, samples);
  }

  private FaultyUpdate with(Scope parameters) {
    return new FaultyUpdate(program.with(parameters), learningRate, samples);
  }

  /** Outputs × inputs. */
  double[][] weights(double[][] weights, double[][] weightGradients) {
    FaultyUpdate update = with(Scope.WEIGHTS);
    double[][] updated = new double[weights.length][weights[0].length];
    for (int j = 0; j < weights.length; j++) {
      for (int i = 0; i < weights[0].length; i++) {
        updated[j][i] = update.updated(weights[j][i], weightGradients[j][i]);
      }
    }
    return updated;
  }

  /** One per output. */
  double[] biases(double[] biases, double[] biasGradients) {
    FaultyUpdate update = with(Scope.BIASES);
    double[] updated = new double[biases.length];
    for (int j = 0; j < biases.length; j++) {
      boolean forgotten = program.has(BIASES_NOT_UPDATED);
      updated[j] = forgotten ? biases[j] : update.updated(biases[j], biasGradients[j]);
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
    double step = step(parameter, used);
    if (program.has(UPDATE_AVERAGED_AGAIN)) {
      step = step / samples;
    }
    if (program.has(WEIGHTS_AND_GRADIENTS_SWAPPED)) {
      return gradient - learningRate.getAsDouble() * parameter;
    }
    return program.has(UPDATE_ADDED) ? parameter + step : parameter - step;
  }

  /** Right: learningRate * gradient. */
  private double step(double parameter, double gradient) {
    if (program.has(DIVIDED_BY_LEARNING_RATE)) {
      return gradient / learningRate.getAsDouble();
    }
    if (program.has(LEARNING_RATE_FIXED)) {
      return FIXED_RATES[program.form(LEARNING_RATE_FIXED)] * gradient;
    }
    double rate = program.has(LEARNING_RATE_MISSING) ? 1.0 : learningRate.getAsDouble();
    double step = rate * gradient;
    return program.has(UPDATE_TIMES_WEIGHT) ? step * parameter : step;
  }
}
