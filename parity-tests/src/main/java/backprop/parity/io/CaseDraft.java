package backprop.parity.io;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Plural;
import backprop.parity.model.Printable;
import backprop.parity.model.Rows;
import backprop.parity.model.Spelling;
import backprop.parity.model.WeightLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** One case while it is read: the fields come in any order, so they are checked at the end. */
final class CaseDraft {
  static final String FORMAT = "backprop-case-1";
  private static final int LONGEST_NAME = 200;

  private final JsonCursor json;
  private final Limits limits;
  private final int line;
  private final Set<String> seen = new HashSet<>();
  private final List<LayerDraft> layers = new ArrayList<>();
  private String name;
  private Cost cost;
  private Reduction reduction;
  private double[][] inputRows;
  private double[][] targetRows;
  private OptionalDouble learningRate = OptionalDouble.empty();
  private WeightLayout weightLayout = WeightLayout.OUTPUTS_BY_INPUTS;
  private long parameters;

  /** A layer as the file writes it. */
  private record LayerDraft(Activation activation, double[][] weights, Optional<double[]> biases) {

    /** The biases say how many neurons there are, or else the weights do. */
    int outputs(WeightLayout layout) {
      boolean usual = layout == WeightLayout.OUTPUTS_BY_INPUTS;
      return biases.map(row -> row.length).orElse(usual ? weights.length : weights[0].length);
    }
  }

  CaseDraft(JsonCursor json, Limits limits) {
    this.json = json;
    this.limits = limits;
    this.line = json.line();
  }

  Case read() {
    Optional<String> field = json.nextField();
    while (field.isPresent()) {
      if (!seen.add(field.get())) {
        throw invalid(field.get(), "expected this key once, found it again");
      }
      readField(field.get());
      field = json.nextField();
    }
    requireAll(
        "", seen, List.of("format", "name", "layers", "cost", "reduction", "inputs", "targets"));
    return checked();
  }

  private void readField(String field) {
    switch (field) {
      case "format" -> readFormat();
      case "name" -> readName();
      case "layers" -> readLayers();
      case "cost" -> cost = json.constant(place("cost"), Cost.class);
      case "reduction" -> reduction = json.constant(place("reduction"), Reduction.class);
      case "inputs" -> inputRows = json.rows(place("inputs"), true);
      case "targets" -> targetRows = json.rows(place("targets"), true);
      case "learningRate" ->
          learningRate = OptionalDouble.of(json.finiteNumber(place("learningRate")));
      case "weightLayout" ->
          weightLayout = json.constant(place("weightLayout"), WeightLayout.class);
      default ->
          throw invalid(
              Printable.part(field),
              "expected one of format, name, layers, cost, reduction, inputs, targets,"
                  + " learningRate, weightLayout, found this unknown key");
    }
  }

  private void readFormat() {
    String format = json.text(place("format"), "\"" + FORMAT + "\"");
    if (!format.equals(FORMAT)) {
      throw invalid(
          "format", "expected \"%s\", found \"%s\"".formatted(FORMAT, Printable.part(format)));
    }
  }

  private void readName() {
    name = json.text(place("name"), "a name in quotes");
    if (name.isBlank() || name.length() > LONGEST_NAME || !Printable.is(name)) {
      throw invalid("name", "expected 1 to " + LONGEST_NAME + " printable characters");
    }
  }

  private void readLayers() {
    json.enterArray(place("layers"), "a list of layers in []");
    while (json.nextElement()) {
      String layerPlace = "layers[" + layers.size() + "]";
      json.enterObject(place(layerPlace), "a layer in {}");
      layers.add(readLayer(layerPlace));
    }
    if (layers.isEmpty()) {
      throw invalid("layers", "expected at least one layer, found none");
    }
  }

  private LayerDraft readLayer(String layerPlace) {
    Set<String> seenHere = new HashSet<>();
    Activation activation = null;
    double[][] weights = null;
    Optional<double[]> biases = Optional.empty();
    Optional<String> field = json.nextField();
    while (field.isPresent()) {
      String fieldPlace = layerPlace + "." + field.get();
      if (!seenHere.add(field.get())) {
        throw invalid(fieldPlace, "expected this key once, found it again");
      }
      switch (field.get()) {
        case "activation" -> activation = json.constant(place(fieldPlace), Activation.class);
        case "weights" -> weights = json.rows(place(fieldPlace), true);
        case "biases" -> biases = Optional.of(json.row(place(fieldPlace), true));
        default ->
            throw invalid(
                layerPlace + "." + Printable.part(field.get()),
                "expected one of activation, weights, biases, found this unknown key");
      }
      field = json.nextField();
    }
    requireAll(layerPlace, seenHere, List.of("activation", "weights"));
    parameters += (long) weights.length * weights[0].length;
    parameters += biases.map(row -> row.length).orElse(0);
    if (parameters > limits.parameters()) {
      throw invalid(
          layerPlace,
          "expected at most %d weights and biases in all, found more (--max-parameters raises the limit)"
              .formatted(limits.parameters()));
    }
    return new LayerDraft(activation, weights, biases);
  }

