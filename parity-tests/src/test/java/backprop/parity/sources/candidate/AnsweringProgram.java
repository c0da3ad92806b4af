package backprop.parity.sources.candidate;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.io.CaseReader;
import backprop.parity.io.JsonWriter;
import backprop.parity.io.Limits;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The loops as a candidate in a process of their own, right or with a planted fault. */
public final class AnsweringProgram {
  /** What a fickle program gets wrong only once. */
  private static final Set<String> SEEN = new HashSet<>();

  private AnsweringProgram() {}

  /** The command that runs it in this mode. */
  public static String command(String mode) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return "\"%s\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp \"%s\" %s %s"
        .formatted(
            java, System.getProperty("java.class.path"), AnsweringProgram.class.getName(), mode);
  }

  /** Answers case after case. */
  public static void main(String[] arguments) throws IOException {
    String mode = arguments[0];
    JsonWriter writer = new JsonWriter(false);
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
      // A question may come again, which one reader would refuse.
      CaseReader reader = new CaseReader(Limits.DEFAULT);
      Case question = reader.read("stdin", new ByteArrayInputStream(bytes)).get(0);
      if (mode.equals("knows-nothing")) {
        String answer =
            "{\"format\":\"backprop-gradients-1\",\"name\":\"%s\",\"unsupported\":\"\"}";
        System.out.println(answer.formatted(question.name()));
      } else {
        String answer = writer.write(answer(mode, question), question.weightLayout(), true);
        String misspelt = answer.replace("\"deltas\"", "\"delta\"");
        System.out.println(mode.equals("misspells") ? misspelt : answer);
      }
      System.out.flush();
    }
  }

  private static Result answer(String mode, Case question) {
    return switch (mode) {
      case "hidden-derivative-missing" -> PlantedFault.HIDDEN_DERIVATIVE_MISSING.answer(question);
      case "fickle" -> SEEN.add(question.name()) ? notANumber(question) : loops(question);
      case "fragile" -> isLarge(question) ? notANumber(question) : loops(question);
      case "not-a-number" -> notANumber(question);
      case "one-bias" -> loops(withOneBias(question));
      default -> loops(question);
    };
  }

  private static Result loops(Case question) {
    return new LoopsSource().answer(question);
  }

  /** The first bias of each layer for all its neurons: an index that stays where it is. */
  private static Case withOneBias(Case question) {
    Network network = question.network();
    List<Layer> layers = new ArrayList<>();
    for (int l = 1; l <= network.depth(); l++) {
      Layer layer = network.layer(l);
      double[] biases = new double[layer.outputs()];
      Arrays.fill(biases, layer.biases()[0]);
      layers.add(new Layer(layer.activation(), layer.weights(), biases));
    }
    Network changed = new Network(layers, network.cost(), network.reduction());
    return new Case(question.name(), changed, question.inputs(), question.targets());
  }

  private static boolean isLarge(Case question) {
    return question.network().layer(1).weights()[0][0] == 1000.0;
  }

  private static Result notANumber(Case question) {
    Result right = loops(question);
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= right.depth(); l++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      for (Quantity quantity : List.of(Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS)) {
        layer.put(quantity, right.values(quantity, l).orElseThrow());
      }
      layer.get(Quantity.WEIGHT_GRADIENTS)[0][0] = Double.NaN;
      layers.add(layer);
    }
    return new Result(question.name(), right.cost(), layers);
  }
}
