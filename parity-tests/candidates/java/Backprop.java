import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Backpropagation with nothing but for loops, sample by sample. Java 17 or later, no libraries.
 *
 * <p>i neuron of the layer before, j of this layer, k of the next ("forward") layer. z
 * pre-activations, a activations, t targets, delta ∂cost/∂z: all of one sample.
 */
public final class Backprop {
  static final double TINY = Double.MIN_NORMAL; // instead of 0, whose logarithm is not finite

  static double sigmoid(double z) { // with the exponential that cannot overflow
    return (z < 0 ? Math.exp(z) : 1) / (1 + Math.exp(-Math.abs(z)));
  }

  static double value(String activation, double z) {
    return switch (activation) {
      case "sigmoid" -> sigmoid(z);
      case "tanh" -> Math.tanh(z);
      case "relu" -> Math.max(z, 0);
      case "leaky-relu" -> Math.max(z, 0.01 * z);
      default -> z; // identity
    };
  }

  static double derivative(String activation, double z) {
    return switch (activation) {
      case "sigmoid" -> sigmoid(z) * sigmoid(-z);
      case "tanh" -> 4 * sigmoid(2 * z) * sigmoid(-2 * z);
      case "relu" -> z > 0 ? 1 : 0;
      case "leaky-relu" -> z > 0 ? 1 : 0.01;
      default -> 1; // identity
    };
  }

  static double cost(String cost, double a, double t) { // of one output
    return switch (cost) {
      case "squared-error" -> (a - t) * (a - t);
      case "half-squared-error" -> (a - t) * (a - t) / 2;
      case "cross-entropy" -> -t * Math.log(Math.max(a, TINY));
      default -> cost("cross-entropy", a, t) + cost("cross-entropy", 1 - a, 1 - t);
    };
  }

  static double[] softmax(double[] z) { // exp(z) could overflow, so the largest becomes 0
    double largest = Arrays.stream(z).max().getAsDouble();
    double[] exponentials = Arrays.stream(z).map(each -> Math.exp(each - largest)).toArray();
    double sum = Arrays.stream(exponentials).sum();
    return Arrays.stream(exponentials).map(each -> each / sum).toArray();
  }

  record Layer(String activation, double[][] weights, double[] biases,
      double[][] weightGradients, double[] biasGradients) {}

  /** Adds one sample to all gradients, and returns its part of the cost. */
  static double addSample(List<Layer> layers, String cost, double factor, double[] x, double[] t) {
    double[][] inputs = new double[layers.size()][]; // of every layer
    double[][] z = new double[layers.size()][];
    double[] a = x;
    for (int l = 0; l < layers.size(); l++) {
      String f = layers.get(l).activation;
      inputs[l] = a;
      z[l] = layers.get(l).biases.clone();
      for (int j = 0; j < z[l].length; j++) { // step 1: pre-activations
        for (int i = 0; i < a.length; i++) {
          z[l][j] += layers.get(l).weights[j][i] * a[i];
        }
      }
      DoubleStream values = Arrays.stream(z[l]).map(each -> value(f, each));
      a = f.equals("softmax") ? softmax(z[l]) : values.toArray(); // step 2: activations
    }
    double total = cost.equals("cross-entropy") ? Arrays.stream(t).sum() : 1;
    double twice = cost.equals("squared-error") ? 2 : 1;
    double[] delta = new double[a.length];
    double sampleCost = 0;
    for (int j = 0; j < a.length; j++) {
      sampleCost += factor * cost(cost, a[j], t[j]); // step 3: cost
      delta[j] = twice * (total * a[j] - t[j]); // step 4: output delta
    }
    for (int l = layers.size() - 1; l >= 0; l--) {
      Layer layer = layers.get(l);
      boolean cancelled = l == layers.size() - 1 && cost.contains("entropy"); // f′
      for (int j = 0; j < delta.length; j++) {
        delta[j] *= cancelled ? 1 : derivative(layer.activation, z[l][j]);
        layer.biasGradients[j] += factor * delta[j]; // step 5: bias gradients
        for (int i = 0; i < inputs[l].length; i++) { // step 6: weight gradients
          layer.weightGradients[j][i] += factor * delta[j] * inputs[l][i];
        }
      }
      double[] forwardDelta = delta;
      delta = new double[inputs[l].length];
      for (int j = 0; j < delta.length; j++) { // step 7: hidden delta of the layer before
        for (int k = 0; k < forwardDelta.length; k++) {
          delta[j] += layer.weights[k][j] * forwardDelta[k];
        }
      }
    }
    return sampleCost;
  }