  private void requireAll(String outerPlace, Set<String> found, List<String> keys) {
    for (String key : keys) {
      if (!found.contains(key)) {
        throw invalid(outerPlace, "expected the key \"" + key + "\", found none");
      }
    }
  }

  private Case checked() {
    List<Layer> checkedLayers = new ArrayList<>();
    Set<Integer> withoutBiases = new HashSet<>();
    int width = inputRows[0].length;
    for (int index = 0; index < layers.size(); index++) {
      checkedLayers.add(checkedLayer(index, width));
      width = layers.get(index).outputs(weightLayout);
      if (layers.get(index).biases.isEmpty()) {
        withoutBiases.add(index + 1);
      }
    }
    requireWidth("targets", targetRows, width, "one per neuron of the last layer");
    if (targetRows.length != inputRows.length) {
      throw invalid(
          "targets",
          "expected %s, one per row of inputs, found %d"
              .formatted(Plural.of(inputRows.length, "row"), targetRows.length));
    }
    requireDomain();
    return new Case(
        name,
        new Network(checkedLayers, cost, reduction),
        Rows.transpose(inputRows),
        Rows.transpose(targetRows),
        learningRate,
        weightLayout,
        withoutBiases);
  }

  private Layer checkedLayer(int index, int width) {
    LayerDraft layer = layers.get(index);
    String layerPlace = "layers[" + index + "]";
    boolean usual = weightLayout == WeightLayout.OUTPUTS_BY_INPUTS;
    int outputs = layer.outputs(weightLayout);
    int rows = usual ? outputs : width;
    String perNeuron = "one per bias";
    String perInput =
        index == 0 ? "one per input" : "one per neuron of layers[" + (index - 1) + "]";
    if (layer.weights.length != rows) {
      throw invalid(
          layerPlace + ".weights",
          "expected %s, %s, found %d%s"
              .formatted(
                  Plural.of(rows, "row"),
                  usual ? perNeuron : perInput,
                  layer.weights.length,
                  otherLayoutIfItFits(layer, width)));
    }
    requireWidth(
        layerPlace + ".weights",
        layer.weights,
        usual ? width : outputs,
        usual ? perInput : perNeuron);
    if (layer.activation == Activation.SOFTMAX && index < layers.size() - 1) {
      throw invalid(layerPlace + ".activation", "expected softmax in the last layer only");
    }
    double[][] weights = usual ? layer.weights : Rows.transpose(layer.weights);
    return new Layer(layer.activation, weights, layer.biases.orElseGet(() -> new double[outputs]));
  }

  private void requireWidth(String fieldPlace, double[][] rows, int width, String reason) {
    if (rows[0].length != width) {
      throw invalid(
          fieldPlace + "[0]",
          "expected %s, %s, found %d"
              .formatted(Plural.of(width, "number"), reason, rows[0].length));
    }
  }

  /** What is refused in one layout may be meant in the other. */
  private String otherLayoutIfItFits(LayerDraft layer, int width) {
    boolean usual = weightLayout == WeightLayout.OUTPUTS_BY_INPUTS;
    int outputs = layer.biases.map(row -> row.length).orElse(layer.weights.length);
    int rows = usual ? width : outputs;
    int columns = usual ? outputs : width;
    if (layer.weights.length != rows || layer.weights[0].length != columns) {
      return "";
    }
    WeightLayout other = usual ? WeightLayout.INPUTS_BY_OUTPUTS : WeightLayout.OUTPUTS_BY_INPUTS;
    return " (they would fit as \"weightLayout\": \"%s\")".formatted(Spelling.of(other));
  }

  private void requireDomain() {
    if (!cost.takesLogarithm()) {
      return;
    }
    Activation output = layers.get(layers.size() - 1).activation;
    if (!output.givesProbabilities()) {
      throw invalid(
          "cost",
          "%s takes logarithms of the outputs: expected sigmoid or softmax in the last layer, found %s"
              .formatted(Spelling.of(cost), Spelling.of(output)));
    }
    for (int s = 0; s < targetRows.length; s++) {
      for (int j = 0; j < targetRows[s].length; j++) {
        double target = targetRows[s][j];
        if (target < 0.0 || target > 1.0) {
          throw invalid(
              "targets[%d][%d]".formatted(s, j),
              "expected a number from 0 to 1 for %s, found %s"
                  .formatted(Spelling.of(cost), target));
        }
      }
    }
  }

  /** The first case of a file needs no line number; the others do. */
  private String place(String fieldPlace) {
    String lineNumber = line == 1 ? "" : "line " + line;
    String separator = lineNumber.isEmpty() || fieldPlace.isEmpty() ? "" : ": ";
    return lineNumber + separator + fieldPlace;
  }

  private InvalidInput invalid(String fieldPlace, String sentence) {
    return json.invalid(place(fieldPlace), sentence);
  }
}
