package backprop.parity.explain;

import backprop.parity.model.Quantity;
import java.util.List;

/**
 * One step for one layer, as both twins write it.
 *
 * @param number from 1 to 8
 * @param title what it gives
 * @param quantity the numbers it gives
 * @param layer from 1
 * @param loops the loop's term, behind its Σ
 * @param matrix the matrix formula
 * @param summedIndex empty if nothing is summed
 * @param slot the slot rule applied, a line for each factor, or why it has nothing to say
 * @param operands of the matrix formula
 */
record Step(
    int number,
    String title,
    Quantity quantity,
    int layer,
    String loops,
    String matrix,
    String summedIndex,
    List<String> slot,
    List<NamedMatrix> operands) {
  static final String NOTHING_SUMMED = "nothing is summed, so no T";

  /** A term that is summed over an index. */
  static String sum(String index, String term) {
    return "Σ%s  %s".formatted(index, term);
  }
}
