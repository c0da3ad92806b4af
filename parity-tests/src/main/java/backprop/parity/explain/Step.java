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
 * @param loops the loop's term
 * @param matrix the matrix formula
 * @param summedIndex empty if nothing is summed
 * @param slot where the summed index stands, and therefore where the T
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
    String slot,
    List<NamedMatrix> operands) {}
