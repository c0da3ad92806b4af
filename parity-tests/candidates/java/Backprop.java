import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.function.*;
import java.util.regex.*;

/**
 * Backpropagation with nothing but for loops, sample by sample. Java 17 or later, one file.
 *
 * <p>i neuron of the layer before, j of this layer, k of the next ("forward") layer. z are
 * pre-activations, a activations, t targets, delta ∂cost/∂z: all of one sample.
 */
public final class Backprop {
  static double sigmoid(double z) { // with the exponential that cannot overflow
    double exponential = StrictMath.exp(-Math.abs(z)); // Math.exp has other bits on every machine
    return (z < 0 ? exponential : 1) / (1 + exponential);
  }

  static double sigmoidDerivative(double z) {
    return sigmoid(z) * sigmoid(-z);
  }

  static final Map<String, DoubleUnaryOperator> F = Map.of( // f(z); softmax takes a whole sample
      "identity", z -> z,
      "sigmoid", Backprop::sigmoid,
      "tanh", StrictMath::tanh,
      "relu", z -> Math.max(z, 0),
      "leaky-relu", z -> z > 0 ? z : 0.01 * z);

  static final Map<String, DoubleUnaryOperator> DERIVATIVE = Map.of( // f′(z)
      "identity", z -> 1,
      "sigmoid", Backprop::sigmoidDerivative,
      "tanh", z -> 4 * sigmoidDerivative(2 * z),
      "relu", z -> z > 0 ? 1 : 0,
      "leaky-relu", z -> z > 0 ? 1 : 0.01);

  static double sum(double[] terms) { // one by one: a stream's sum makes up for rounding errors
    double sum = 0;
    for (double term : terms) sum += term;
    return sum;
  }

  static double[] softmax(double[] z) { // shifted, because exp(z) could overflow
    double largest = Arrays.stream(z).max().getAsDouble();
    double[] exponentials = Arrays.stream(z).map(each -> StrictMath.exp(each - largest)).toArray();
    double sum = sum(exponentials);
    return Arrays.stream(exponentials).map(each -> each / sum).toArray();
  }

  static double logarithm(double t, double a) { // t ln a, with the limit 0 where t is 0
    return t == 0 ? 0 : t * StrictMath.log(a);
  }

  static double quotient(double t, double a) { // its derivative, with the same limit
    return t == 0 ? 0 : t / a;
  }

  static double cost(String cost, double a, double t) { // of one output
    return switch (cost) {
      case "squared-error" -> (a - t) * (a - t);
      case "half-squared-error" -> 0.5 * (a - t) * (a - t);
      case "cross-entropy" -> logarithm(-t, a);
      default -> logarithm(-t, a) + logarithm(t - 1, 1 - a); // binary-cross-entropy
    };
  }

  static double costDerivative(String cost, double a, double t) {
    return switch (cost) {
      case "squared-error" -> 2 * (a - t);
      case "half-squared-error" -> a - t;
      case "cross-entropy" -> quotient(-t, a);
      default -> quotient(-t, a) + quotient(1 - t, 1 - a);
    };
  }

