package backprop.parity.course;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.parity.model.Case;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity;
import backprop.parity.model.Quantity.Shape;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.model.SampleLayout;
import java.util.Map;

/**
 * The gradients of a case a second time: by the products that a learner has placed, each evaluated
 * with the learner's own functions. Only what is no product is done here.
 *
 * @param layout in which the products are placed
 * @param placed by the name of their task
 */
record GradientsByProducts(
    LearnersMatrices matrices, Layout layout, Map<String, PlacedProduct> placed) {
  /**
   * What comes out.
   *
   * @param loops what the loops give: the output delta is taken from there
   * @throws MatrixProblem if a function does not give what it should
   */
  Result of(Case question, Result loops) {
    int depth = question.network().depth();
    double factor =
        question.network().reduction().factor(question.samples(), question.targets().length);
    Result.Builder result = Result.to(question);
    double[][][] z = new double[depth + 1][][];
    double[][][] a = new double[depth + 1][][];
    a[0] = question.inputs();
    for (int l = 1; l <= depth; l++) {
      Layer layer = question.network().layer(l);
      z[l] = product(question, MatrixTask.STEP_1, l, layer.weights(), a[l - 1]);
      for (int j = 0; j < z[l].length; j++) {
        for (int s = 0; s < z[l][j].length; s++) {
          z[l][j][s] += layer.biases()[j];
        }
      }
      a[l] = values(layer.activation(), z[l]);
      result.put(Quantity.PRE_ACTIVATIONS, l, z[l]).put(Quantity.ACTIVATIONS, l, a[l]);
    }
    double[][] delta = loops.values(Quantity.DELTAS, depth).orElseThrow();
    for (int l = depth; l >= 1; l--) {
      double[][] weightGradients = product(question, MatrixTask.STEP_6, l, delta, a[l - 1]);
      double[][] biasGradients = biasGradients(question, l, delta);
      scale(weightGradients, factor);
      scale(biasGradients, factor);
      result.put(Quantity.DELTAS, l, delta).put(Quantity.WEIGHT_GRADIENTS, l, weightGradients);
      result.put(Quantity.BIAS_GRADIENTS, l, biasGradients);
      if (l == 1) {
        double[][] weights = question.network().layer(1).weights();
        double[][] inputGradients = product(question, MatrixTask.INPUTS, 1, weights, delta);
        scale(inputGradients, factor);
        result.put(Quantity.INPUT_GRADIENTS, 1, inputGradients);
      } else {
        Layer before = question.network().layer(l - 1);
        double[][] weights = question.network().layer(l).weights();
        delta = product(question, MatrixTask.STEP_7, l, weights, delta);
        for (int j = 0; j < delta.length; j++) {
          for (int s = 0; s < delta[j].length; s++) {
            delta[j][s] *= before.activation().derivative(z[l - 1][j][s]);
          }
        }
      }
    }
    return result.build();
  }

  /** The placed product of a step, in the orientation of memory. */
  private double[][] product(Case question, String name, int l, double[][] one, double[][] other) {
    PlacedProduct product = placed.get(name);
    MatrixTask task =
        MatrixTask.all().stream()
            .filter(each -> each.name().equals(name) && each.layout().equals(layout))
            .findFirst()
            .orElseThrow();
    boolean ofWeights = name.equals(MatrixTask.STEP_6);
    Shape shapeOfOne = ofWeights ? Shape.PER_SAMPLE : Shape.PER_WEIGHT;
    Shape shapeOfResult = ofWeights ? Shape.PER_WEIGHT : Shape.PER_SAMPLE;
    Map<String, double[][]> factors =
        Map.of(
            task.one().symbol(), layout.rows(shapeOfOne, one),
            task.other().symbol(), layout.rows(Shape.PER_SAMPLE, other));
    String asked = "%s/%s/layer-%d".formatted(question.name(), name.replace(' ', '-'), l);
    double[][] left = factor(asked, factors.get(product.left()), product.leftTransposed());
    double[][] right = factor(asked, factors.get(product.right()), product.rightTransposed());
    return layout.rows(shapeOfResult, multiplied(asked, left, right));
  }

  /** Step 5, Δ times a 1 for each sample. */
  private double[][] biasGradients(Case question, int l, double[][] delta) {
    String name = "%s/step-5/layer-%d".formatted(question.name(), l);
    double[][] ones = new double[question.samples()][1];
    for (double[] one : ones) {
      one[0] = 1.0;
    }
    double[][] laidOut = layout.rows(Shape.PER_SAMPLE, delta);
    return layout.samples() == SampleLayout.COLUMNS
        ? multiplied(name, laidOut, ones)
        : Rows.transpose(multiplied(name, Rows.transpose(ones), laidOut));
  }

  private double[][] factor(String name, double[][] rows, boolean transposed) {
    if (!transposed) {
      return rows;
    }
    return right(MatrixQuestion.transpose(name, rows));
  }

  private double[][] multiplied(String name, double[][] left, double[][] right) {
    return right(MatrixQuestion.multiply(name, left, right));
  }

  private double[][] right(MatrixQuestion question) {
    double[][] found = matrices.answer(question);
    MatrixSlips.in(question, found)
        .ifPresent(
            wrong -> {
              throw MatrixProblem.wrong(question, wrong);
            });
    return found;
  }

  private static double[][] values(Activation activation, double[][] z) {
    double[][] values = Rows.copy(z);
    for (double[] row : values) {
      for (int s = 0; s < row.length; s++) {
        row[s] = activation.value(row[s]);
      }
    }
    return values;
  }

  private static void scale(double[][] rows, double factor) {
    for (double[] row : rows) {
      for (int n = 0; n < row.length; n++) {
        row[n] *= factor;
      }
    }
  }
}
