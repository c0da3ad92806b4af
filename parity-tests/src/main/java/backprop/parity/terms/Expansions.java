package backprop.parity.terms;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.terms.Name.Cell;
import java.util.ArrayList;
import java.util.List;

/** Takes any number of a case apart into the terms that the loops add up. */
public final class Expansions {
  /** What the whole batch is multiplied by. */
  static final Name FACTOR = new Name.Word("factor");

  /** How far a step goes. */
  public static final Name LEARNING_RATE = new Name.Word("learningRate");

  private final Case question;
  private final Network network;
  private final int depth;
  private final double[][] inputs;
  private final double[][] targets;
  private final double factor;
  private final double learningRate;
  private final Result result;

  /**
   * @param result of the loops twin for that case
   */
  public Expansions(Case question, Result result) {
    this.question = question;
    this.network = question.network();
    this.depth = network.depth();
    this.inputs = question.inputs();
    this.targets = question.targets();
    this.factor = network.reduction().factor(question.samples(), targets.length);
    this.learningRate = question.learningRate().orElse(0.0);
    this.result = result;
  }

  /** One number, taken apart. */
  public Expansion of(Entry entry) {
    double value = entry.in(values(entry.quantity().orElseThrow(), entry.layer()));
    return switch (entry.quantity().orElseThrow()) {
      case PRE_ACTIVATIONS -> preActivation(entry, value);
      case ACTIVATIONS -> activation(entry, value);
      case DELTAS -> entry.layer() == depth ? outputDelta(entry, value) : hiddenDelta(entry, value);
      case BIAS_GRADIENTS -> biasGradient(entry, value);
      case WEIGHT_GRADIENTS -> weightGradient(entry, value);
      case UPDATED_WEIGHTS -> updatedWeight(entry, value);
      case UPDATED_BIASES -> updatedBias(entry, value);
      case INPUT_GRADIENTS -> inputGradient(entry, value);
    };
  }

  /** What the result holds; layer 0 has activations only, the inputs. */
  public double[][] values(Quantity quantity, int l) {
    boolean given = l == 0 && quantity == Quantity.ACTIVATIONS;
    return given ? inputs : result.values(quantity, l).orElseThrow();
  }

