package backprop.parity.model;

import backprop.parity.model.Quantity.Shape;

/** Which way round somebody reads and writes the numbers of a network. */
public record Layout(SampleLayout samples, WeightLayout weights) {
  /** As everything is held in memory, and as the twins write it. */
  public static final Layout STANDARD =
      new Layout(SampleLayout.COLUMNS, WeightLayout.OUTPUTS_BY_INPUTS);

  /** The one in which a case is spoken of, unless somebody asks for another. */
  public static Layout of(Case question) {
    return new Layout(SampleLayout.COLUMNS, question.weightLayout());
  }

  /** Whether two indices change places from the standard layout to this one. */
  public boolean swaps(Shape shape) {
    return switch (shape) {
      case PER_SAMPLE, PER_INPUT -> samples == SampleLayout.ROWS;
      case PER_WEIGHT -> weights == WeightLayout.INPUTS_BY_OUTPUTS;
      case PER_NEURON -> false;
    };
  }

  /** Rows of the standard layout in this one; biases are a row where samples are rows. */
  public double[][] rows(Shape shape, double[][] standard) {
    boolean row = shape == Shape.PER_NEURON && samples == SampleLayout.ROWS;
    return row || swaps(shape) ? Rows.transpose(standard) : Rows.copy(standard);
  }
}
