package backprop.parity.terms;

import backprop.parity.model.Entry;
import java.util.List;

/**
 * One number, taken apart into what the loops add and multiply to get it.
 *
 * @param entry which number
 * @param summedIndex the index that the loop sums over; empty if nothing is summed
 * @param start what stands before the operations when nothing is summed
 * @param terms of the sum, in the order in which they are added
 * @param operations on the sum, in order
 * @param value what the loops twin computed
 */
public record Expansion(
    Entry entry,
    String summedIndex,
    Factor start,
    List<Term> terms,
    List<Operation> operations,
    double value) {

  /** A number that is a sum of terms. */
  static Expansion sum(
      Entry entry, String index, List<Term> terms, List<Operation> operations, double value) {
    return new Expansion(entry, index, Factor.named("0.0", 0.0), terms, operations, value);
  }

  /** A number that starts from another and sums nothing. */
  static Expansion of(Entry entry, Factor start, List<Operation> operations, double value) {
    return new Expansion(entry, "", start, List.of(), operations, value);
  }
}
