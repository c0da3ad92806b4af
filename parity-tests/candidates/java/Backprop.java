import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Backpropagation with nothing but for loops. Java 17 or later, one file, no libraries.
 *
 * <pre>
 * i  neuron of the layer before    weights[j][i]         a row per receiving neuron
 * j  neuron of this layer          delta[l][j]           ∂cost/∂z
 * k  neuron of the next layer      forwardWeights[k][j]  the next layer's weights
 * s  sample    l  layer, 1..L      activations[0]        the inputs
 * </pre>
 */
public final class Backprop {
  private Backprop() {}

  /** Answers one case per line until the input ends. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (BufferedReader questions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      String line = questions.readLine();
      while (line != null) {
        answers.print(Json.written(Protocol.answer(Json.read(line))) + "\n");
        answers.flush();
        line = questions.readLine();
      }
    }
  }
}

/** A word of the network language that this program does not know. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1;

  Unsupported(Object word) {
    super("no " + word);
  }
}

/** What a neuron makes of its pre-activation: a = f(z). */
final class Activation {
  private Activation() {}

  /** Step 2: f(z) of all neurons of one sample. */
  static double[] values(String activation, double[] z) {
    if (activation.equals("softmax")) {
      return softmax(z);
    }
    double[] a = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      a[j] = value(activation, z[j]);
    }
    return a;
  }

  static double value(String activation, double z) {
    return switch (activation) {
      case "identity" -> z;
      case "sigmoid" -> sigmoid(z);
      case "tanh" -> StrictMath.tanh(z);
      case "relu" -> z > 0.0 ? z : 0.0;
      case "leaky-relu" -> z > 0.0 ? z : 0.01 * z;
      default -> throw new Unsupported(activation);
    };
  }

  static double derivative(String activation, double z) {
    return switch (activation) {
      case "identity" -> 1.0;
      case "sigmoid" -> sigmoidDerivative(z);
      case "tanh" -> 4.0 * sigmoidDerivative(2.0 * z);
      case "relu" -> z > 0.0 ? 1.0 : 0.0;
      case "leaky-relu" -> z > 0.0 ? 1.0 : 0.01;
      default -> throw new Unsupported(activation);
    };
  }

  /** 1 / (1 + e⁻ᶻ), with the exponential that cannot overflow. */
  private static double sigmoid(double z) {
    double exponential = StrictMath.exp(-StrictMath.abs(z));
    return (z < 0.0 ? exponential : 1.0) / (1.0 + exponential);
  }

  /** f (1 - f); 1 - f(z) is f(-z), and subtracting would lose digits. */
  private static double sigmoidDerivative(double z) {
    return sigmoid(z) * sigmoid(-z);
  }

  /** The neurons' shares of 1; without the shift, exp would overflow. */
  private static double[] softmax(double[] z) {
    double maximum = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < z.length; j++) {
      maximum = StrictMath.max(maximum, z[j]);
    }
    double[] a = new double[z.length];
    double sum = 0.0;
    for (int j = 0; j < z.length; j++) {
      a[j] = StrictMath.exp(z[j] - maximum);
      sum += a[j];
    }
    for (int j = 0; j < z.length; j++) {
      a[j] /= sum;
    }
    return a;
  }
}

/** How far one output a is from its target t, and how a batch of costs becomes one number. */
final class Cost {
  private Cost() {}

  static double value(String cost, double a, double t) {
    return switch (cost) {
      case "squared-error" -> (a - t) * (a - t);
      case "half-squared-error" -> 0.5 * (a - t) * (a - t);
      case "cross-entropy" -> -timesLogarithm(t, a);
      case "binary-cross-entropy" -> -timesLogarithm(t, a) - timesLogarithm(1.0 - t, 1.0 - a);
      default -> throw new Unsupported(cost);
    };
  }