  /** JSON as lists, maps and whatever else as it is written, but null where a list or map ends. */
  static Object read(Matcher tokens) {
    tokens.find();
    String token = tokens.group();
    if (!token.matches("[\\[{]")) {
      return token.matches("[]}]") ? null : token;
    }
    List<Object> items = new ArrayList<>();
    for (Object item = read(tokens); item != null; item = read(tokens)) {
      items.add(item);
    }
    Map<Object, Object> map = new HashMap<>();
    for (int key = 0; token.equals("{") && key < items.size(); key += 2) {
      map.put(word(items.get(key)), items.get(key + 1));
    }
    return token.equals("{") ? map : items;
  }

  static String word(Object text) {
    return String.valueOf(text).replace("\"", "");
  }

  static double[] row(Object row) {
    return ((List<?>) row).stream().mapToDouble(each -> Double.parseDouble(word(each))).toArray();
  }

  static double[][] rows(Object rows) {
    return ((List<?>) rows).stream().map(Backprop::row).toArray(double[][]::new);
  }

  static double[][] transpose(double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .mapToObj(i -> Arrays.stream(rows).mapToDouble(row -> row[i]).toArray())
        .toArray(double[][]::new);
  }

  /** The rest of the answer to a case. */
  static String gradients(Map<?, ?> question) {
    double[][] inputs = rows(question.get("inputs"));
    double[][] targets = rows(question.get("targets"));
    String cost = word(question.get("cost"));
    boolean turned = word(question.get("weightLayout")).equals("inputs-by-outputs");
    List<Layer> layers = new ArrayList<>();
    for (Object each : (List<?>) question.get("layers")) {
      Map<?, ?> layer = (Map<?, ?>) each;
      double[][] weights = turned ? transpose(rows(layer.get("weights"))) : rows(layer.get("weights"));
      double[] biases = row(layer.get("biases"));
      double[][] zeros = new double[weights.length][weights[0].length];
      layers.add(new Layer(word(layer.get("activation")), weights, biases, zeros, new double[biases.length]));
    }
    boolean softmax = layers.get(layers.size() - 1).activation.equals("softmax");
    if (softmax != cost.equals("cross-entropy")) {
      return "\"unsupported\": \"softmax or cross-entropy without the other\"}";
    }
    double factor = switch (word(question.get("reduction"))) {
      case "mean" -> 1.0 / targets.length;
      case "element-mean" -> 1.0 / targets.length / targets[0].length;
      default -> 1.0; // sum
    };
    double total = 0;
    for (int s = 0; s < inputs.length; s++) {
      total += addSample(layers, cost, factor, inputs[s], targets[s]);
    }
    StringJoiner answers = new StringJoiner(", ", "\"cost\": " + total + ", \"layers\": [", "]}");
    for (Layer layer : layers) {
      double[][] weightGradients = turned ? transpose(layer.weightGradients) : layer.weightGradients;
      answers.add("{\"weightGradients\": " + Arrays.deepToString(weightGradients)
          + ", \"biasGradients\": " + Arrays.toString(layer.biasGradients) + "}");
    }
    return answers.toString();
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    Pattern token = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[\\[\\]{}]|[^\\s\\[\\]{},:\"]+");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      Map<?, ?> question = (Map<?, ?>) read(token.matcher(line));
      out.print("{\"format\": \"backprop-gradients-1\", \"name\": " + question.get("name") + ", ");
      out.println(gradients(question));
    }
  }
}
