package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.Mistake.*;

import backprop.loops.Activation;
import backprop.loops.ForwardPass;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Rows;

/** Steps 1 and 2, and the targets; each mistake of the forward pass is a switch. */
final class FaultyForwardPass {
  /** As the loops hold them: indexed by layer, the activations of layer 0 are the inputs. */
  final double[][][] preActivations;

  final double[][][] activations;
  final double[][] targets;

  /** Beyond which a sigmoid's z is cut off, by form. */
  private static final double[] LIMITS = {30.0, 20.0, 15.0, 10.0, 6.0, 5.0};

  private FaultyProgram program;

  FaultyForwardPass(FaultyProgram whole, Case question) {
    Network network = question.network();
    int depth = network.depth();
    preActivations = new double[depth + 1][][];
    activations = new double[depth + 1][][];
    activations[0] = question.inputs();
    for (int l = 1; l <= depth; l++) {
      Layer layer = network.layer(l);
      program = whole.in(network, l);
      preActivations[l] = preActivations(layer.weights(), layer.biases(), activations[l - 1]);
      if (program.has(PRE_ACTIVATION_CLIPPED) && layer.activation() == Activation.SIGMOID) {
        clip(preActivations[l], LIMITS[program.form(PRE_ACTIVATION_CLIPPED)]);
      }
      boolean missing = l == depth && program.has(OUTPUT_ACTIVATION_MISSING);
      Activation activation = missing ? Activation.IDENTITY : layer.activation();
      activations[l] = activations(activation, preActivations[l]);
      if (program.has(BIAS_AFTER_ACTIVATION)) {
        addToRows(activations[l], layer.biases());
      }
      if (program.has(ACTIVATION_TWICE, 1) && activation != Activation.SOFTMAX) {
        preActivations[l] = activationsOnce(activation, preActivations[l]);
      }
    }
    program = whole;
    targets = targets(question.targets());
  }

  /** Step 1. */
  private double[][] preActivations(
      double[][] rightWeights, double[] biases, double[][] activations) {
    double[][] weights =
        program.has(FORWARD_WEIGHTS_TRANSPOSED) ? Rows.transpose(rightWeights) : rightWeights;
    int samples = activations[0].length;
    int terms = program.has(LAST_INPUT_LEFT_OUT) ? activations.length - 1 : activations.length;
    double[][] preActivations = new double[weights.length][samples];
    for (int j = 0; j < weights.length; j++) {
      for (int s = 0; s < samples; s++) {
        double sum = 0.0;
        for (int i = 0; i < terms; i++) {
          sum += weights[j][i] * activations[i][s];
          if (program.has(BIAS_ON_EVERY_TERM) && i > 0) {
            sum += biases[j];
          }
        }
        boolean biasLeftOut = program.has(BIAS_LEFT_OUT) || program.has(BIAS_AFTER_ACTIVATION);
        double bias = biasLeftOut ? 0.0 : biases[j];
        preActivations[j][s] =
            switch (program.form(PRE_ACTIVATION_AVERAGED)) {
              case 0, 2 -> (sum + bias) / terms;
              case 1, 3 -> sum / terms + bias;
              default -> biasLeftOut ? sum : sum + bias;
            };
      }
    }
    return preActivations;
  }

  /** Step 2. */
  private double[][] activations(Activation activation, double[][] preActivations) {
    if (activation == Activation.SOFTMAX) {
      return softmax(preActivations);
    }
    int samples = preActivations[0].length;
    double[][] activations = new double[preActivations.length][samples];
    for (int j = 0; j < preActivations.length; j++) {
      for (int s = 0; s < samples; s++) {
        double once = value(activation, preActivations[j][s]);
        activations[j][s] = program.has(ACTIVATION_TWICE) ? value(activation, once) : once;
      }
    }
    return activations;
  }

  private double[][] activationsOnce(Activation activation, double[][] preActivations) {
    double[][] once = Rows.copy(preActivations);
    for (double[] row : once) {
      for (int s = 0; s < row.length; s++) {
        row[s] = value(activation, row[s]);
      }
    }
    return once;
  }

