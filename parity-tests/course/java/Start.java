// Backpropagation, chapter by chapter: fill in one function after the other, from top to bottom.
// After each: backprop follow --command 'java Start.java'
//
// One sample at a time, with nothing but for loops. i is a neuron of the layer before, j of this
// layer, k of the next ("forward") layer. The name of the class does not matter.

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.function.Function;
import java.util.regex.*;

final class Network {
  // Chapter 1 · derivative
  // Nothing to write: this program can already answer.

  // Chapter 2 · one neuron
  // Returns the number z = weights[0] * inputs[0] + weights[1] * inputs[1] + … + bias.
  static Double preActivation(double[] weights, double[] inputs, double bias) {
    return null;
  }

  // Returns the number f(z) = 1 / (1 + exp(-z)).
  static Double sigmoid(double z) {
    return null;
  }

  // Chapter 3 · a layer
  // Returns the list of z: for every neuron j its own weights[j], its own biases[j], the same inputs.
  static double[] preActivations(double[][] weights, double[] inputs, double[] biases) {
    return null;
  }

  // Chapter 4 · output delta
  // Returns the number ½(a - t)², added up over the outputs j.
  static Double cost(double[] activations, double[] targets) {
    return null;
  }

  // Returns the number f′(z), the slope of the sigmoid at z.
  static Double sigmoidDerivative(double z) {
    return null;
  }

  // Returns the list of (a - t) * f′(z), one for every output j.
  static double[] outputDelta(double[] preActivations, double[] activations, double[] targets) {
    return null;
  }

  // Chapter 5 · bias and weight gradients
  // Returns the list of delta * 1, one for every neuron j.
  static double[] biasGradients(double[] delta) {
    return null;
  }

  // Returns a list of lists like the weights, [j][i]: delta * input.
  static double[][] weightGradients(double[] delta, double[] inputs) {
    return null;
  }

  // Chapter 6 · hidden delta
  // Returns the list of (sum over k of forward weight * forward delta) * f′(z), for every neuron j.
  static double[] hiddenDelta(
      double[][] forwardWeights, double[] forwardDelta, double[] preActivations) {
    return null;
  }

  // Chapter 7 · the slot rule
  // Returns a list of lists in which rows have become columns: what was [j][i] is [i][j].
  static double[][] transpose(double[][] rows) {
    return null;
  }

  // Chapter 8 · batches
  // Returns one number for the whole batch: the sum of the terms, one from each sample, times
  // 1 for "sum", 1/N for "mean", 1/(N * outputs) for "element-mean". N is the number of samples.
  static Double reduced(double[] terms, String reduction, int outputs) {
    return null;
  }

  // Chapter 9 · learning
  // Returns the list of parameter - learning rate * gradient.
  static double[] updated(double[] parameters, double[] gradients, double learningRate) {
    return null;
  }

  // Ready: from here on nothing is left to write. It reads questions, calls the functions above, and
  // answers with whatever they return so far.
  record Layer(double[][] weights, double[] biases) {}

  static final class Steps {
    double[] inputs;
    double[] preActivations;
    double[] activations;
    double[] deltas;
    double[][] biasGradients = {null}; // one row
    double[][] weightGradients;
    Double cost; // of the last layer
  }

  static List<Steps> oneSample(List<Layer> layers, double[] inputs, double[] targets) {
    List<Steps> steps = new ArrayList<>();
    layers.forEach(layer -> steps.add(new Steps()));
    double[] a = inputs;
    for (int l = 0; l < layers.size(); l++) {
      double[][] weights = layers.get(l).weights;
      double[] biases = layers.get(l).biases;
      Steps step = steps.get(l);
      step.inputs = a;
      double[] z;
      if (biases.length == 1) {
        Double only = preActivation(weights[0], a, biases[0]);
        z = only == null ? null : new double[] {only};
      } else {
        z = preActivations(weights, a, biases);
      }
      if (z == null) return steps;
      step.preActivations = z;
      a = new double[z.length];
      for (int j = 0; j < z.length; j++) {
        Double activation = sigmoid(z[j]);
        if (activation == null) return steps;
        a[j] = activation;
      }
      step.activations = a;
    }
    Steps last = steps.get(steps.size() - 1);
    last.cost = cost(a, targets);
    double[] delta = outputDelta(last.preActivations, a, targets);
    for (int l = layers.size() - 1; l >= 0; l--) {
      if (delta == null) return steps;
      Steps step = steps.get(l);
      step.deltas = delta;
      step.biasGradients = new double[][] {biasGradients(delta)};
      step.weightGradients = weightGradients(delta, step.inputs);
      if (l > 0) delta = hiddenDelta(layers.get(l).weights, delta, steps.get(l - 1).preActivations);
    }
    return steps;
  }

  static Double batch(String reduction, int outputs, List<Double> samples) { // of one number each
    if (samples.contains(null)) return null;
    if (samples.size() == 1 && reduction.equals("sum")) return samples.get(0);
    return reduced(samples.stream().mapToDouble(each -> each).toArray(), reduction, outputs);
  }

