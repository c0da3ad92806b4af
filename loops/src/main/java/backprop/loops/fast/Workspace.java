package backprop.loops.fast;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import java.util.ArrayList;
import java.util.List;

/**
 * The gradients of one network, batch after batch, in memory that is laid out once and used again.
 *
 * <p>Every number has the same bits as in the textbook loops. What {@link #compute} leaves behind
 * can be read until the next call. Not for use by several threads at once; it has threads of its
 * own if it is given some.
 *
 * <pre>{@code
 * try (Workspace workspace = new Workspace(network, 10, 1)) {
 *   workspace.compute(inputs, targets); // a row per sample
 *   workspace.update(learningRate);
 * }
 * }</pre>
 */
public final class Workspace implements AutoCloseable {
  private final int depth;
  private final int largestBatch;
  private final FastLayer[] layers; // 1..L
  private final double[][][] activations; // 0..L, each [s][j]
  private final double[] sampleCosts; // [s]
  private final Crew crew;

  private final RowStep copyInputs = this::copyInputs;
  private final RowStep outputStep = this::outputStep;
  private final RowStep[] turnWeights; // 1..L, as all that follow
  private final RowStep[] forward;
  private final RowStep[] hiddenDelta;
  private final RowStep[] gradients;
  private final RowStep[] update;
  private final RowStep[] descend;

  private Network loaded; // for its cost and its reduction
  private double[][] inputs; // [s][i], the caller's, while computing
  private double[][] targets; // [s][j], too
  private int samples;
  private double factor;
  private double learningRate;
  private Descent descent;
  private double cost;

  /**
   * Lays out the memory and loads the weights and biases.
   *
   * @param largestBatch the most samples at once
   * @param threads that share the rows of each step, at least 1
   * @throws IllegalArgumentException if there is less than one sample or thread
   */
  public Workspace(Network network, int largestBatch, int threads) {
    Require.atLeastOne("largest batch", largestBatch);
    Require.atLeastOne("threads", threads);
    this.depth = network.depth();
    this.largestBatch = largestBatch;
    layers = new FastLayer[depth + 1];
    activations = new double[depth + 1][][];
    activations[0] = new double[largestBatch][];
    sampleCosts = new double[largestBatch];
    turnWeights = new RowStep[depth + 1];
    forward = new RowStep[depth + 1];
    hiddenDelta = new RowStep[depth + 1];
    gradients = new RowStep[depth + 1];
    update = new RowStep[depth + 1];
    descend = new RowStep[depth + 1];
    for (int l = 1; l <= depth; l++) {
      Require.atMost("inputs of a layer", Kernel.MOST_COLUMNS, network.layer(l).inputs());
      Require.atMost("outputs of a layer", Kernel.MOST_COLUMNS, network.layer(l).outputs());
      layers[l] = new FastLayer(network.layer(l), largestBatch);
      activations[l] = layers[l].activations;
    }
    AlignedRows.layOut(activations[0], network.layer(1).inputs());
    for (int l = 1; l <= depth; l++) {
      layers[l].layOut(); // nothing else in between
    }
    for (int l = 1; l <= depth; l++) {
      int number = l;
      FastLayer layer = layers[l];
      FastLayer next = l < depth ? layers[l + 1] : null;
      double[][] before = activations[l - 1];
      turnWeights[l] = layer::turnWeights;
      forward[l] = (from, to) -> layer.forward(before, from, to);
      hiddenDelta[l] = (from, to) -> layer.hiddenDelta(next, from, to);
      gradients[l] = (from, to) -> layer.gradients(before, samples, factor, from, to);
      update[l] = (from, to) -> layer.update(learningRate, from, to);
      descend[l] = (from, to) -> descent.rows(number, from, to);
    }
    crew = new Crew(threads, Product.ROWS_AT_ONCE);
    load(network);
  }

  /**
   * Copies the weights and biases of another network.
   *
   * @throws IllegalArgumentException if its layers are not those of the first
   */
  public void load(Network network) {
    Require.that(!crew.isClosed(), "this workspace is closed");
    Require.same("layers", depth, network.depth());
    for (int l = 1; l <= depth; l++) {
      Layer layer = network.layer(l);
      Require.same("inputs of a layer", layers[l].inputs, layer.inputs());
      Require.same("outputs of a layer", layers[l].outputs, layer.outputs());
      Require.that(layer.activation() == layers[l].activation, "expected the same activations");
    }
    for (int l = 1; l <= depth; l++) {
      layers[l].load(network.layer(l));
      crew.run(turnWeights[l], layers[l].inputs, layers[l].outputs);
    }
    loaded = network;
  }

  /**
   * Copies an optimiser and what it remembers, for every {@link #update()} from now on.
   *
   * @throws IllegalArgumentException if it remembers layers of other shapes
   */
  public void load(Optimiser optimiser) {
    descent = Descent.of(optimiser, layers);
  }

