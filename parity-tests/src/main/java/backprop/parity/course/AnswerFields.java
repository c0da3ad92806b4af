package backprop.parity.course;

import backprop.parity.io.UnusableField;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Which parts of an answer somebody is interested in. Immutable.
 *
 * @param cost whether step 3 is one of them
 * @param quantities of every layer
 */
record AnswerFields(boolean cost, Set<Quantity> quantities) {
  static final AnswerFields NONE = new AnswerFields(false, Set.of());
  private static final String COST = "cost";

  AnswerFields {
    quantities = Set.copyOf(quantities);
  }

  /** By the names that files use, such as {@code "cost deltas"}. */
  static AnswerFields named(String names) {
    List<String> words = List.of(names.split(" "));
    Set<Quantity> quantities = EnumSet.noneOf(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      if (words.contains(quantity.fieldName())) {
        quantities.add(quantity);
      }
    }
    return new AnswerFields(words.contains(COST), quantities);
  }

  /** Both together. */
  AnswerFields and(AnswerFields others) {
    Set<Quantity> all = EnumSet.noneOf(Quantity.class);
    all.addAll(quantities);
    all.addAll(others.quantities);
    return new AnswerFields(cost || others.cost, all);
  }

  /** Their names, in the order of the steps; empty if there are none. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      if (quantity == Quantity.DELTAS && cost) {
        names.add(COST);
      }
      if (quantities.contains(quantity)) {
        names.add(quantity.fieldName());
      }
    }
    if (cost && !names.contains(COST)) {
      names.add(0, COST);
    }
    return names;
  }

  /** An answer with nothing but these fields. */
  Result of(Result answer) {
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      for (Quantity quantity : quantities) {
        Optional<double[][]> values = answer.values(quantity, l);
        values.ifPresent(present -> layer.put(quantity, present));
      }
      layers.add(layer);
    }
    return new Result(answer.name(), cost ? answer.cost() : OptionalDouble.empty(), layers);
  }

  /** The first of these fields that cannot be used. */
  Optional<UnusableField> firstOf(List<UnusableField> faults) {
    return faults.stream()
        .filter(fault -> fault.quantity().map(quantities::contains).orElse(cost))
        .findFirst();
  }

  /**
   * The first of these fields that the answer leaves out, such as {@code deltas of layer 1}, in the
   * order in which they are computed: forwards through the layers, then backwards.
   */
  Optional<String> missingFrom(Result answer) {
    if (cost && answer.cost().isEmpty()) {
      return Optional.of(COST);
    }
    for (Quantity quantity : Quantity.values()) {
      boolean forward = quantity == Quantity.PRE_ACTIVATIONS || quantity == Quantity.ACTIVATIONS;
      for (int step = 1; step <= answer.depth(); step++) {
        int l = forward ? step : answer.depth() + 1 - step;
        if (quantities.contains(quantity) && answer.values(quantity, l).isEmpty()) {
          return Optional.of(quantity.fieldName() + " of layer " + l);
        }
      }
    }
    return Optional.empty();
  }
}
