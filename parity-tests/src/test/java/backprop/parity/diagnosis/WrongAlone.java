package backprop.parity.diagnosis;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.RandomCases;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.List;
import java.util.function.UnaryOperator;

/** A right answer in which one quantity of one layer is changed. */
final class WrongAlone {
  private WrongAlone() {}

  /** Samples, and the widths of one layer after another. */
  static Case question(int samples, int... widths) {
    return new RandomCases(5)
        .next(
            "alone",
            widths,
            samples,
            List.of(Activation.TANH),
            new Objective(Activation.SIGMOID, Cost.HALF_SQUARED_ERROR, Reduction.MEAN));
  }

  static Result right(Case question) {
    return new LoopsSource().answer(question);
  }

  /** What is said of a program that gives only this in place of the right numbers. */
  static FaultPattern pattern(
      Case question, Quantity quantity, int layer, UnaryOperator<double[][]> change) {
    Result right = right(question);
    Result.Builder answer = Result.to(question).cost(right.cost().orElseThrow());
    for (int l = 1; l <= right.depth(); l++) {
      for (Quantity each : Quantity.values()) {
        int number = l;
        right
            .values(each, l)
            .ifPresent(
                values ->
                    answer.put(
                        each,
                        number,
                        each == quantity && number == layer ? change.apply(values) : values));
      }
    }
    CaseComparison comparison =
        new CaseComparison(question, right, answer.build(), Precision.DOUBLE);
    CaseComparison agreeing =
        new CaseComparison(
            question(1, 2, 2),
            right(question(1, 2, 2)),
            right(question(1, 2, 2)),
            Precision.DOUBLE);
    return FaultPattern.find(List.of(comparison), List.of(agreeing)).orElseThrow();
  }

  /** A product that reads its factors as they stand, times a number. */
  static double[][] product(double[][] left, double[][] right, double factor) {
    double[][] product = new double[left.length][right[0].length];
    for (int r = 0; r < left.length; r++) {
      for (int c = 0; c < right[0].length; c++) {
        for (int q = 0; q < right.length; q++) {
          product[r][c] += factor * left[r][q] * right[q][c];
        }
      }
    }
    return product;
  }

  /** All numbers times one. */
  static double[][] times(double factor, double[][] rows) {
    double[][] scaled = new double[rows.length][rows[0].length];
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length; c++) {
        scaled[r][c] = factor * rows[r][c];
      }
    }
    return scaled;
  }
}
