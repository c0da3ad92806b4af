package backprop.parity.io;

import backprop.loops.Layer;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Plural;
import backprop.parity.model.Printable;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.model.WeightLayout;
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
 * @param faults the fields that hold something else than numbers in rows
 * @param problems what the program says itself of functions that gave nothing usable
 */
public record Answer(
    String origin,
    String name,
    OptionalDouble cost,
    List<Map<Quantity, double[][]>> layers,
    Optional<String> unsupported,
    Set<String> ignoredKeys,
    List<UnusableField> faults,
    List<FunctionProblem> problems) {

  /**
   * The result in the orientation of memory, once every shape fits the case.
   *
   * @throws InvalidInput if a layer or a gradient is missing or has another shape
   */
  public Result resultFor(Case question) {
    requireThatItAnswers(question);
    refuse(faults);
    for (int l = 1; l <= layers.size(); l++) {
      requireWeights(question, l);
    }
    List<UnusableField> misshapen = new ArrayList<>();
    Result result = partFor(question, EnumSet.allOf(Quantity.class), misshapen);
    refuse(misshapen);
    return result;
  }

  /** Gradients, or the weights after an update by them, where the case says how large it is. */
  private void requireWeights(Case question, int l) {
    Map<Quantity, double[][]> layer = layers.get(l - 1);
    boolean updates = question.learningRate().isPresent();
    if (layer.containsKey(Quantity.WEIGHT_GRADIENTS)
        || updates && layer.containsKey(Quantity.UPDATED_WEIGHTS)) {
      return;
    }
    String said = problems.isEmpty() ? "" : " (it says: " + problems.get(0).sentence() + ")";
    String or = updates ? " or \"%s\"".formatted(Quantity.UPDATED_WEIGHTS.fieldName()) : "";
    String sentence = "expected the key \"%s\"%s, found none%s";
    throw invalid(place(l), sentence.formatted(Quantity.WEIGHT_GRADIENTS.fieldName(), or, said));
  }

  private static void refuse(List<UnusableField> faults) {
    if (!faults.isEmpty()) {
      throw faults.get(0).problem();
    }
  }

  /**
   * What there is of some quantities, in the orientation of memory; the others are not looked at.
   *
   * @param misshapen is given those of them that have another shape
   * @throws InvalidInput if a layer is missing
   */
  public Result partFor(Case question, Set<Quantity> wanted, List<UnusableField> misshapen) {
    requireThatItAnswers(question);
    List<Map<Quantity, double[][]>> oriented = new ArrayList<>();
    for (int l = 1; l <= layers.size(); l++) {
      oriented.add(oriented(question, l, wanted, misshapen));
    }
    return new Result(name, cost, oriented);
  }

  private void requireThatItAnswers(Case question) {
    if (!name.equals(question.name())) {
      throw invalid(
          "name", "expected \"%s\", found \"%s\"".formatted(question.name(), Printable.part(name)));
    }
    int depth = question.network().depth();
    if (layers.size() != depth) {
      throw invalid(
          "layers", "expected %s, found %d".formatted(Plural.of(depth, "layer"), layers.size()));
    }
  }

  private Map<Quantity, double[][]> oriented(
      Case question, int l, Set<Quantity> wanted, List<UnusableField> misshapen) {
    Map<Quantity, double[][]> written = layers.get(l - 1);
    Map<Quantity, double[][]> oriented = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      if (wanted.contains(quantity) && written.containsKey(quantity)) {
        try {
          oriented.put(quantity, oriented(question, l, quantity, written.get(quantity)));
        } catch (InvalidInput problem) {
          misshapen.add(UnusableField.of(quantity, l, problem));
        }
      }
    }
    return oriented;
  }

  private double[][] oriented(Case question, int l, Quantity quantity, double[][] rows) {
    Layer layer = question.network().layer(l);
    boolean asInMemory =
        quantity.shape() == Quantity.Shape.PER_WEIGHT
            && question.weightLayout() == WeightLayout.OUTPUTS_BY_INPUTS;
    int columns =
        switch (quantity.shape()) {
          case PER_SAMPLE, PER_INPUT -> question.samples();
          case PER_NEURON -> 1;
          case PER_WEIGHT -> layer.inputs();
        };
    boolean ofInputs = quantity.shape() == Quantity.Shape.PER_INPUT;
    String place = (ofInputs ? "" : place(l) + ".") + quantity.fieldName();
    int neurons = ofInputs ? layer.inputs() : layer.outputs();
    requireSize(place, quantity, rows, asInMemory, neurons, columns);
    return asInMemory ? rows : Rows.transpose(rows);
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
      boolean transposed = rows.length == expectedColumns && rows[0].length == expectedRows;
      String sentence =
          (neurons ? "expected %2$s, found %4$d" : "expected %s of %s, found %d of %d")
              + (transposed ? orientation(quantity, asInMemory) : "");
      throw invalid(
          place,
          sentence.formatted(
              Plural.of(expectedRows, "row"),
              Plural.of(expectedColumns, "number"),
              rows.length,
              rows[0].length));
    }
  }

  /** Rows and columns are the most usual thing to mix up. */
  private static String orientation(Quantity quantity, boolean asInMemory) {
    if (quantity.shape() != Quantity.Shape.PER_WEIGHT) {
      return ", the other way round: files have a row per sample";
    }
    return asInMemory
        ? ", the other way round: a row is a receiving neuron, unless the case says"
            + " \"weightLayout\": \"inputs-by-outputs\""
        : ", the other way round: a row is a sending neuron, as the case says"
            + " \"weightLayout\": \"inputs-by-outputs\"";
  }

  private InvalidInput invalid(String place, String sentence) {
    return new InvalidInput(origin + ": " + place + ": " + sentence + ".");
  }
}