  private Expansion preActivation(Entry entry, double value) {
    int l = entry.layer();
    int j = entry.neuron();
    int s = entry.second();
    Layer layer = network.layer(l);
    double[] weights = layer.weights()[j];
    double[][] activations = values(Quantity.ACTIVATIONS, l - 1);
    List<Term> terms = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      Factor weight = new Factor(Cell.of(Array.WEIGHTS, l, j, i), weights[i]);
      terms.add(new Term(i, weight, activation(l - 1, i, s, activations[i][s])));
    }
    if (!question.hasBiases(l)) {
      return Expansion.sum(entry, "i", terms, List.of(), value);
    }
    Factor bias = bias(l, j);
    return Expansion.sum(entry, "i", terms, List.of(new Operation('+', bias)), value);
  }

  private Expansion activation(Entry entry, double value) {
    double[][] preActivations = values(Quantity.PRE_ACTIVATIONS, entry.layer());
    Activation activation = network.layer(entry.layer()).activation();
    ActivationFormula formula = new ActivationFormula(activation);
    double[] sample = Rows.transpose(preActivations)[entry.second()];
    String numbers = formula.numbers(entry.in(preActivations), sample);
    Cell z = Cell.of(Array.PRE_ACTIVATIONS, entry.layer(), entry.neuron(), entry.second());
    Factor whole = new Factor(new Name.Activated(activation, z), value, numbers);
    return Expansion.of(entry, whole, List.of(), value);
  }

  private Expansion outputDelta(Entry entry, double value) {
    int j = entry.neuron();
    int s = entry.second();
    Activation activation = network.layer(depth).activation();
    double[][] activations = values(Quantity.ACTIVATIONS, depth);
    Factor a = activation(depth, j, s, activations[j][s]);
    Factor t = new Factor(Cell.of(Array.TARGETS, 0, j, s), targets[j][s]);
    Operation minusTarget = new Operation('-', t);
    boolean cancels = network.cost().cancels(activation);
    if (activation == Activation.SOFTMAX && cancels) {
      Operation timesSum = new Operation('*', Factor.named("Σt", targetSum(s)));
      return Expansion.of(entry, a, List.of(timesSum, minusTarget), value);
    }
    if (activation == Activation.SOFTMAX) {
      return softmaxDelta(entry, activations, value);
    }
    if (cancels) {
      return Expansion.of(entry, a, List.of(minusTarget), value);
    }
    Operation timesDerivative = timesDerivative(depth, j, s);
    return switch (network.cost()) {
      case HALF_SQUARED_ERROR ->
          Expansion.of(entry, a, List.of(minusTarget, timesDerivative), value);
      case SQUARED_ERROR -> {
        Operation twice = new Operation('*', Factor.named("2", 2.0));
        yield Expansion.of(entry, a, List.of(minusTarget, twice, timesDerivative), value);
      }
      default ->
          Expansion.of(entry, costDerivative(activations, j, s), List.of(timesDerivative), value);
    };
  }

  private Expansion softmaxDelta(Entry entry, double[][] activations, double value) {
    int j = entry.neuron();
    int s = entry.second();
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < activations.length; k++) {
      double diagonal = k == j ? activations[k][s] : 0.0;
      double jacobian = diagonal - activations[k][s] * activations[j][s];
      Factor left = new Factor(Cell.of(Array.JACOBIAN, 0, k, j), jacobian);
      terms.add(new Term(k, left, costDerivative(activations, k, s)));
    }
    return Expansion.sum(entry, "k", terms, List.of(), value);
  }

  private Expansion hiddenDelta(Entry entry, double value) {
    int l = entry.layer();
    Operation timesDerivative = timesDerivative(l, entry.neuron(), entry.second());
    return Expansion.sum(entry, "k", carriedBack(entry, l), List.of(timesDerivative), value);
  }

  private Expansion inputGradient(Entry entry, double value) {
    return Expansion.sum(entry, "j", carriedBack(entry, 0), List.of(timesFactor()), value);
  }

  /** What comes back from the layer after layer l. */
  private List<Term> carriedBack(Entry entry, int l) {
    int j = entry.neuron();
    int s = entry.second();
    double[][] forwardWeights = network.layer(l + 1).weights();
    double[][] forwardDelta = values(Quantity.DELTAS, l + 1);
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < forwardWeights.length; k++) {
      Factor weight = new Factor(Cell.of(Array.WEIGHTS, l + 1, k, j), forwardWeights[k][j]);
      terms.add(new Term(k, weight, delta(l + 1, k, s, forwardDelta[k][s])));
    }
    return terms;
  }

  private Expansion biasGradient(Entry entry, double value) {
    double[] delta = values(Quantity.DELTAS, entry.layer())[entry.neuron()];
    List<Term> terms = new ArrayList<>();
    for (int s = 0; s < delta.length; s++) {
      Factor left = delta(entry.layer(), entry.neuron(), s, delta[s]);
      terms.add(new Term(s, left, Factor.named("1", 1.0)));
    }
    return Expansion.sum(entry, "s", terms, List.of(timesFactor()), value);
  }

  private Expansion weightGradient(Entry entry, double value) {
    int l = entry.layer();
    int i = entry.second();
    double[] delta = values(Quantity.DELTAS, l)[entry.neuron()];
    double[] activations = values(Quantity.ACTIVATIONS, l - 1)[i];
    List<Term> terms = new ArrayList<>();
    for (int s = 0; s < delta.length; s++) {
      Factor left = delta(l, entry.neuron(), s, delta[s]);
      terms.add(new Term(s, left, activation(l - 1, i, s, activations[s])));
    }
    return Expansion.sum(entry, "s", terms, List.of(timesFactor()), value);
  }

  private Expansion updatedWeight(Entry entry, double value) {
    double weight = entry.in(network.layer(entry.layer()).weights());
    Cell name = Cell.of(Array.WEIGHTS, entry.layer(), entry.neuron(), entry.second());
    return updated(entry, new Factor(name, weight), value);
  }

  private Expansion updatedBias(Entry entry, double value) {
    return updated(entry, bias(entry.layer(), entry.neuron()), value);
  }

  private Factor bias(int l, int j) {
    Cell name = new Cell(Array.BIASES, l, Integer.toString(j), "");
    return new Factor(name, network.layer(l).biases()[j]);
  }

  private Expansion updated(Entry entry, Factor parameter, double value) {
    Factor gradient = gradient(entry);
    String numbers =
        "%s*%s"
            .formatted(NumberText.brief(learningRate), NumberText.inParentheses(gradient.value()));
    Name name = new Name.Product(LEARNING_RATE, gradient.name());
    Factor step = new Factor(name, learningRate * gradient.value(), numbers);
    return Expansion.of(entry, parameter, List.of(new Operation('-', step)), value);
  }

  /** What an updated parameter's step is made of, beside the learning rate. */
  public Factor gradient(Entry updated) {
    Quantity quantity =
        updated.is(Quantity.UPDATED_WEIGHTS) ? Quantity.WEIGHT_GRADIENTS : Quantity.BIAS_GRADIENTS;
    Entry gradient = Entry.of(quantity, updated.layer(), updated.neuron(), updated.second());
    return new Factor(Cell.of(gradient), gradient.in(values(quantity, updated.layer())));
  }

  private double targetSum(int s) {
    double sum = 0.0;
    for (double[] target : targets) {
      sum += target[s];
    }
    return sum;
  }

  private Factor costDerivative(double[][] activations, int j, int s) {
    double derivative = network.cost().derivative(activations[j][s], targets[j][s]);
    return new Factor(Cell.of(Array.COST_SLOPES, 0, j, s), derivative);
  }

  private Operation timesDerivative(int l, int j, int s) {
    double z = values(Quantity.PRE_ACTIVATIONS, l)[j][s];
    double derivative = network.layer(l).activation().derivative(z);
    Name name = new Name.Slope(Cell.of(Array.PRE_ACTIVATIONS, l, j, s));
    return new Operation('*', new Factor(name, derivative));
  }

  private Operation timesFactor() {
    return new Operation('*', new Factor(FACTOR, factor));
  }

  private static Factor activation(int l, int i, int s, double value) {
    Array array = l == 0 ? Array.INPUTS : Array.ACTIVATIONS;
    return new Factor(Cell.of(array, l, i, s), value);
  }

  private static Factor delta(int l, int j, int s, double value) {
    return new Factor(Cell.of(Array.DELTAS, l, j, s), value);
  }
}
