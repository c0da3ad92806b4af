// Backpropagation, chapter by chapter: fill in one function after the other, from top to bottom.
// After each, in one line: backprop follow --command
//   'javac -Xlint:all -d Solution Solution.java && java -cp Solution Network'
//
// One sample at a time, with nothing but for loops. i is a neuron of the layer before, j of this
// layer, k of the next ("forward") layer. The class is called Network, whatever the file is.

import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.*;

final class Network {
  // Chapter 1 · derivative
  // Nothing to write: this program can already answer.

  // Chapter 2 · one neuron
  // Returns the number z, which is
  // weights[0] * inputs[0] + weights[1] * inputs[1] + … + bias.
  static Double preActivation(double[] weights, double[] inputs, double bias) {
    double sum = 0.0;
    for (int i = 0; i < inputs.length; i++) {
      sum += weights[i] * inputs[i];
    }
    return sum + bias;
  }

  // Returns the number f(z) = 1 / (1 + exp(-z)).
  static Double sigmoid(double z) {
    if (z < 0) { // exp of a large -z overflows; exp(z) cannot
      return Math.exp(z) / (1 + Math.exp(z));
    }
    return 1 / (1 + Math.exp(-z));
  }

  // Chapter 3 · a layer
  // Returns the list of z: for every neuron j its weights[j] and biases[j],
  // and the same inputs.
  static double[] preActivations(
      double[][] weights, double[] inputs, double[] biases) {
    double[] z = new double[biases.length];
    for (int j = 0; j < biases.length; j++) {
      z[j] = preActivation(weights[j], inputs, biases[j]);
    }
    return z;
  }

  // Chapter 4 · output delta
  // Returns the number ½(a - t)², added up over the outputs j.
  static Double cost(double[] activations, double[] targets) {
    double sum = 0.0;
    for (int j = 0; j < targets.length; j++) {
      sum += (activations[j] - targets[j]) * (activations[j] - targets[j]) / 2;
    }
    return sum;
  }

  // Returns the number f′(z), the slope of the sigmoid at z.
  static Double sigmoidDerivative(double z) {
    return sigmoid(z) * (1 - sigmoid(z));
  }

  // Returns the list of (a - t) * f′(z), one for every output j.
  static double[] outputDelta(
      double[] preActivations, double[] activations, double[] targets) {
    double[] delta = new double[targets.length];
    for (int j = 0; j < targets.length; j++) {
      double difference = activations[j] - targets[j];
      delta[j] = difference * sigmoidDerivative(preActivations[j]);
    }
    return delta;
  }

  // Chapter 5 · bias and weight gradients
  // Returns the list of delta * 1, one for every neuron j.
  static double[] biasGradients(double[] delta) {
    double[] gradients = new double[delta.length];
    for (int j = 0; j < delta.length; j++) {
      gradients[j] = delta[j] * 1;
    }
    return gradients;
  }

  // Returns a list of lists like the weights, [j][i]: delta * input.
  static double[][] weightGradients(double[] delta, double[] inputs) {
    double[][] gradients = new double[delta.length][inputs.length];
    for (int j = 0; j < delta.length; j++) {
      for (int i = 0; i < inputs.length; i++) {
        gradients[j][i] = delta[j] * inputs[i];
      }
    }
    return gradients;
  }

  // Chapter 6 · hidden delta
  // Returns the list of (sum over k of forward weight * forward delta) * f′(z),
  // for every neuron j: the weights are [k][j], the forward deltas [k], z [j].
  static double[] hiddenDelta(
      double[][] forwardWeights,
      double[] forwardDelta,
      double[] preActivations) {
    double[] delta = new double[preActivations.length];
    for (int j = 0; j < preActivations.length; j++) {
      double sum = 0.0;
      for (int k = 0; k < forwardDelta.length; k++) {
        sum += forwardWeights[k][j] * forwardDelta[k];
      }
      delta[j] = sum * sigmoidDerivative(preActivations[j]);
    }
    return delta;
  }