  static double derivative(String cost, double a, double t) {
    return switch (cost) {
      case "squared-error" -> 2.0 * (a - t);
      case "half-squared-error" -> a - t;
      case "cross-entropy" -> -quotient(t, a);
      case "binary-cross-entropy" -> quotient(1.0 - t, 1.0 - a) - quotient(t, a);
      default -> throw new Unsupported(cost);
    };
  }

  static double factor(String reduction, int samples, int outputs) {
    return switch (reduction) {
      case "sum" -> 1.0;
      case "mean" -> 1.0 / samples;
      case "element-mean" -> 1.0 / ((double) samples * outputs);
      default -> throw new Unsupported(reduction);
    };
  }

  /** t ln a, where 0 times the logarithm of 0 is 0. */
  private static double timesLogarithm(double t, double a) {
    return t == 0.0 ? 0.0 : t * StrictMath.log(a);
  }

  /** Its derivative t / a, likewise. */
  private static double quotient(double t, double a) {
    return t == 0.0 ? 0.0 : t / a;
  }
}

/** One layer: its parameters, the sums of its gradients, and a trace with a row per sample. */
final class Layer {
  final String activation;
  final double[][] weights;
  final double[] biases;
  final double[][] weightGradients;
  final double[] biasGradients;
  final double[][] preActivations;
  final double[][] activations;
  final double[][] deltas;

  Layer(String activation, double[][] weights, double[] biases, int samples) {
    this.activation = activation;
    this.weights = weights;
    this.biases = biases;
    this.weightGradients = new double[weights.length][weights[0].length];
    this.biasGradients = new double[biases.length];
    this.preActivations = new double[samples][];
    this.activations = new double[samples][];
    this.deltas = new double[samples][];
  }
}

/** The lesson: steps 1 to 8. */
final class Backpropagation {
  private Backpropagation() {}

  /** Steps 1 to 7 for one sample: adds to every layer's gradients, and returns the cost. */
  static double addSample(
      List<Layer> layers, String cost, int s, double[] inputs, double[] targets) {
    int depth = layers.size();
    double[][] activations = new double[depth + 1][];
    double[][] z = new double[depth + 1][];
    activations[0] = inputs;
    for (int l = 1; l <= depth; l++) {
      Layer layer = layers.get(l - 1);
      z[l] = preActivations(layer, activations[l - 1]);
      activations[l] = Activation.values(layer.activation, z[l]);
    }

    double sampleCost = 0.0; // step 3
    for (int j = 0; j < targets.length; j++) {
      sampleCost += Cost.value(cost, activations[depth][j], targets[j]);
    }

    double[][] delta = new double[depth + 1][];
    for (int l = depth; l >= 1; l--) {
      Layer layer = layers.get(l - 1);
      delta[l] =
          l == depth
              ? outputDelta(cost, layer.activation, z[l], activations[l], targets)
              : hiddenDelta(layers.get(l).weights, delta[l + 1], layer.activation, z[l]);
      for (int j = 0; j < delta[l].length; j++) {
        layer.biasGradients[j] += delta[l][j]; // step 5: a bias has the input 1
        for (int i = 0; i < activations[l - 1].length; i++) {
          layer.weightGradients[j][i] += delta[l][j] * activations[l - 1][i]; // step 6
        }
      }
      layer.preActivations[s] = z[l];
      layer.activations[s] = activations[l];
      layer.deltas[s] = delta[l];
    }
    return sampleCost;
  }

  /** Step 1: products first, then the bias. */
  private static double[] preActivations(Layer layer, double[] activations) {
    double[] z = new double[layer.biases.length];
    for (int j = 0; j < z.length; j++) {
      double sum = 0.0;
      for (int i = 0; i < activations.length; i++) {
        sum += layer.weights[j][i] * activations[i];
      }
      z[j] = sum + layer.biases[j];
    }
    return z;
  }