  static double[] outputDelta(String f, String cost, double[] z, double[] a, double[] t) {
    String ending = f + " with " + cost;
    double[] delta = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      if (ending.equals("sigmoid with binary-cross-entropy")) {
        delta[j] = a[j] - t[j]; // f′ cancels, and so it does in the next
      } else if (ending.equals("softmax with cross-entropy")) {
        delta[j] = a[j] * sum(t) - t[j];
      } else if (f.equals("softmax")) {
        for (int k = 0; k < a.length; k++) {
          double jacobian = (k == j ? a[k] : 0) - a[k] * a[j];
          delta[j] += jacobian * costDerivative(cost, a[k], t[k]);
        }
      } else {
        delta[j] = costDerivative(cost, a[j], t[j]) * DERIVATIVE.get(f).applyAsDouble(z[j]);
      }
    }
    return delta;
  }

  /** The three traces have a row per sample. */
  record Layer(String activation, double[][] weights, double[] biases, boolean biased,
      double[][] weightGradients, double[] biasGradients,
      double[][] preActivations, double[][] activations, double[][] deltas) {}

  /** Adds sample s to all gradients, and returns its cost. */
  static double addSample(List<Layer> layers, String cost, int s, double[] x, double[] t) {
    double[] a = x;
    for (Layer layer : layers) {
      double[] z = new double[layer.biases.length];
      for (int j = 0; j < z.length; j++) { // step 1: pre-activations
        for (int i = 0; i < a.length; i++) z[j] += layer.weights[j][i] * a[i];
        z[j] += layer.biases[j];
      }
      boolean softmax = layer.activation.equals("softmax"); // step 2: activations
      a = softmax ? softmax(z) : Arrays.stream(z).map(F.get(layer.activation)).toArray();
      layer.preActivations[s] = z;
      layer.activations[s] = a;
    }
    Layer last = layers.get(layers.size() - 1);
    double[] delta = outputDelta(last.activation, cost, last.preActivations[s], a, t); // step 4
    for (int l = layers.size() - 1; l >= 0; l--) {
      Layer layer = layers.get(l);
      double[] inputs = l > 0 ? layers.get(l - 1).activations[s] : x;
      layer.deltas[s] = delta;
      for (int j = 0; j < delta.length; j++) {
        layer.biasGradients[j] += delta[j]; // step 5: bias gradients
        for (int i = 0; i < inputs.length; i++) { // step 6: weight gradients
          layer.weightGradients[j][i] += delta[j] * inputs[i];
        }
      }
      if (l == 0) break;
      Layer hidden = layers.get(l - 1);
      double[][] forwardWeights = layer.weights;
      double[] forwardDelta = delta;
      delta = new double[inputs.length];
      for (int j = 0; j < delta.length; j++) { // step 7: hidden delta of the layer before
        for (int k = 0; k < forwardDelta.length; k++) {
          delta[j] += forwardWeights[k][j] * forwardDelta[k];
        }
        delta[j] *= DERIVATIVE.get(hidden.activation).applyAsDouble(hidden.preActivations[s][j]);
      }
    }
    double sum = 0;
    for (int j = 0; j < a.length; j++) sum += cost(cost, a[j], t[j]); // step 3: cost
    return sum;
  }

  /** What comes after the name in the answer to a case. */
  static String gradients(Map<?, ?> question) {
    double[][] inputs = rows(question.get("inputs"));
    double[][] targets = rows(question.get("targets"));
    int n = targets.length;
    UnaryOperator<double[][]> turn =
        question.containsKey("weightLayout") ? Backprop::transpose : rows -> rows;
    List<Layer> layers = new ArrayList<>();
    for (Object each : (List<?>) question.get("layers")) {
      Map<?, ?> layer = (Map<?, ?>) each;
      double[][] weights = turn.apply(rows(layer.get("weights")));
      Object biases = layer.get("biases");
      layers.add(new Layer(word(layer.get("activation")), weights,
          biases == null ? new double[weights.length] : row(biases), biases != null,
          new double[weights.length][weights[0].length], new double[weights.length],
          new double[n][], new double[n][], new double[n][]));
    }
    double sum = 0;
    for (int s = 0; s < n; s++) {
      sum += addSample(layers, word(question.get("cost")), s, inputs[s], targets[s]);
    }
    var sizes = Map.of("sum", 1.0, "mean", 1.0 * n, "element-mean", 1.0 * n * targets[0].length);
    double factor = 1 / sizes.get(word(question.get("reduction")));
    String start = "\"cost\": " + sum * factor + ", \"layers\": [";
    StringJoiner answer = new StringJoiner(", ", start, "]}");
    for (Layer layer : layers) {
      StringJoiner steps = new StringJoiner(", ", "{", "}");
      for (int j = 0; j < layer.biases.length; j++) layer.biasGradients[j] *= factor;
      for (double[] row : layer.weightGradients) {
        for (int i = 0; i < row.length; i++) row[i] *= factor;
      }
      if (layer.biased) add(steps, "biasGradients", Arrays.toString(layer.biasGradients));
      add(steps, "weightGradients", Arrays.deepToString(turn.apply(layer.weightGradients)));
      add(steps, "preActivations", Arrays.deepToString(layer.preActivations));
      add(steps, "activations", Arrays.deepToString(layer.activations));
      add(steps, "deltas", Arrays.deepToString(layer.deltas));
      if (question.get("learningRate") instanceof String text) {
        double rate = Double.parseDouble(text);
        for (int j = 0; j < layer.biases.length; j++) { // step 8: update
          layer.biases[j] -= rate * layer.biasGradients[j];
          for (int i = 0; i < layer.weights[j].length; i++) {
            layer.weights[j][i] -= rate * layer.weightGradients[j][i];
          }
        }
        if (layer.biased) add(steps, "updatedBiases", Arrays.toString(layer.biases));
        add(steps, "updatedWeights", Arrays.deepToString(turn.apply(layer.weights)));
      }
      answer.add(steps.toString());
    }
    return answer.toString();
  }

  static void add(StringJoiner steps, String name, String numbers) {
    steps.add("\"" + name + "\": " + numbers);
  }

  static double[][] transpose(double[][] rows) {
    double[][] transposed = new double[rows[0].length][rows.length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[0].length; c++) transposed[c][r] = rows[r][c];
    }
    return transposed;
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

  static double[] row(Object row) {
    return ((List<?>) row).stream().mapToDouble(each -> Double.parseDouble(word(each))).toArray();
  }

  static double[][] rows(Object rows) {
    return ((List<?>) rows).stream().map(Backprop::row).toArray(double[][]::new);
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Pattern token = Pattern.compile("\"([^\"\\\\]|\\\\.)*\"|[\\[\\]{}]|[^\\s\\[\\]{},:\"]+");
    var cases = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = cases.readLine(); line != null; line = cases.readLine()) {
      Map<?, ?> question = (Map<?, ?>) read(token.matcher(line));
      answers.print("{\"format\": \"backprop-gradients-1\", \"name\": " + question.get("name"));
      answers.println(", " + gradients(question));
    }
  }
}