  private static void clip(double[][] rows, double limit) {
    for (double[] row : rows) {
      for (int s = 0; s < row.length; s++) {
        row[s] = StrictMath.max(-limit, StrictMath.min(limit, row[s]));
      }
    }
  }

  private static void addToRows(double[][] rows, double[] numbers) {
    for (int j = 0; j < rows.length; j++) {
      for (int s = 0; s < rows[j].length; s++) {
        rows[j][s] += numbers[j];
      }
    }
  }

  private double value(Activation activation, double z) {
    if (activation == Activation.SIGMOID && program.has(SIGMOID_MIRRORED)) {
      return activation.value(-z);
    }
    if (activation == Activation.LEAKY_RELU && program.has(LEAKY_SLOPE_ONE_FIFTH)) {
      return z > 0.0 ? z : 0.2 * z;
    }
    return activation.value(z);
  }

  private double[][] softmax(double[][] preActivations) {
    if (program.has(SOFTMAX_UNSHIFTED)) {
      return softmaxUnshifted(preActivations);
    }
    if (program.has(SOFTMAX_OVER_BATCH)) {
      return softmaxOverBatch(preActivations);
    }
    if (program.has(SOFTMAX_OVER_SAMPLES)) {
      return Rows.transpose(softmaxOfColumns(Rows.transpose(preActivations)));
    }
    double[][] once = softmaxOfColumns(preActivations);
    return program.has(SOFTMAX_TWICE) ? softmaxOfColumns(once) : once;
  }

  /** The right form: every column shares 1. */
  private static double[][] softmaxOfColumns(double[][] preActivations) {
    return ForwardPass.activations(Activation.SOFTMAX, preActivations);
  }

  private static double[][] softmaxUnshifted(double[][] preActivations) {
    double[][] activations = new double[preActivations.length][preActivations[0].length];
    for (int s = 0; s < activations[0].length; s++) {
      double sum = 0.0;
      for (int j = 0; j < activations.length; j++) {
        activations[j][s] = StrictMath.exp(preActivations[j][s]);
        sum += activations[j][s];
      }
      for (int j = 0; j < activations.length; j++) {
        activations[j][s] = activations[j][s] / sum;
      }
    }
    return activations;
  }

  /** All samples put into one column, so that the whole batch shares 1. */
  private static double[][] softmaxOverBatch(double[][] preActivations) {
    int samples = preActivations[0].length;
    double[][] column = new double[preActivations.length * samples][1];
    for (int j = 0; j < preActivations.length; j++) {
      for (int s = 0; s < samples; s++) {
        column[j * samples + s][0] = preActivations[j][s];
      }
    }
    double[][] shares = softmaxOfColumns(column);
    double[][] activations = new double[preActivations.length][samples];
    for (int j = 0; j < preActivations.length; j++) {
      for (int s = 0; s < samples; s++) {
        activations[j][s] = shares[j * samples + s][0];
      }
    }
    return activations;
  }

  /** Behind the last one the first follows again, or the last stays. */
  private static int next(int index, int step, int count, boolean stays) {
    return stays ? StrictMath.min(index + step, count - 1) : (index + step) % count;
  }

  private double[][] targets(double[][] rightTargets) {
    int outputs = rightTargets.length;
    int samples = rightTargets[0].length;
    int nextOutput = program.has(TARGETS_OF_NEXT_OUTPUT) ? 1 : 0;
    int nextSample = program.has(TARGETS_OF_NEXT_SAMPLE) ? 1 : 0;
    double[][] targets = new double[outputs][samples];
    for (int j = 0; j < outputs; j++) {
      for (int s = 0; s < samples; s++) {
        int output = next(j, nextOutput, outputs, program.has(TARGETS_OF_NEXT_OUTPUT, 1));
        int sample = next(s, nextSample, samples, program.has(TARGETS_OF_NEXT_SAMPLE, 1));
        targets[j][s] = rightTargets[output][sample];
      }
    }
    return targets;
  }
}