  /** Step 4: ∂cost/∂z of every output. */
  private static double[] outputDelta(
      String cost, String activation, double[] z, double[] a, double[] t) {
    boolean softmax = activation.equals("softmax");
    double targetSum = 0.0;
    for (int j = 0; j < t.length; j++) {
      targetSum += t[j];
    }
    double[] delta = new double[a.length];
    for (int j = 0; j < a.length; j++) {
      if (softmax && cost.equals("cross-entropy")) {
        delta[j] = a[j] * targetSum - t[j]; // on paper, f′ cancels the 1/a
      } else if (activation.equals("sigmoid") && cost.equals("binary-cross-entropy")) {
        delta[j] = a[j] - t[j];
      } else if (softmax) { // every z moves every output
        for (int k = 0; k < a.length; k++) {
          double jacobian = a[k] * ((k == j ? 1.0 : 0.0) - a[j]);
          delta[j] += jacobian * Cost.derivative(cost, a[k], t[k]);
        }
      } else {
        delta[j] = Cost.derivative(cost, a[j], t[j]) * Activation.derivative(activation, z[j]);
      }
    }
    return delta;
  }

  /** Step 7: the next layer's deltas come back through the weights to them. */
  private static double[] hiddenDelta(
      double[][] forwardWeights, double[] forwardDelta, String activation, double[] z) {
    double[] delta = new double[z.length];
    for (int j = 0; j < z.length; j++) {
      double sum = 0.0;
      for (int k = 0; k < forwardDelta.length; k++) {
        sum += forwardWeights[k][j] * forwardDelta[k];
      }
      delta[j] = sum * Activation.derivative(activation, z[j]);
    }
    return delta;
  }

  /** A sum over the batch is scaled once, at the end. */
  static void scale(double[] sums, double factor) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] *= factor;
    }
  }

  /** Step 8 for one row of parameters. */
  static double[] updated(double[] row, double[] gradients, double learningRate) {
    double[] updated = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      updated[j] = row[j] - learningRate * gradients[j];
    }
    return updated;
  }
}

/** A case in, gradients out. */
final class Protocol {
  private Protocol() {}

  static Map<String, Object> answer(Object question) {
    Map<?, ?> fields = (Map<?, ?>) question;
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("format", "backprop-gradients-1");
    answer.put("name", fields.get("name"));
    try {
      addGradients(fields, answer);
    } catch (Unsupported word) {
      answer.put("unsupported", word.getMessage());
    }
    return answer;
  }

  private static void addGradients(Map<?, ?> fields, Map<String, Object> answer) {
    double[][] inputs = rows(fields.get("inputs"));
    double[][] targets = rows(fields.get("targets"));
    String costName = (String) fields.get("cost");
    String reduction = (String) fields.get("reduction");
    boolean turned = "inputs-by-outputs".equals(fields.get("weightLayout"));
    List<Layer> layers = new ArrayList<>();
    for (Object layer : (List<?>) fields.get("layers")) {
      Map<?, ?> given = (Map<?, ?>) layer;
      double[][] weights = inLayout(turned, rows(given.get("weights")));
      double[] biases = row(given.get("biases"));
      layers.add(new Layer((String) given.get("activation"), weights, biases, inputs.length));
    }

    double factor = Cost.factor(reduction, targets.length, targets[0].length);
    double cost = 0.0;
    for (int s = 0; s < inputs.length; s++) {
      cost += Backpropagation.addSample(layers, costName, s, inputs[s], targets[s]);
    }
    answer.put("cost", cost * factor);

    List<Object> answers = new ArrayList<>();
    for (Layer layer : layers) {
      Backpropagation.scale(layer.biasGradients, factor);
      for (double[] gradients : layer.weightGradients) {
        Backpropagation.scale(gradients, factor);
      }
      answers.add(answer(layer, turned, fields.get("learningRate")));
    }
    answer.put("layers", answers);
  }

