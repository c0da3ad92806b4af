package backprop.parity.training.data;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Brings the inputs, and the targets if they are measured, to the mean 0 and the deviation 1.
 * Gradient descent crawls down the long valley that inputs of different or large scales make of the
 * cost; and weights that are drawn for outputs of about 1 take many steps to reach large targets.
 *
 * <p>It is measured on the samples to learn from and then applied to all, so that nothing is known
 * of those held out.
 *
 * @param inputs their scale, unless they stay as they are
 * @param targets their scale, unless they stay as they are
 */
public record Standardisation(Optional<ColumnScale> inputs, Optional<ColumnScale> targets) {
  /**
   * What was asked for, or else is advisable: inputs are standardised if one lies outside -1 to 1, so
   * that pictures and truth values stay as they are; and so are targets. But classes never are, nor
   * what the last layer bends: only without a curve can it take the scale into its weights.
   *
   * @param asked whether to standardise, if anybody said so
   * @param last the activation of the last layer
   * @throws InvalidInput if numbers are too large or too small to be measured
   */
  public static Standardisation of(DataSet training, Optional<Boolean> asked, Activation last) {
    boolean measured = training.classes().isEmpty() && last == Activation.IDENTITY;
    boolean scaleInputs = asked.orElseGet(() -> isFar(training, training::input));
    boolean scaleTargets = measured && asked.orElseGet(() -> isFar(training, training::target));
    return new Standardisation(
        scaleInputs ? Optional.of(ColumnScale.ofInputs(training)) : Optional.empty(),
        scaleTargets ? Optional.of(ColumnScale.ofTargets(training)) : Optional.empty());
  }

  private static boolean isFar(DataSet training, IntFunction<double[]> rows) {
    return IntStream.range(0, training.size())
        .mapToObj(rows)
        .anyMatch(row -> Arrays.stream(row).anyMatch(number -> StrictMath.abs(number) > 1.0));
  }

  /** The samples as a network sees them that learns from them. */
  public DataSet standardised(DataSet data) {
    DataSet seen =
        inputs.map(scale -> data.withInputs(rows(data, data::input, scale))).orElse(data);
    return targets.map(scale -> seen.withTargets(rows(data, data::target, scale))).orElse(seen);
  }

  private static double[][] rows(DataSet data, IntFunction<double[]> rows, ColumnScale scale) {
    return IntStream.range(0, data.size())
        .mapToObj(rows)
        .map(scale::standardised)
        .toArray(double[][]::new);
  }

  /** A network that learned from standardised samples, for the units of the data. */
  public Network inUnitsOfTheData(Network learned) {
    return folded(
        learned,
        first -> inputs.map(scale -> ScaleFolding.inputsInUnits(first, scale)).orElse(first),
        last -> targets.map(scale -> ScaleFolding.outputsInUnits(last, scale)).orElse(last));
  }

  /** The way back: a network for standardised samples, from one for the units of the data. */
  public Network standardised(Network inUnits) {
    return folded(
        inUnits,
        first -> inputs.map(scale -> ScaleFolding.inputsStandardised(first, scale)).orElse(first),
        last -> targets.map(scale -> ScaleFolding.outputsStandardised(last, scale)).orElse(last));
  }

  /** A single layer is the first and the last. */
  private static Network folded(
      Network network, UnaryOperator<Layer> ofFirst, UnaryOperator<Layer> ofLast) {
    List<Layer> layers = new ArrayList<>(network.layers());
    int last = layers.size() - 1;
    layers.set(0, ofFirst.apply(layers.get(0)));
    layers.set(last, ofLast.apply(layers.get(last)));
    return new Network(layers, network.cost(), network.reduction());
  }

  /**
   * How much 1 of each output is in the units of the data.
   *
   * @param outputs how many there are
   */
  public double[] unitsOfTargets(int outputs) {
    return targets.map(ColumnScale::deviations).orElseGet(() -> ones(outputs));
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1.0);
    return ones;
  }
}
