package backprop.parity.sources;

import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Moment;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.loops.optimisers.PerParameter;
import backprop.loops.optimisers.Plain;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** The same optimiser in the types of the other twin, with all that it remembers. */
public final class OptimiserTranslation {
  private OptimiserTranslation() {}

  /** An optimiser of the loops in the matrices' types. */
  public static backprop.matrix.optimisers.Optimiser matrix(Optimiser optimiser) {
    if (optimiser instanceof Momentum momentum) {
      return new backprop.matrix.optimisers.Momentum(
          momentum.learningRate(), momentum.momentum(), matrix(momentum.velocity()));
    }
    if (optimiser instanceof Adam adam) {
      return new backprop.matrix.optimisers.Adam(
          adam.learningRate(), adam.epsilon(), matrix(adam.first()), matrix(adam.second()));
    }
    return new backprop.matrix.optimisers.Plain(((Plain) optimiser).learningRate());
  }

  /** An optimiser of the matrices in the loops' types. */
  public static Optimiser loops(backprop.matrix.optimisers.Optimiser optimiser) {
    if (optimiser instanceof backprop.matrix.optimisers.Momentum momentum) {
      return new Momentum(momentum.learningRate(), momentum.momentum(), loops(momentum.velocity()));
    }
    if (optimiser instanceof backprop.matrix.optimisers.Adam adam) {
      return new Adam(
          adam.learningRate(), adam.epsilon(), loops(adam.first()), loops(adam.second()));
    }
    return new Plain(((backprop.matrix.optimisers.Plain) optimiser).learningRate());
  }

  private static backprop.matrix.optimisers.Moment matrix(Moment moment) {
    return new backprop.matrix.optimisers.Moment(
        moment.decay(), moment.power(), matrix(moment.mean()));
  }

  private static Moment loops(backprop.matrix.optimisers.Moment moment) {
    return new Moment(moment.decay(), moment.power(), loops(moment.mean()));
  }

  private static backprop.matrix.optimisers.PerParameter matrix(PerParameter numbers) {
    List<RealMatrix> weights = new ArrayList<>();
    List<RealMatrix> biases = new ArrayList<>();
    for (int l = 1; l <= numbers.depth(); l++) {
      weights.add(new Array2DRowRealMatrix(numbers.weights(l), false));
      biases.add(new Array2DRowRealMatrix(Rows.column(numbers.biases(l)), false));
    }
    return new backprop.matrix.optimisers.PerParameter(weights, biases);
  }

  private static PerParameter loops(backprop.matrix.optimisers.PerParameter numbers) {
    List<double[][]> weights = new ArrayList<>();
    List<double[]> biases = new ArrayList<>();
    for (int l = 1; l <= numbers.depth(); l++) {
      weights.add(numbers.weights(l).getData());
      biases.add(numbers.biases(l).getColumn(0));
    }
    return new PerParameter(weights, biases);
  }
}