  static double[][] batchOfRows(String reduction, int outputs, List<double[][]> samples) {
    if (samples.stream().anyMatch(each -> each == null || each[0] == null)) return null;
    double[][] all = new double[samples.get(0).length][samples.get(0)[0].length];
    for (int j = 0; j < all.length; j++) {
      for (int i = 0; i < all[j].length; i++) {
        int row = j;
        int column = i;
        Double entry = batch(reduction, outputs, each(samples, rows -> rows[row][column]));
        if (entry == null) return null;
        all[j][i] = entry;
      }
    }
    return all;
  }

  static <A, B> List<B> each(List<A> items, Function<A, B> function) {
    List<B> results = new ArrayList<>();
    items.forEach(item -> results.add(function.apply(item)));
    return results;
  }

  /** What comes after the name in the answer to a case. */
  static String answer(Map<?, ?> question) {
    double[][] inputs = rows(question.get("inputs"));
    double[][] targets = rows(question.get("targets"));
    String reduction = word(question.get("reduction"));
    boolean turned = question.containsKey("weightLayout");
    List<Layer> layers = new ArrayList<>();
    for (Object each : (List<?>) question.get("layers")) {
      Map<?, ?> layer = (Map<?, ?>) each;
      layers.add(new Layer(turn(turned, rows(layer.get("weights"))), row(layer.get("biases"))));
    }
    StringJoiner answers = new StringJoiner(", ", "\"layers\": [", "]}");
    if (layers.stream().anyMatch(layer -> layer.weights == null)) {
      layers.forEach(layer -> answers.add("{}"));
      return answers.toString();
    }
    List<List<Steps>> samples = new ArrayList<>();
    for (int s = 0; s < targets.length; s++) samples.add(oneSample(layers, inputs[s], targets[s]));
    int outputs = targets[0].length;
    for (int l = 0; l < layers.size(); l++) {
      int layer = l;
      List<Steps> steps = each(samples, sample -> sample.get(layer));
      StringJoiner fields = new StringJoiner(", ", "{", "}");
      add(fields, "preActivations", each(steps, step -> step.preActivations));
      add(fields, "activations", each(steps, step -> step.activations));
      add(fields, "deltas", each(steps, step -> step.deltas));
      double[][] biases = batchOfRows(reduction, outputs, each(steps, step -> step.biasGradients));
      double[][] weights = batchOfRows(reduction, outputs, each(steps, step -> step.weightGradients));
      if (question.containsKey("learningRate") && biases != null && weights != null) {
        double rate = number(question.get("learningRate"));
        double[] updatedBiases = updated(layers.get(l).biases, biases[0], rate);
        double[][] updatedWeights = new double[weights.length][];
        for (int j = 0; j < weights.length; j++) {
          updatedWeights[j] = updated(layers.get(l).weights[j], weights[j], rate);
        }
        if (updatedBiases != null) fields.add("\"updatedBiases\": " + Arrays.toString(updatedBiases));
        boolean all = !Arrays.asList(updatedWeights).contains(null);
        if (all) add(fields, "updatedWeights", rowsOrNulls(turn(turned, updatedWeights)));
      }
      if (biases != null) fields.add("\"biasGradients\": " + Arrays.toString(biases[0]));
      add(fields, "weightGradients", rowsOrNulls(turn(turned, weights)));
      answers.add(fields.toString());
    }
    Double cost = batch(reduction, outputs, each(samples, steps -> steps.get(steps.size() - 1).cost));
    return (cost == null ? "" : "\"cost\": " + cost + ", ") + answers;
  }

  static double[][] turn(boolean turned, double[][] rows) {
    return turned && rows != null ? transpose(rows) : rows;
  }

  static List<double[]> rowsOrNulls(double[][] rows) {
    return rows == null ? Collections.singletonList(null) : Arrays.asList(rows);
  }

  static void add(StringJoiner fields, String name, List<double[]> rows) { // or nothing
    if (!rows.contains(null)) fields.add("\"" + name + "\": " + each(rows, Arrays::toString));
  }

  /** JSON as lists, maps and, as they are written, texts and numbers; null ends a list or map. */
  static Object read(Matcher tokens) {
    tokens.find();
    String token = tokens.group();
    if ("]}".contains(token)) return null;
    if (!"[{".contains(token)) return token;
    List<Object> items = new ArrayList<>();
    for (Object item = read(tokens); item != null; item = read(tokens)) items.add(item);
    if (token.equals("[")) return items;
    Map<String, Object> map = new HashMap<>();
    for (int n = 0; n < items.size(); n += 2) map.put(word(items.get(n)), items.get(n + 1));
    return map;
  }

  static String word(Object text) {
    return ((String) text).replace("\"", "");
  }

  static double number(Object text) {
    return Double.parseDouble(word(text));
  }

  static double[] row(Object row) {
    return ((List<?>) row).stream().mapToDouble(each -> number(each)).toArray();
  }

  static double[][] rows(Object rows) {
    return ((List<?>) rows).stream().map(each -> row(each)).toArray(double[][]::new);
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Pattern token = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"|[\\[\\]{}]|[^\\s\\[\\]{},:\"]+");
    var cases = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = cases.readLine(); line != null; line = cases.readLine()) {
      Map<?, ?> question = (Map<?, ?>) read(token.matcher(line));
      answers.print("{\"format\": \"backprop-gradients-1\", \"name\": " + question.get("name"));
      answers.println(", " + answer(question));
    }
  }
}