  /**
   * The optimiser that was loaded, with what it remembers now.
   *
   * @throws IllegalArgumentException if none was
   */
  public Optimiser optimiser() {
    Require.that(descent != null, "load an optimiser first");
    return descent.optimiser();
  }

  /** A network with the weights and biases as they are now. */
  public Network network() {
    List<Layer> current = new ArrayList<>();
    for (int l = 1; l <= depth; l++) {
      current.add(layers[l].layer());
    }
    return new Network(current, loaded.cost(), loaded.reduction());
  }

  /**
   * Steps 1 to 7. Allocates nothing.
   *
   * @param inputs samples × inputs: a row per sample, the way people write data
   * @param targets samples × outputs
   * @throws IllegalArgumentException if they do not fit the network, each other or the batch
   */
  public void compute(double[][] inputs, double[][] targets) {
    Require.that(!crew.isClosed(), "this workspace is closed");
    Require.atLeastOne("samples", inputs.length);
    Require.atMost("samples", largestBatch, inputs.length);
    Require.same("rows of targets", inputs.length, targets.length);
    for (int s = 0; s < inputs.length; s++) {
      Require.same("inputs of a sample", layers[1].inputs, inputs[s].length);
      Require.same("targets of a sample", layers[depth].outputs, targets[s].length);
    }
    this.inputs = inputs;
    this.targets = targets;
    samples = inputs.length;
    factor = loaded.reduction().factor(samples, layers[depth].outputs);

    crew.run(copyInputs, samples, layers[1].inputs);
    for (int l = 1; l <= depth; l++) {
      crew.run(forward[l], samples, layers[l].weightCount());
    }
    crew.run(outputStep, samples, layers[depth].outputs);
    double batchSum = 0.0;
    for (int s = 0; s < samples; s++) {
      batchSum += sampleCosts[s];
    }
    cost = batchSum * factor;
    for (int l = depth; l >= 1; l--) {
      if (l < depth) {
        crew.run(hiddenDelta[l], samples, layers[l + 1].weightCount());
      }
      crew.run(gradients[l], layers[l].outputs, (long) samples * layers[l].inputs);
    }
  }

  /** Step 8 with the gradients of the last call of {@link #compute}, in place. */
  public void update(double learningRate) {
    Require.that(!crew.isClosed(), "this workspace is closed");
    this.learningRate = learningRate;
    change(update);
  }

  /**
   * The same with the optimiser that was loaded, whose memory moves on in place. Allocates nothing.
   *
   * @throws IllegalArgumentException if none was loaded
   */
  public void update() {
    Require.that(!crew.isClosed(), "this workspace is closed");
    Require.that(descent != null, "load an optimiser first");
    descent.begin();
    change(descend);
  }

  /** Weights change here and in {@link #load} alone, so the turned ones are always theirs. */
  private void change(RowStep[] step) {
    for (int l = 1; l <= depth; l++) {
      crew.run(step[l], layers[l].outputs, layers[l].inputs);
      crew.run(turnWeights[l], layers[l].inputs, layers[l].outputs);
    }
  }

  private void copyInputs(int from, int to) {
    for (int s = from; s < to; s++) {
      System.arraycopy(inputs[s], 0, activations[0][s], 0, layers[1].inputs);
    }
  }

  private void outputStep(int from, int to) {
    FastLayer last = layers[depth];
    for (int s = from; s < to; s++) {
      double[] outputs = activations[depth][s];
      sampleCosts[s] = OutputRow.cost(loaded.cost(), outputs, targets[s], last.outputs);
    }
    last.outputDelta(loaded.cost(), targets, from, to);
  }

  /** Step 3: the cost of the whole batch. */
  public double cost() {
    return cost;
  }

  /** A copy of layer l's pre-activations, samples × outputs; l from 1. */
  public double[][] preActivations(int l) {
    return AlignedRows.copy(layers[l].preActivations, samples, layers[l].outputs);
  }

  /** A copy of layer l's activations, samples × outputs; l from 1. */
  public double[][] activations(int l) {
    return AlignedRows.copy(layers[l].activations, samples, layers[l].outputs);
  }

  /** A copy of layer l's delta, samples × outputs, before the reduction's factor; l from 1. */
  public double[][] delta(int l) {
    return AlignedRows.copy(layers[l].delta, samples, layers[l].outputs);
  }

  /** A copy of layer l's bias gradients, one per neuron; l from 1. */
  public double[] biasGradients(int l) {
    return layers[l].biasGradients.clone();
  }

  /** A copy of layer l's weight gradients, outputs × inputs; l from 1. */
  public double[][] weightGradients(int l) {
    return AlignedRows.copy(layers[l].weightGradients, layers[l].outputs, layers[l].inputs);
  }

  /** Ends the threads. */
  @Override
  public void close() {
    crew.close();
  }
}
