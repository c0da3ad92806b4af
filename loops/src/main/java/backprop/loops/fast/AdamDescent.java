package backprop.loops.fast;

import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Moment;
import backprop.loops.optimisers.Optimiser;

/** Step 8 along Adam's direction, with both moments kept up to date in place. */
final class AdamDescent implements Descent {
  private final FastLayer[] layers; // 1..L
  private final double learningRate;
  private final double epsilon;
  private final double firstDecay;
  private final double secondDecay;
  private final ParameterRows first;
  private final ParameterRows second;

  private double firstPower;
  private double secondPower;
  private double firstFactor;
  private double secondFactor;

  AdamDescent(Adam start, FastLayer[] layers) {
    this.layers = layers;
    learningRate = start.learningRate();
    epsilon = start.epsilon();
    firstDecay = start.first().decay();
    secondDecay = start.second().decay();
    first = new ParameterRows(layers, start.first().mean());
    second = new ParameterRows(layers, start.second().mean());
    firstPower = start.first().power();
    secondPower = start.second().power();
  }

  @Override
  public void begin() {
    firstPower = firstPower * firstDecay;
    secondPower = secondPower * secondDecay;
    firstFactor = 1.0 / (1.0 - firstPower);
    secondFactor = 1.0 / (1.0 - secondPower);
  }

  @Override
  public void rows(int l, int from, int to) {
    FastLayer layer = layers[l];
    for (int j = from; j < to; j++) {
      double[] firstRow = first.weights[l][j];
      double[] secondRow = second.weights[l][j];
      row(layer.weights[j], layer.weightGradients[j], firstRow, secondRow, 0, layer.inputs);
    }
    row(layer.biases, layer.biasGradients, first.biases[l], second.biases[l], from, to);
  }

  /** First the moments, then the step: two short loops turn into vector instructions. */
  private void row(
      double[] parameters,
      double[] gradients,
      double[] firstRow,
      double[] secondRow,
      int from,
      int to) {
    moments(gradients, firstRow, secondRow, from, to);
    step(parameters, firstRow, secondRow, from, to);
  }

  private void moments(
      double[] gradients, double[] firstRow, double[] secondRow, int from, int to) {
    double keptFirst = firstDecay;
    double keptSecond = secondDecay;
    double newFirst = 1.0 - firstDecay;
    double newSecond = 1.0 - secondDecay;
    for (int i = from; i < to; i++) {
      double gradient = gradients[i];
      firstRow[i] = keptFirst * firstRow[i] + newFirst * gradient;
      secondRow[i] = keptSecond * secondRow[i] + newSecond * (gradient * gradient);
    }
  }

  private void step(double[] parameters, double[] firstRow, double[] secondRow, int from, int to) {
    double rate = learningRate;
    double smallest = epsilon;
    double byFirst = firstFactor;
    double bySecond = secondFactor;
    for (int i = from; i < to; i++) {
      double size = StrictMath.sqrt(bySecond * secondRow[i]) + smallest;
      parameters[i] = parameters[i] - rate * (byFirst * firstRow[i] / size);
    }
  }

  @Override
  public Optimiser optimiser() {
    Moment firstMoment = new Moment(firstDecay, firstPower, first.copy());
    Moment secondMoment = new Moment(secondDecay, secondPower, second.copy());
    return new Adam(learningRate, epsilon, firstMoment, secondMoment);
  }
}