  // Chapter 7 · the slot rule
  // Returns a list of lists in which rows have become columns:
  // what was [j][i] is [i][j].
  static double[][] transpose(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows[0].length; i++) {
      for (int j = 0; j < rows.length; j++) {
        columns[i][j] = rows[j][i];
      }
    }
    return columns;
  }

  // Chapter 8 · batches
  // Returns one number for the whole batch: the sum of the terms, one from each
  // sample, times 1 for "sum", 1/N for "mean", 1/(N * outputs) for
  // "element-mean". N is the number of samples.
  static Double reduced(double[] terms, String reduction, int outputs) {
    double sum = 0.0;
    for (int s = 0; s < terms.length; s++) {
      sum += terms[s];
    }
    double size = terms.length;
    double factor =
        switch (reduction) {
          case "sum" -> 1;
          case "mean" -> 1 / size;
          default -> 1 / (size * outputs);
        };
    return sum * factor;
  }

  // Chapter 9 · learning
  // Returns the list of parameter - learning rate * gradient.
  static double[] updated(
      double[] parameters, double[] gradients, double learningRate) {
    double[] values = new double[parameters.length];
    for (int n = 0; n < parameters.length; n++) {
      values[n] = parameters[n] - learningRate * gradients[n];
    }
    return values;
  }

  // The matrix track · multiply
  // Returns the product, a list of lists:
  // [r][c] is the sum over q of left[r][q] * right[q][c].
  static double[][] multiply(double[][] left, double[][] right) {
    double[][] product = new double[left.length][right[0].length];
    for (int r = 0; r < left.length; r++) {
      for (int c = 0; c < right[0].length; c++) {
        double sum = 0.0;
        for (int q = 0; q < right.length; q++) {
          sum += left[r][q] * right[q][c];
        }
        product[r][c] = sum;
      }
    }
    return product;
  }

  // Ready: nothing is left to write from here on. It reads questions, calls the functions above,
  // and answers with whatever they return so far.
  static final Map<String, String> PROBLEMS = new LinkedHashMap<>(); // of functions, in JSON
  static final String LEFT_OUT = System.getenv("BACKPROP_LEAVE_OUT"); // set by 'backprop follow'

  /** What a function returns, if it has these sizes; null if not. */
  static <T> T tried(String name, Supplier<T> function, int... sizes) {
    mark("calling " + name);
    if (LEFT_OUT != null && Arrays.asList(LEFT_OUT.split(" ")).contains(name)) {
      return nothing(name, "left-out", "");
    }
    T value = null;
    String kind = "returned-nothing";
    String details = "";
    try {
      value = function.get();
    } catch (RuntimeException | Error problem) {
      int line = problem.getStackTrace()[0].getLineNumber();
      for (StackTraceElement frame : problem.getStackTrace()) {
        if (frame.getMethodName().equals(name)) {
          line = frame.getLineNumber();
          break;
        }
      }
      kind = "stopped";
      details = ", \"line\": " + line + ", \"message\": " + quoted(problem.toString());
    }
    mark("back from " + name);
    if (value == null) return nothing(name, kind, details);
    return fits(value, sizes) ? value : nothing(name, "unfit", misfit(value, sizes));
  }

  static void mark(String text) {
    if (LEFT_OUT != null) System.err.println("backprop: " + text);
  }

  static <T> T nothing(String name, String kind, String details) {
    String beginning = "{\"function\": \"" + name + "\", \"kind\": \"" + kind + "\"";
    PROBLEMS.putIfAbsent(name, beginning + details + "}");
    return null;
  }

  /** No size is a number, 2 a list of 2 numbers, 2 and 3 are 2 lists of 3. */
  static boolean fits(Object value, int... sizes) {
    if (value instanceof double[] list) return list.length == sizes[0];
    if (!(value instanceof double[][] rows)) return true;
    return rows.length == sizes[0]
        && Arrays.stream(rows).allMatch(row -> row != null && row.length == sizes[1]);
  }

  static String misfit(Object value, int... sizes) {
    String size = sizes[0] + (sizes.length == 1 ? "" : " x " + sizes[1]);
    String found = sizesOf(value);
    return ", \"message\": "
        + quoted(spelled(value))
        + ", \"sizes\": "
        + Arrays.toString(sizes)
        + (found.equals(size) ? "" : ", \"found\": " + quoted(found));
  }

  static String sizesOf(Object value) { // 2 x 3, or 2 x 3 or 4 if the rows differ
    if (value instanceof double[] list) return String.valueOf(list.length);
    double[][] rows = (double[][]) value;
    StringJoiner widths = new StringJoiner(" or ", " x ", "").setEmptyValue("");
    Arrays.stream(rows)
        .filter(Objects::nonNull)
        .map(row -> String.valueOf(row.length))
        .distinct()
        .forEach(widths::add);
    return rows.length + widths.toString();
  }

  static String spelled(Object value) { // as much as has room in a sentence
    String whole = Arrays.deepToString(new Object[] {value});
    String text = whole.substring(1, whole.length() - 1);
    return text.length() > 60 ? text.substring(0, text.lastIndexOf(',', 60)) + ", …" : text;
  }

  static double[][] copy(double[][] rows) {
    return Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
  }

  record Layer(double[][] weights, double[] biases) {}

  static final class Steps {
    double[] inputs;
    double[] preActivations;
    double[] activations;
    double[] deltas;
    double[] biasGradients;
    double[][] weightGradients;
    Double cost; // of the last layer

    double[][] biasGradientsInARow() {
      return biasGradients == null ? null : new double[][] {biasGradients};
    }
  }

  static List<Steps> oneSample(List<Layer> layers, double[] inputs, double[] targets) {
    List<Steps> steps = each(layers, layer -> new Steps());
    double[] a = inputs;
    for (int l = 0; l < layers.size(); l++) {
      Steps step = steps.get(l);
      step.inputs = a;
      double[] z = preActivationsOf(layers.get(l), a);
      if (z == null) return steps;
      step.preActivations = z;
      double[] activations = new double[z.length];
      for (int j = 0; j < z.length; j++) {
        double each = z[j];
        Double activation = tried("sigmoid", () -> sigmoid(each));
        if (activation == null) return steps;
        activations[j] = activation;
      }
      step.activations = activations;
      a = activations;
    }
    Steps last = steps.get(steps.size() - 1);
    double[] outputs = a;
    last.cost = tried("cost", () -> cost(outputs.clone(), targets.clone()));
    double[] z = last.preActivations;
    last.deltas =
        tried(
            "outputDelta",
            () -> outputDelta(z.clone(), outputs.clone(), targets.clone()),
            targets.length);
    for (int l = layers.size() - 1; l >= 0; l--) {
      Steps step = steps.get(l);
      if (step.deltas == null) return steps;
      int rows = step.deltas.length;
      step.biasGradients = tried("biasGradients", () -> biasGradients(step.deltas.clone()), rows);
      step.weightGradients =
          tried(
              "weightGradients",
              () -> weightGradients(step.deltas.clone(), step.inputs.clone()),
              rows,
              step.inputs.length);
      if (l == 0) return steps;
      double[][] forward = layers.get(l).weights;
      Steps before = steps.get(l - 1);
      double[] slopesAt = before.preActivations;
      before.deltas =
          tried(
              "hiddenDelta",
              () -> hiddenDelta(copy(forward), step.deltas.clone(), slopesAt.clone()),
              slopesAt.length);
    }
    return steps;
  }

  static double[] preActivationsOf(Layer layer, double[] inputs) {
    double[][] weights = layer.weights;
    double[] biases = layer.biases;
    if (biases.length > 1) {
      return tried(
          "preActivations",
          () -> preActivations(copy(weights), inputs.clone(), biases.clone()),
          biases.length);
    }
    double bias = biases[0];
    Double only =
        tried("preActivation", () -> preActivation(weights[0].clone(), inputs.clone(), bias));
    return only == null ? null : new double[] {only};
  }

  static Double batch(String reduction, int outputs, List<Double> samples) { // of one number each
    if (samples.contains(null)) return null;
    if (samples.size() == 1 && reduction.equals("sum")) return samples.get(0);
    double[] terms = samples.stream().mapToDouble(each -> each).toArray();
    return tried("reduced", () -> reduced(terms.clone(), reduction, outputs));
  }

  static double[][] batchOfRows(String reduction, int outputs, List<double[][]> samples) {
    if (samples.contains(null)) return null;
    double[][] first = samples.get(0);
    double[][] all = new double[first.length][];
    for (int j = 0; j < all.length; j++) {
      all[j] = new double[first[j].length];
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
    if (layers.stream().anyMatch(layer -> layer.weights == null)) {
      return "\"layers\": " + each(layers, layer -> "{}") + "}";
    }
    List<List<Steps>> samples = new ArrayList<>();
    for (int s = 0; s < targets.length; s++) samples.add(oneSample(layers, inputs[s], targets[s]));
    int outputs = targets[0].length;
    List<String> answers = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      int index = l;
      Layer layer = layers.get(l);
      List<Steps> steps = each(samples, sample -> sample.get(index));
      StringJoiner fields = new StringJoiner(", ", "{", "}");
      add(fields, "preActivations", each(steps, step -> step.preActivations));
      add(fields, "activations", each(steps, step -> step.activations));
      add(fields, "deltas", each(steps, step -> step.deltas));
      double[][] biases = batchOfRows(reduction, outputs, each(steps, Steps::biasGradientsInARow));
      List<double[][]> gradients = each(steps, step -> step.weightGradients);
      double[][] weights = batchOfRows(reduction, outputs, gradients);
      if (question.containsKey("learningRate") && biases != null && weights != null) {
        double rate = number(question.get("learningRate"));
        double[] updatedBiases = update(layer.biases, biases[0], rate);
        double[][] updatedWeights = new double[weights.length][];
        for (int j = 0; j < weights.length; j++) {
          updatedWeights[j] = update(layer.weights[j], weights[j], rate);
        }
        boolean whole = !Arrays.asList(updatedWeights).contains(null);
        add(fields, "updatedBiases", updatedBiases);
        add(fields, "updatedWeights", rowsOf(whole ? turn(turned, updatedWeights) : null));
      }
      add(fields, "biasGradients", biases == null ? null : biases[0]);
      add(fields, "weightGradients", rowsOf(turn(turned, weights)));
      answers.add(fields.toString());
    }
    List<Double> costs = each(samples, steps -> steps.get(steps.size() - 1).cost);
    Double cost = batch(reduction, outputs, costs);
    return (cost == null ? "" : "\"cost\": " + cost + ", ") + "\"layers\": " + answers + "}";
  }

  static String matrix(Map<?, ?> question) {
    List<double[][]> matrices = each((List<?>) question.get("matrices"), each -> rows(each));
    int[] sizes = Arrays.stream(row(question.get("sizes"))).mapToInt(each -> (int) each).toArray();
    Supplier<double[][]> asked =
        word(question.get("function")).equals("multiply")
            ? () -> multiply(matrices.get(0), matrices.get(1))
            : () -> transpose(matrices.get(0));
    double[][] rows = tried(word(question.get("function")), asked, sizes);
    if (rows == null) return "";
    return ", \"matrix\": " + each(Arrays.asList(rows), Arrays::toString);
  }

  static double[] update(double[] old, double[] gradient, double rate) {
    return tried("updated", () -> updated(old.clone(), gradient.clone(), rate), old.length);
  }

  static double[][] turn(boolean turned, double[][] rows) {
    if (!turned || rows == null) return rows;
    return tried("transpose", () -> transpose(copy(rows)), rows[0].length, rows.length);
  }

  static List<double[]> rowsOf(double[][] rows) {
    return rows == null ? Collections.singletonList(null) : Arrays.asList(rows);
  }

  static void add(StringJoiner fields, String name, double[] row) { // unless it is not known
    if (row != null) fields.add("\"" + name + "\": " + Arrays.toString(row));
  }

  static void add(StringJoiner fields, String name, List<double[]> rows) { // the same for matrices
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

  static String quoted(String text) { // as JSON wants it, on one line
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return "\"" + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
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

  static String notKnown(Map<?, ?> question) { // why it cannot answer; teach it more, say less here
    List<String> names = new ArrayList<>();
    for (Object each : (List<?>) question.get("layers")) {
      names.add(word(((Map<?, ?>) each).get("activation")));
    }
    names.add(word(question.get("cost")));
    names.removeAll(List.of("sigmoid", "half-squared-error"));
    return names.isEmpty() ? null : "no " + names.get(0);
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // what you print is no answer
    Pattern token = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"|[\\[\\]{}]|[^\\s\\[\\]{},:\"]+");
    var cases = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = cases.readLine(); line != null; line = cases.readLine()) {
      Map<?, ?> question = (Map<?, ?>) read(token.matcher(line));
      if (question.containsKey("matrices")) { // the matrix track asks for one function's value
        PROBLEMS.clear();
        mark("asked " + word(question.get("name")));
        String matrix = matrix(question);
        answers.print("{\"name\": " + question.get("name") + matrix);
        answers.println(", \"problems\": " + PROBLEMS.values() + "}");
        continue;
      }
      String reason = notKnown(question);
      if (reason != null) {
        answers.print("{\"format\": \"backprop-gradients-1\", \"name\": " + question.get("name"));
        answers.println(", \"unsupported\": \"" + reason + "\"}");
        continue;
      }
      PROBLEMS.clear();
      mark("asked " + word(question.get("name")));
      String answer = answer(question);
      answers.print("{\"format\": \"backprop-gradients-1\", \"name\": " + question.get("name"));
      if (!PROBLEMS.isEmpty()) answers.print(", \"problems\": " + PROBLEMS.values());
      answers.println(", " + answer);
    }
  }
}
