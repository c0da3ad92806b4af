import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.*;

/**
 * Backpropagation with nothing but for loops, sample by sample. Java 17 or later, one file.
 *
 * <p>i neuron of the layer before, j of this layer, k of the next ("forward") layer. z are
 * pre-activations, a activations, t targets, delta ∂cost/∂z: all of one sample.
 */
public final class Backprop {
  static final Map<String, DoubleUnaryOperator> F = Map.of( // f(z); softmax takes a whole sample
      "identity", z -> z,
      "sigmoid", Backprop::sigmoid,
      "tanh", Math::tanh,
      "relu", z -> Math.max(z, 0),
      "leaky-relu", z -> Math.max(z, 0.01 * z));

  static final Map<String, DoubleUnaryOperator> DERIVATIVE = Map.of( // f′(z)
      "identity", z -> 1,
      "sigmoid", z -> sigmoid(z) * sigmoid(-z),
      "tanh", z -> 4 * sigmoid(2 * z) * sigmoid(-2 * z),
      "relu", z -> z > 0 ? 1 : 0,
      "leaky-relu", z -> z > 0 ? 1 : 0.01);

  static double sigmoid(double z) { // with the exponential that cannot overflow
    return (z < 0 ? Math.exp(z) : 1) / (1 + Math.exp(-Math.abs(z)));
  }

  static double[] softmax(double[] z) { // likewise: the largest becomes exp(0)
    double largest = Arrays.stream(z).max().getAsDouble();
    double[] exponentials = Arrays.stream(z).map(each -> Math.exp(each - largest)).toArray();
    double sum = Arrays.stream(exponentials).sum();
    return Arrays.stream(exponentials).map(each -> each / sum).toArray();
  }

  static double cost(String cost, double a, double t) { // of one output
    return switch (cost) {
      case "squared-error" -> (a - t) * (a - t);
      case "half-squared-error" -> (a - t) * (a - t) / 2;
      case "cross-entropy" -> -t * Math.log(Math.max(a, Double.MIN_NORMAL)); // never 0
      default -> cost("cross-entropy", a, t) + cost("cross-entropy", 1 - a, 1 - t); // binary
    };
  }

  record Layer(String activation, double[][] weights, double[] biases,
      double[][] weightGradients, double[] biasGradients) {}

  /** Adds one sample to all gradients, and returns its part of the cost. */
  static double addSample(List<Layer> layers, String cost, double factor, double[] a, double[] t) {
    int depth = layers.size();
    double[][] inputs = new double[depth][];
    double[][] z = new double[depth][];
    for (int l = 0; l < depth; l++) {
      Layer layer = layers.get(l);
      inputs[l] = a;
      z[l] = layer.biases.clone();
      for (int j = 0; j < z[l].length; j++) { // step 1: pre-activations
        for (int i = 0; i < a.length; i++) z[l][j] += layer.weights[j][i] * a[i];
      }
      boolean softmax = layer.activation.equals("softmax"); // step 2: activations
      a = softmax ? softmax(z[l]) : Arrays.stream(z[l]).map(F.get(layer.activation)).toArray();
    }
    double twice = cost.equals("squared-error") ? 2 : 1;
    double total = cost.equals("cross-entropy") ? Arrays.stream(t).sum() : 1;
    double costOfSample = 0;
    double[] delta = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      costOfSample += factor * cost(cost, a[j], t[j]); // step 3: cost
      delta[j] = twice * (total * a[j] - t[j]); // step 4: output delta, then f′
    }
    for (int l = depth - 1; l >= 0; l--) {
      Layer layer = layers.get(l);
      boolean cancelled = l == depth - 1 && cost.contains("entropy"); // its f′
      for (int j = 0; j < delta.length; j++) {
        if (!cancelled) delta[j] *= DERIVATIVE.get(layer.activation).applyAsDouble(z[l][j]);
        layer.biasGradients[j] += factor * delta[j]; // step 5: bias gradients
        for (int i = 0; i < inputs[l].length; i++) { // step 6: weight gradients
          layer.weightGradients[j][i] += factor * delta[j] * inputs[l][i];
        }
      }
      double[][] forwardWeights = layer.weights;
      double[] forwardDelta = delta;
      delta = new double[inputs[l].length];
      for (int j = 0; j < delta.length; j++) { // step 7: hidden delta of the layer before
        for (int k = 0; k < z[l].length; k++) delta[j] += forwardWeights[k][j] * forwardDelta[k];
      }
    }
    return costOfSample;
  }

  /** What comes after the name in the answer to a case. */
  static String gradients(Map<?, ?> question) {
    double[][] inputs = rows(question.get("inputs"));
    double[][] targets = rows(question.get("targets"));
    String cost = word(question.get("cost"));
    List<Layer> layers = new ArrayList<>();
    for (Object each : (List<?>) question.get("layers")) {
      Map<?, ?> layer = (Map<?, ?>) each;
      double[][] weights = rows(layer.get("weights"));
      layers.add(new Layer(word(layer.get("activation")), weights, row(layer.get("biases")),
          new double[weights.length][weights[0].length], new double[weights.length]));
    }
    boolean softmax = layers.get(layers.size() - 1).activation.equals("softmax");
    if (softmax != cost.equals("cross-entropy") || question.containsKey("weightLayout")) {
      return "\"unsupported\": \"this ending or layout\"}";
    }
    int n = targets.length;
    var sizes = Map.of("sum", 1.0, "mean", 1.0 * n, "element-mean", 1.0 * n * targets[0].length);
    double factor = 1 / sizes.get(word(question.get("reduction")));
    double sum = 0;
    for (int s = 0; s < inputs.length; s++) {
      sum += addSample(layers, cost, factor, inputs[s], targets[s]);
    }
    StringJoiner answer = new StringJoiner(", ", "\"cost\": " + sum + ", \"layers\": [", "]}");
    layers.forEach(layer -> answer.add(
        "{\"weightGradients\": " + Arrays.deepToString(layer.weightGradients)
            + ", \"biasGradients\": " + Arrays.toString(layer.biasGradients) + "}"));
    return answer.toString();
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
