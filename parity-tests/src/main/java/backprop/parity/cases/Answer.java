package backprop.parity.cases;

import backprop.loops.Layer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What came back for a case, as it was written: gradients, or a reason why there are none.
 *
 * @param origin what messages call the place it came from
 * @param name of the case it answers
 * @param layers every quantity in the file's own orientation
 * @param unsupported the reason, empty if there are gradients
 * @param ignoredKeys that the format does not know
 */
public record Answer(
    String origin,
    String name,
    OptionalDouble cost,
    List<Map<Quantity, double[][]>> layers,
    Optional<String> unsupported,
    Set<String> ignoredKeys) {

  /**
   * The result in the orientation of memory, once every shape fits the case.
   *
   * @throws InvalidInput if a layer or a gradient is missing or has another shape
   */
  public Result resultFor(Case question) {
    requireThatItAnswers(question);
    for (int l = 1; l <= layers.size(); l++) {
      for (Quantity required : List.of(Quantity.WEIGHT_GRADIENTS, Quantity.BIAS_GRADIENTS)) {
        if (!layers.get(l - 1).containsKey(required)) {
          throw invalid(place(l), "expected the key \"" + required.fieldName() + "\", found none");
        }
      }
    }
    return partFor(question, EnumSet.allOf(Quantity.class));
  }

  /**
   * What there is of some quantities, in the orientation of memory; the others are not looked at.
   *
   * @throws InvalidInput if a layer is missing, or one of these quantities has another shape
   */
  public Result partFor(Case question, Set<Quantity> wanted) {
    requireThatItAnswers(question);
    List<Map<Quantity, double[][]>> turned = new ArrayList<>();
    for (int l = 1; l <= layers.size(); l++) {
      turned.add(turned(question, l, wanted));
    }
    return new Result(name, cost, turned);
  }

  private void requireThatItAnswers(Case question) {
    if (!name.equals(question.name())) {
      throw invalid(
          "name", "expected \"%s\", found \"%s\"".formatted(question.name(), Printable.part(name)));
    }
    int depth = question.network().depth();
    if (layers.size() != depth) {
      throw invalid(
          "layers", "expected %s, found %d".formatted(Count.of(depth, "layer"), layers.size()));
    }
  }

  private Map<Quantity, double[][]> turned(Case question, int l, Set<Quantity> wanted) {
    Map<Quantity, double[][]> written = layers.get(l - 1);
    Layer layer = question.network().layer(l);
    Map<Quantity, double[][]> turned = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      if (!wanted.contains(quantity) || !written.containsKey(quantity)) {
        continue;
      }
      double[][] rows = written.get(quantity);
      boolean asInMemory =
          quantity.shape() == Quantity.Shape.PER_WEIGHT
              && question.weightLayout() == WeightLayout.OUTPUTS_BY_INPUTS;
      double[][] values = asInMemory ? rows : Rows.transpose(rows);
      int columns =
          switch (quantity.shape()) {
            case PER_SAMPLE -> question.samples();
            case PER_NEURON -> 1;
            case PER_WEIGHT -> layer.inputs();
          };
      requireSize(place(l), quantity, rows, asInMemory, layer.outputs(), columns);
      turned.put(quantity, values);
    }
    return turned;
  }

  private static String place(int l) {
    return "layers[" + (l - 1) + "]";
  }

  /** Says what was expected the way round in which the file writes it. */
  private void requireSize(
      String place,
      Quantity quantity,
      double[][] rows,
      boolean asInMemory,
      int outputs,
      int columns) {
    int expectedRows = asInMemory ? outputs : columns;
    int expectedColumns = asInMemory ? columns : outputs;
    if (rows.length != expectedRows || rows[0].length != expectedColumns) {
      boolean neurons = quantity.shape() == Quantity.Shape.PER_NEURON;
      boolean turned = rows.length == expectedColumns && rows[0].length == expectedRows;
      String sentence =
          (neurons ? "expected %2$s, found %4$d" : "expected %s of %s, found %d of %d")
              + (turned ? orientation(quantity) : "");
      throw invalid(
          place + "." + quantity.fieldName(),
          sentence.formatted(
              Count.of(expectedRows, "row"),
              Count.of(expectedColumns, "number"),
              rows.length,
              rows[0].length));
    }
  }

  /** Rows and columns are the most usual thing to mix up. */
  private static String orientation(Quantity quantity) {
    return quantity.shape() == Quantity.Shape.PER_SAMPLE
        ? ", the other way round: files have a row per sample"
        : ", the other way round: a row is a receiving neuron, unless the case says"
            + " \"weightLayout\": \"inputs-by-outputs\"";
  }

  private InvalidInput invalid(String place, String sentence) {
    return new InvalidInput(origin + ": " + place + ": " + sentence + ".");
  }
}