  private static Map<String, Object> answer(Layer layer, boolean turned, Object learningRate) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("preActivations", layer.preActivations);
    answer.put("activations", layer.activations);
    answer.put("deltas", layer.deltas);
    answer.put("biasGradients", layer.biasGradients);
    answer.put("weightGradients", inLayout(turned, layer.weightGradients));
    if (learningRate != null) {
      double rate = number(learningRate);
      double[][] weights = new double[layer.weights.length][];
      for (int j = 0; j < weights.length; j++) {
        weights[j] = Backpropagation.updated(layer.weights[j], layer.weightGradients[j], rate);
      }
      answer.put("updatedWeights", inLayout(turned, weights));
      answer.put("updatedBiases", Backpropagation.updated(layer.biases, layer.biasGradients, rate));
    }
    return answer;
  }

  private static double[][] inLayout(boolean turned, double[][] rows) {
    if (!turned) {
      return rows;
    }
    double[][] columns = new double[rows[0].length][rows.length];
    for (int j = 0; j < rows.length; j++) {
      for (int i = 0; i < rows[0].length; i++) {
        columns[i][j] = rows[j][i];
      }
    }
    return columns;
  }

  private static double[][] rows(Object list) {
    return ((List<?>) list).stream().map(Protocol::row).toArray(double[][]::new);
  }

  private static double[] row(Object list) {
    return ((List<?>) list).stream().mapToDouble(Protocol::number).toArray();
  }

  /** A hex float comes as text, which parseDouble reads as well. */
  private static double number(Object value) {
    return Double.parseDouble(value.toString());
  }
}

/** As much JSON as the protocol needs: objects, lists, text and numbers. */
final class Json {
  private final String text;
  private int position;

  private Json(String text) {
    this.text = text;
  }

  /** Maps, lists, strings and doubles. */
  static Object read(String text) {
    return new Json(text).value();
  }

  private Object value() {
    return switch (next()) {
      case '{' -> object();
      case '[' -> list();
      case '"' -> string();
      default -> number();
    };
  }

  /** The next character that is not blank. */
  private char next() {
    while (Character.isWhitespace(text.charAt(position))) {
      position++;
    }
    return text.charAt(position);
  }

  private void expect(char expected) {
    if (next() != expected) {
      throw new IllegalArgumentException("expected " + expected + " at character " + position);
    }
    position++;
  }

  /** Steps over a comma, or over the end of an object or a list. */
  private boolean hasAnother(char end) {
    boolean comma = next() == ',';
    expect(comma ? ',' : end);
    return comma;
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    expect('{');
    do {
      String name = string();
      expect(':');
      object.put(name, value());
    } while (hasAnother('}'));
    return object;
  }

  private List<Object> list() {
    List<Object> list = new ArrayList<>();
    expect('[');
    do {
      list.add(value());
    } while (hasAnother(']'));
    return list;
  }

  private String string() {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (text.charAt(position) != '"') {
      boolean escaped = text.charAt(position) == '\\';
      string.append(escaped ? escape() : text.charAt(position));
      position++;
    }
    position++;
    return string.toString();
  }

  private char escape() {
    position++;
    char escape = text.charAt(position);
    if (escape == 'u') {
      position += 4;
      return (char) Integer.parseInt(text.substring(position - 3, position + 1), 16);
    }
    int control = "bfnrt".indexOf(escape);
    return control < 0 ? escape : "\b\f\n\r\t".charAt(control);
  }

  private double number() {
    int start = position;
    while (position < text.length() && "+-.eE0123456789".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
    return Double.parseDouble(text.substring(start, position));
  }

  /** One line of JSON; NaN and infinities, which it does not have, go as text. */
  static String written(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringJoiner fields = new StringJoiner(", ", "{", "}");
      map.forEach((name, field) -> fields.add(written(name) + ": " + written(field)));
      return fields.toString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(Json::written).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof double[][] rows) {
      return written(List.of(rows));
    }
    if (value instanceof double[] row) {
      return written(Arrays.stream(row).boxed().toList());
    }
    if (value instanceof Double number && Double.isFinite(number)) {
      return number.toString();
    }
    return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
