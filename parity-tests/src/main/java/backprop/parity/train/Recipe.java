package backprop.parity.train;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import java.util.List;

/**
 * How to train on a data set: what is not asked for otherwise.
 *
 * @param hidden the widths of the hidden layers
 * @param activation of the hidden layers
 * @param output activation of the last layer
 * @param epochs passes over the data
 * @param batchSize samples per update
 * @param heldOut the share of the samples that is kept for testing
 */
public record Recipe(
    List<Integer> hidden,
    Activation activation,
    Activation output,
    Cost cost,
    Reduction reduction,
    int epochs,
    int batchSize,
    double learningRate,
    double heldOut) {}
