package backprop.parity.diagnosis;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.Allowance;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.SideBySide;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A constant factor between a candidate's gradients and the right ones, in terms of the batch and
 * the outputs.
 *
 * @param name such as {@code 1/N}
 * @param factor for one case
 */
record ConstantFactor(String name, ToDoubleFunction<Case> factor) {

  /** One number, or one relation of N and C. */
  static List<ConstantFactor> simple() {
    List<ConstantFactor> scales = new ArrayList<>();
    scales.add(new ConstantFactor("-1", question -> -1.0));
    scales.add(new ConstantFactor("2", question -> 2.0));
    scales.add(new ConstantFactor("1/2", question -> 0.5));
    scales.add(new ConstantFactor("N", ConstantFactor::samples));
    scales.add(new ConstantFactor("1/N", question -> 1.0 / samples(question)));
    scales.add(new ConstantFactor("C", ConstantFactor::outputs));
    scales.add(new ConstantFactor("1/C", question -> 1.0 / outputs(question)));
    scales.add(new ConstantFactor("N/C", question -> samples(question) / outputs(question)));
    scales.add(new ConstantFactor("C/N", question -> outputs(question) / samples(question)));
    scales.add(new ConstantFactor("N*C", question -> samples(question) * outputs(question)));
    scales.add(
        new ConstantFactor("1/(N*C)", question -> 1.0 / (samples(question) * outputs(question))));
    return scales;
  }

  /** Two mistakes at once: both a number and a relation. */
  static List<ConstantFactor> twofold() {
    List<ConstantFactor> scales = new ArrayList<>();
    for (ConstantFactor scale : simple().subList(3, simple().size())) {
      scales.add(scale.times("2", 2.0));
      scales.add(scale.times("1/2", 0.5));
      scales.add(scale.times("-1", -1.0));
    }
    return scales;
  }

  /** What the largest gradient of a case is multiplied by. */
  static ConstantFactor measured(CaseComparison comparison) {
    double[] largest = {0.0, 1.0};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> {
          if (entry.isGradient() && StrictMath.abs(expected) > largest[0]) {
            largest[0] = StrictMath.abs(expected);
            largest[1] = actual / expected;
          }
        });
    return new ConstantFactor(NumberText.brief(largest[1]), question -> largest[1]);
  }

  private ConstantFactor times(String more, double number) {
    return new ConstantFactor(
        more + " * " + name, question -> number * factor.applyAsDouble(question));
  }

  private static double samples(Case question) {
    return question.samples();
  }

  private static double outputs(Case question) {
    return question.targets().length;
  }

  /** Whether this factor, not 1, turns the right gradients of layers 1 to last into these. */
  boolean fits(CaseComparison comparison, int lastLayer) {
    return fits(comparison, entry -> entry.isGradient() && entry.layer() <= lastLayer);
  }

  /** Whether this factor, not 1, turns all right numbers of a quantity into these. */
  boolean fits(CaseComparison comparison, Quantity quantity) {
    return fits(comparison, entry -> entry.is(quantity));
  }

  private boolean fits(CaseComparison comparison, Predicate<Entry> compared) {
    double k = factor.applyAsDouble(comparison.question());
    boolean[] fits = {k != 1.0};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> {
          if (compared.test(entry)) {
            fits[0] &= isScaled(comparison.allowance(entry), k, expected, actual);
          }
        });
    return fits[0];
  }

  /** Whether a cost that is given is scaled by the factor, too. */
  boolean fitsCost(CaseComparison comparison) {
    double k = factor.applyAsDouble(comparison.question());
    boolean[] fits = {true};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> {
          if (entry.isCost()) {
            fits[0] = isScaled(comparison.allowance(entry), k, expected, actual);
          }
        });
    return fits[0];
  }

  /**
   * Two more roundings are for the multiplication by the factor, there and here; what follows from
   * updated weights is as uncertain however small it is.
   */
  private static boolean isScaled(Allowance allowance, double k, double expected, double actual) {
    double scaled = k * expected;
    double rounding = 2.0 * Precision.DOUBLE.rounding(2, StrictMath.abs(scaled));
    double most = 2.0 * StrictMath.max(1.0, StrictMath.abs(k)) * allowance.bound() + rounding;
    return StrictMath.abs(actual - scaled) <= most;
  }
}
