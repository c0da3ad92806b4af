package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import backprop.parity.model.Quantity;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads answers in the format {@code backprop-gradients-1}.
 *
 * <p>NaN and the infinities may come as text: they are wrong entries, not wrong files. A field that
 * holds something else than it should is an {@link UnusableField}, refused only where the field is
 * needed. Keys that the format does not know are ignored, but remembered: one of them may be a
 * misspelt step.
 */
public final class ResultReader {
  static final String FORMAT = "backprop-gradients-1";

  private final JsonCursor json;
  private final Set<String> ignoredKeys = new TreeSet<>();
  private final List<UnusableField> faults = new ArrayList<>();

  private ResultReader(JsonCursor json) {
    this.json = json;
  }

  /**
   * One answer from one line.
   *
   * @param origin what messages call the line
   * @throws InvalidInput if the line is not an answer
   */
  public static Answer readLine(String origin, String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    List<Answer> answers = readAll(origin, new ByteArrayInputStream(bytes));
    if (answers.size() != 1) {
      throw new InvalidInput(origin + ": expected one answer, found " + answers.size() + ".");
    }
    return answers.get(0);
  }

  /**
   * All answers of a stream, one JSON object after the other.
   *
   * @param origin what messages call the stream
   * @throws InvalidInput if one is not an answer
   */
  public static List<Answer> readAll(String origin, InputStream input) {
    List<Answer> answers = new ArrayList<>();
    try (JsonCursor json = new JsonCursor(origin, input)) {
      while (json.nextObject()) {
        answers.add(new ResultReader(json).read(origin));
      }
    }
    return answers;
  }

  private Answer read(String origin) {
    Set<String> seen = new HashSet<>();
    Optional<String> name = Optional.empty();
    OptionalDouble cost = OptionalDouble.empty();
    Optional<String> unsupported = Optional.empty();
    List<FunctionProblem> problems = List.of();
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    Optional<double[][]> inputGradients = Optional.empty();
    Optional<String> field = json.nextField();
    while (field.isPresent()) {
      requireNew(seen, field.get(), field.get());
      switch (field.get()) {
        case "format" -> readFormat();
        case "name" -> name = Optional.of(json.text("name", "the case's name"));
        case "cost" -> cost = readCost();
        case "problems" -> problems = FunctionProblemReader.readAll(json);
        case "unsupported" -> unsupported = Optional.of(json.text("unsupported", "the reason"));
        case "layers" -> readLayers(layers);
        case "inputGradients" ->
            inputGradients = readQuantity(Quantity.INPUT_GRADIENTS, 1, "inputGradients");
        default -> ignore(field.get());
      }
      field = json.nextField();
    }
    requireKey(seen, "format", "\"format\": \"" + FORMAT + "\"");
    requireKey(seen, "name", "the key \"name\" with the case's name");
    if (unsupported.isEmpty()) {
      requireKey(seen, "layers", "the key \"layers\"");
    }
    if (!layers.isEmpty()) {
      inputGradients.ifPresent(rows -> layers.get(0).put(Quantity.INPUT_GRADIENTS, rows));
    }
    return new Answer(
        origin, name.orElseThrow(), cost, layers, unsupported, ignoredKeys, faults, problems);
  }

  private OptionalDouble readCost() {
    return json.attempt(
            () -> json.number("cost"), problem -> faults.add(UnusableField.ofCost(problem)))
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private void requireNew(Set<String> seen, String key, String place) {
    if (!seen.add(key)) {
      throw json.invalid(Printable.part(place), "expected this key once, found it again");
    }
  }

  private void requireKey(Set<String> seen, String key, String expected) {
    if (!seen.contains(key)) {
      throw json.invalid("", "expected " + expected + ", found none");
    }
  }

  private void readFormat() {
    String format = json.text("format", "\"" + FORMAT + "\"");
    if (!format.equals(FORMAT)) {
      throw json.invalid(
          "format", "expected \"%s\", found \"%s\"".formatted(FORMAT, Printable.part(format)));
    }
  }

  private void ignore(String key) {
    ignoredKeys.add(Printable.part(key));
    json.skipValue();
  }

  private void readLayers(List<Map<Quantity, double[][]>> layers) {
    json.enterArray("layers", "a list of layers in []");
    while (json.nextElement()) {
      String place = "layers[" + layers.size() + "]";
      json.enterObject(place, "a layer in {}");
      layers.add(readLayer(place, layers.size() + 1));
    }
  }

  private Map<Quantity, double[][]> readLayer(String place, int number) {
    Set<String> seen = new HashSet<>();
    Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
    Optional<String> field = json.nextField();
    while (field.isPresent()) {
      String key = field.get();
      String fieldPlace = place + "." + key;
      requireNew(seen, key, fieldPlace);
      Optional<Quantity> quantity =
          Arrays.stream(Quantity.values())
              .filter(known -> known.shape() != Quantity.Shape.PER_INPUT)
              .filter(known -> known.fieldName().equals(key))
              .findAny();
      if (quantity.isEmpty()) {
        ignore(key);
      } else {
        readQuantity(quantity.get(), number, fieldPlace)
            .ifPresent(values -> layer.put(quantity.get(), values));
      }
      field = json.nextField();
    }
    return layer;
  }

  private Optional<double[][]> readQuantity(Quantity quantity, int layer, String place) {
    return json.attempt(
        () ->
            quantity.shape() == Quantity.Shape.PER_NEURON
                ? new double[][] {json.row(place, false)}
                : json.rows(place, false),
        problem -> faults.add(UnusableField.of(quantity, layer, problem)));
  }
}
