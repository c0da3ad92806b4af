package backprop.parity.diagnosis.slips;

import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.terms.Expansion;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.Name;
import backprop.parity.terms.Operation;
import backprop.parity.terms.Term;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a number if an index is another neuron's, or a sum goes on from the one before. */
final class PlaceSlips {
  private final Expansions expansions;
  private final Entry entry;
  private final Expansion right;
  private final List<Expansion> column = new ArrayList<>();
  private final List<Expansion> others = new ArrayList<>();
  private final List<Slip> slips = new ArrayList<>();

  PlaceSlips(Expansions expansions, Entry entry) {
    this.expansions = expansions;
    this.entry = entry;
    this.right = expansions.of(entry);
    double[][] values = expansions.values(entry.quantity().orElseThrow(), entry.layer());
    for (int j = 0; j < values.length; j++) {
      column.add(at(j, entry.second()));
      for (int second = 0; second < values[j].length; second++) {
        boolean neighbour = j == entry.neuron() != (second == entry.second());
        if (neighbour) {
          others.add(at(j, second));
        }
      }
    }
  }

  private Expansion at(int neuron, int second) {
    return expansions.of(new Entry(entry.quantity(), entry.layer(), neuron, second));
  }

  /** The likeliest first. */
  List<Slip> all() {
    theSumGoesOn();
    if (entry.is(Quantity.WEIGHT_GRADIENTS)) {
      theSumGoesOnFromTheEntryBefore();
    }
    if (entry.is(Quantity.BIAS_GRADIENTS)) {
      double sum = column.stream().mapToDouble(Expansion::value).sum();
      slips.add(new Slip(sum, "the sum over all neurons: each bias has the delta of its own."));
      String once = " times the right number: is it added once for each %s?";
      int inputs = expansions.values(Quantity.WEIGHT_GRADIENTS, entry.layer())[0].length;
      slips.add(new Slip(right.value() * inputs, inputs + once.formatted("input")));
      slips.add(new Slip(right.value() * column.size(), column.size() + once.formatted("neuron")));
    }
    derivativeOfTheForwardNeuron();
    others.forEach(this::anOperandIsTheOthers);
    others.forEach(this::theErrorIsTheOthers);
    theNumberStandsElsewhere();
    others.forEach(this::theTermsAreTheOthers);
    return slips;
  }

  /** Only that the number is the right one of another place. */
  List<Slip> elsewhere() {
    theNumberStandsElsewhere();
    return slips;
  }

  private void theSumGoesOnFromTheEntryBefore() {
    double[][] values = expansions.values(entry.quantity().orElseThrow(), entry.layer());
    double sum = 0.0;
    for (int j = 0; j <= entry.neuron(); j++) {
      int last = j == entry.neuron() ? entry.second() : values[j].length - 1;
      for (int second = 0; second <= last; second++) {
        sum += values[j][second];
      }
    }
    String sentence =
        "a sum that goes on from the entry before: does it start at 0 for each entry?";
    slips.add(new Slip(sum, sentence));
  }

  private void theSumGoesOn() {
    if (right.terms().isEmpty() || entry.neuron() == 0) {
      return;
    }
    String sentence =
        "a sum that goes on from the neuron before: does it start at 0 for each neuron?";
    double sums = 0.0;
    double values = 0.0;
    for (Expansion before : column.subList(0, entry.neuron() + 1)) {
      sums += TermSlips.sum(before.terms());
      values += before.value();
    }
    slips.add(new Slip(after(sums, right.operations()), sentence));
    slips.add(new Slip(values, sentence));
  }

  /** f′ moved into the loop over k, and its index with it. */
  private void derivativeOfTheForwardNeuron() {
    boolean scaled = right.operations().size() == 1 && right.operations().get(0).symbol() == '*';
    if (!scaled || right.terms().size() > column.size() || right.terms().isEmpty()) {
      return;
    }
    double sum = 0.0;
    for (Term term : right.terms()) {
      sum += term.product() * column.get(term.index()).operations().get(0).operand().value();
    }
    Name name = right.operations().get(0).operand().name();
    String index = right.summedIndex();
    String own = "the sum of each term times what stands at its own " + index + ", not times %s.";
    slips.add(new Slip(sum, own, name));
  }

  private void anOperandIsTheOthers(Expansion other) {
    for (int step = 0; step < right.operations().size(); step++) {
      List<Operation> operations = new ArrayList<>(right.operations());
      Operation taken = other.operations().get(step);
      Operation own = operations.set(step, taken);
      String sentence = "the number with %s in the place of %s.";
      slips.add(
          new Slip(
              after(start(right), operations),
              sentence,
              taken.operand().name(),
              own.operand().name()));
    }
  }

  /** Of (a - t) * f′(z), both numbers in the parentheses. */
  private void theErrorIsTheOthers(Expansion other) {
    List<Operation> operations = right.operations();
    if (!entry.is(Quantity.DELTAS) || !right.terms().isEmpty() || operations.size() < 2) {
      return;
    }
    Operation taken = other.operations().get(0);
    double error = taken.apply(other.start().value());
    slips.add(
        new Slip(
            after(error, operations.subList(1, operations.size())),
            "the number with %s - %s in the place of %s - %s.",
            other.start().name(),
            taken.operand().name(),
            right.start().name(),
            operations.get(0).operand().name()));
  }

  private void theTermsAreTheOthers(Expansion other) {
    double value = after(start(other), right.operations());
    slips.add(
        right.terms().isEmpty()
            ? new Slip(
                value,
                "the number with %s in the place of %s.",
                other.start().name(),
                right.start().name())
            : new Slip(value, "the number with the terms of %s.", Name.Cell.of(other.entry())));
  }

  private void theNumberStandsElsewhere() {
    double[][] values = expansions.values(entry.quantity().orElseThrow(), entry.layer());
    for (int j = 0; j < values.length; j++) {
      for (int second = 0; second < values[j].length; second++) {
        Entry other = new Entry(entry.quantity(), entry.layer(), j, second);
        if (!other.equals(entry)) {
          slips.add(
              new Slip(
                  values[j][second],
                  "the right number of %s: is an index the wrong one?",
                  Name.Cell.of(other)));
        }
      }
    }
  }

  private static double start(Expansion expansion) {
    return expansion.start().value() + TermSlips.sum(expansion.terms());
  }

  private static double after(double value, List<Operation> operations) {
    double result = value;
    for (Operation operation : operations) {
      result = operation.apply(result);
    }
    return result;
  }
}
