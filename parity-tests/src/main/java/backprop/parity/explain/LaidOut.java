package backprop.parity.explain;

import backprop.loops.Activation;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity;
import backprop.parity.model.Quantity.Shape;
import backprop.parity.model.Rows;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.SlotRule;
import backprop.parity.terms.Slots;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The numbers of a case and their indices, as one reader's layout has them. */
record LaidOut(Expansions values, Layout layout) {
  Slots perSample(String symbol, String word, String neuron) {
    return Slots.perSample(symbol, word, neuron, layout);
  }

  NamedMatrix perSample(String symbol, Quantity quantity, int l) {
    return matrix(symbol, Shape.PER_SAMPLE, values.values(quantity, l));
  }

  NamedMatrix matrix(String symbol, Shape shape, double[][] standard) {
    return new NamedMatrix(symbol, layout.rows(shape, standard));
  }

  /** The factors as they stand and, where they get a T, transposed; left before right. */
  static List<NamedMatrix> operands(
      SlotRule rule, NamedMatrix one, NamedMatrix other, NamedMatrix... more) {
    boolean ordered = rule.left().symbol().equals(one.name());
    List<NamedMatrix> operands = new ArrayList<>();
    add(operands, ordered ? one : other, rule.transposesLeft());
    add(operands, ordered ? other : one, rule.transposesRight());
    operands.addAll(List.of(more));
    return operands;
  }

  private static void add(List<NamedMatrix> operands, NamedMatrix factor, boolean transposed) {
    operands.add(factor);
    if (transposed) {
      operands.add(new NamedMatrix(factor.name() + "ᵀ", Rows.transpose(factor.rows())));
    }
  }

  /** The sum over the neurons of each sample, once. */
  SlotRule sumPerSample(String symbol, String word, String neuron) {
    return SlotRule.of(sums("S"), Slots.ones(neuron), perSample(symbol, word, neuron));
  }

  /** The same sums for every neuron j. */
  SlotRule forEveryNeuron(SlotRule sumPerSample) {
    Slots sums = sums("(" + sumPerSample.formula() + ")");
    return SlotRule.of(perSample("S", "sum", "j"), sums, Slots.ones("j"));
  }

  /** Those sums added up: a row on the left, a column on the right. */
  SlotRule sumOfAll(SlotRule sumPerSample) {
    Slots sums = sums("(" + sumPerSample.formula() + ")");
    Slots ones = Slots.ones("s");
    boolean rows = layout.swaps(Shape.PER_SAMPLE);
    return new SlotRule("", "s", "", rows ? ones : sums, rows ? sums : ones);
  }

  private Slots sums(String symbol) {
    boolean rows = layout.swaps(Shape.PER_SAMPLE);
    return new Slots(symbol, "sum", rows ? "s" : "", rows ? "" : "s");
  }

  /** f′ of the pre-activations of layer l. */
  NamedMatrix derivatives(Activation activation, int l) {
    double[][] derivatives = values.values(Quantity.PRE_ACTIVATIONS, l);
    for (double[] row : derivatives) {
      Arrays.setAll(row, s -> activation.derivative(row[s]));
    }
    return matrix("f′(Z)", Shape.PER_SAMPLE, derivatives);
  }
}
