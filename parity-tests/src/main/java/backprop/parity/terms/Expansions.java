package backprop.parity.terms;

import backprop.loops.Activation;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import java.util.ArrayList;
import java.util.List;

/** Takes any number of a case apart into the terms that the loops add up. */
public final class Expansions {
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
      Factor weight = new Factor(indexed("weights", l, j, i), weights[i]);
      terms.add(new Term(i, weight, activation(l - 1, i, s, activations[i][s])));
    }
    if (!question.hasBiases(l)) {
      return Expansion.sum(entry, "i", terms, List.of(), value);
    }
    Factor bias = new Factor(indexed("biases", l, j), layer.biases()[j]);
    return Expansion.sum(entry, "i", terms, List.of(new Operation('+', bias)), value);
  }

  private Expansion activation(Entry entry, double value) {
    double[][] preActivations = values(Quantity.PRE_ACTIVATIONS, entry.layer());
    Activation activation = network.layer(entry.layer()).activation();
    ActivationFormula formula = new ActivationFormula(activation);
    double[] sample = Rows.transpose(preActivations)[entry.second()];
    String numbers = formula.numbers(entry.in(preActivations), sample);
    String z = Quantity.PRE_ACTIVATIONS.entryName(entry.layer(), entry.neuron(), entry.second());
    return Expansion.of(entry, new Factor(formula.name(z), value, numbers), List.of(), value);
  }

  private Expansion outputDelta(Entry entry, double value) {
    int j = entry.neuron();
    int s = entry.second();
    Activation activation = network.layer(depth).activation();
    double[][] activations = values(Quantity.ACTIVATIONS, depth);
    Factor a = activation(depth, j, s, activations[j][s]);
    Factor t = new Factor(indexed("targets", j, s), targets[j][s]);
    Operation minusTarget = new Operation('-', t);
    boolean cancels = network.cost().cancels(activation);
    if (activation == Activation.SOFTMAX && cancels) {
      Operation timesSum = new Operation('*', new Factor("Σt", targetSum(s)));
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
        Operation twice = new Operation('*', new Factor("2", 2.0));
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
      Factor left = new Factor(indexed("jacobian", k, j), jacobian);
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
    return Expansion.sum(entry, "k", carriedBack(entry, 0), List.of(timesFactor()), value);
  }

  /** What comes back from the layer after layer l. */
  private List<Term> carriedBack(Entry entry, int l) {
    int j = entry.neuron();
    int s = entry.second();
    double[][] forwardWeights = network.layer(l + 1).weights();
    double[][] forwardDelta = values(Quantity.DELTAS, l + 1);
    List<Term> terms = new ArrayList<>();
    for (int k = 0; k < forwardWeights.length; k++) {
      Factor weight = new Factor(indexed("weights", l + 1, k, j), forwardWeights[k][j]);
      terms.add(new Term(k, weight, delta(l + 1, k, s, forwardDelta[k][s])));
    }
    return terms;
  }

  private Expansion biasGradient(Entry entry, double value) {
    double[] delta = values(Quantity.DELTAS, entry.layer())[entry.neuron()];
    List<Term> terms = new ArrayList<>();
    for (int s = 0; s < delta.length; s++) {
      Factor left = delta(entry.layer(), entry.neuron(), s, delta[s]);
      terms.add(new Term(s, left, new Factor("1", 1.0)));
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
    String name = indexed("weights", entry.layer(), entry.neuron(), entry.second());
    return updated(entry, new Factor(name, weight), value);
  }

  private Expansion updatedBias(Entry entry, double value) {
    double bias = network.layer(entry.layer()).biases()[entry.neuron()];
    String name = indexed("biases", entry.layer(), entry.neuron());
    return updated(entry, new Factor(name, bias), value);
  }

  private Expansion updated(Entry entry, Factor parameter, double value) {
    Factor gradient = gradient(entry);
    String numbers =
        "%s*%s"
            .formatted(NumberText.brief(learningRate), NumberText.inParentheses(gradient.value()));
    String name = "learningRate * " + gradient.name();
    Factor step = new Factor(name, learningRate * gradient.value(), numbers);
    return Expansion.of(entry, parameter, List.of(new Operation('-', step)), value);
  }

  /** What an updated parameter's step is made of, beside the learning rate. */
  public Factor gradient(Entry updated) {
    Quantity quantity =
        updated.is(Quantity.UPDATED_WEIGHTS) ? Quantity.WEIGHT_GRADIENTS : Quantity.BIAS_GRADIENTS;
    Entry gradient = Entry.of(quantity, updated.layer(), updated.neuron(), updated.second());
    return new Factor(gradient.toString(), gradient.in(values(quantity, updated.layer())));
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
    return new Factor(indexed("∂cost/∂activations", j, s), derivative);
  }

  private Operation timesDerivative(int l, int j, int s) {
    double z = values(Quantity.PRE_ACTIVATIONS, l)[j][s];
    double derivative = network.layer(l).activation().derivative(z);
    return new Operation(
        '*', new Factor("f′(" + indexed("preActivations", l, j, s) + ")", derivative));
  }

  private Operation timesFactor() {
    return new Operation('*', new Factor("factor", factor));
  }

  private static Factor activation(int l, int i, int s, double value) {
    String name = l == 0 ? indexed("inputs", i, s) : indexed("activations", l, i, s);
    return new Factor(name, value);
  }

  private static Factor delta(int l, int j, int s, double value) {
    return new Factor(indexed("deltas", l, j, s), value);
  }

  /** In the digits of source code, whatever those of the reader's language are. */
  private static String indexed(String array, int... indices) {
    StringBuilder name = new StringBuilder(array);
    for (int index : indices) {
      name.append('[').append(index).append(']');
    }
    return name.toString();
  }
}
