package backprop.parity.sources.candidate;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.GradientDescent;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.LoopsSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A fault in one step, and all that follows from it. */
public enum PlantedFault {
  /** None at all. */
  NONE,
  /** 1/N is forgotten, in the cost too. */
  SUMMED_NOT_AVERAGED,
  /** 1/N is forgotten, in the gradients only. */
  GRADIENTS_SUMMED,
  /** The cost has ½, and so have the gradients. */
  HALF_THE_COST,
  /** t - a. */
  SIGN_FLIPPED,
  /** The output delta lacks a constant: each sample has another factor. */
  OUTPUT_DELTA_WRONG,
  /** Step 7 without f′. */
  HIDDEN_DERIVATIVE_MISSING,
  /** Step 5 gives zeros. */
  BIAS_ZERO,
  /** Step 6 takes the first input for every input. */
  WEIGHTS_WRONG,
  /** Step 6 transposed, in square layers. */
  WEIGHTS_TRANSPOSED,
  /** Step 3 adds 1. */
  COST_WRONG,
  /** Step 8 goes uphill. */
  UPDATE_WRONG,
  /** Everything is rounded to single precision. */
  SINGLE_PRECISION;

  /** Gradients, cost and update, without a trace. */
  public Result answer(Case question) {
    Network network = question.network();
    double[][] targets = question.targets();
    ForwardTrace trace = ForwardPass.trace(network, question.inputs(), targets);
    Result right = new LoopsSource().answer(question);
    boolean summed = this == SUMMED_NOT_AVERAGED || this == GRADIENTS_SUMMED;
    double factor = summed ? 1.0 : network.reduction().factor(question.samples(), targets.length);
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    double[][] delta = right.values(Quantity.DELTAS, network.depth()).orElseThrow();
    for (int s = 0; s < delta[0].length; s++) {
      for (double[] row : delta) {
        row[s] = row[s] * deltaFactor(s);
      }
    }
    for (int l = network.depth(); l >= 1; l--) {
      if (l < network.depth()) {
        Activation activation =
            this == HIDDEN_DERIVATIVE_MISSING ? Activation.IDENTITY : network.layer(l).activation();
        double[][] weights = network.layer(l + 1).weights();
        delta = BackwardPass.hiddenDelta(weights, delta, activation, trace.preActivations(l));
      }
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      double[] biasGradients = BackwardPass.biasGradients(delta, factor);
      double[][] inputs = trace.activations(l - 1);
      double[][] weightGradients = BackwardPass.weightGradients(delta, inputs, factor);
      layer.put(Quantity.BIAS_GRADIENTS, rounded(Rows.column(changed(biasGradients))));
      layer.put(Quantity.WEIGHT_GRADIENTS, rounded(changed(weightGradients)));
      if (question.learningRate().isPresent()) {
        double learningRate = question.learningRate().getAsDouble();
        double[][] biases = Rows.column(network.layer(l).biases());
        double[][] biasSteps = layer.get(Quantity.BIAS_GRADIENTS);
        double[][] weights = network.layer(l).weights();
        double[][] weightSteps = layer.get(Quantity.WEIGHT_GRADIENTS);
        layer.put(Quantity.UPDATED_BIASES, updated(biases, biasSteps, learningRate));
        layer.put(Quantity.UPDATED_WEIGHTS, updated(weights, weightSteps, learningRate));
      }
      layers.add(0, layer);
    }
    return new Result(question.name(), OptionalDouble.of(cost(question, right)), layers);
  }

  private double[][] updated(double[][] parameters, double[][] gradients, double learningRate) {
    double[][] updated = GradientDescent.updatedWeights(parameters, gradients, learningRate);
    if (this == UPDATE_WRONG) {
      updated[0][0] = -updated[0][0];
    }
    return rounded(updated);
  }

  private double deltaFactor(int s) {
    return switch (this) {
      case HALF_THE_COST -> 0.5;
      case SIGN_FLIPPED -> -1.0;
      case OUTPUT_DELTA_WRONG -> 1.5 + s;
      default -> 1.0;
    };
  }

  private double[] changed(double[] biasGradients) {
    return this == BIAS_ZERO ? new double[biasGradients.length] : biasGradients;
  }

  private double[][] changed(double[][] weightGradients) {
    if (this == WEIGHTS_TRANSPOSED) {
      return Rows.transpose(weightGradients);
    }
    if (this == WEIGHTS_WRONG) {
      for (double[] row : weightGradients) {
        Arrays.fill(row, row[0]);
      }
    }
    return weightGradients;
  }

  private double[][] rounded(double[][] values) {
    if (this == SINGLE_PRECISION) {
      for (double[] row : values) {
        for (int i = 0; i < row.length; i++) {
          row[i] = (float) row[i];
        }
      }
    }
    return values;
  }

  private double cost(Case question, Result right) {
    double cost = right.cost().orElseThrow();
    double factor =
        question.network().reduction().factor(question.samples(), question.targets().length);
    return switch (this) {
      case SUMMED_NOT_AVERAGED -> cost / factor;
      case HALF_THE_COST -> 0.5 * cost;
      case COST_WRONG -> cost + 1.0;
      case SINGLE_PRECISION -> (float) cost;
      default -> cost;
    };
  }
}
