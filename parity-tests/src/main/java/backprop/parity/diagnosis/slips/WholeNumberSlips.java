package backprop.parity.diagnosis.slips;

import backprop.parity.terms.Expansion;
import backprop.parity.terms.Operation;
import backprop.parity.terms.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** What becomes of a number if something on the way to it is cut to a whole number. */
final class WholeNumberSlips {
  /** Towards zero as a Java int and Perl's int do it, downwards as Python's // does. */
  private static final List<DoubleUnaryOperator> CUTS =
      List.of(
          value -> value < 0.0 ? StrictMath.ceil(value) : StrictMath.floor(value),
          StrictMath::floor);

  private WholeNumberSlips() {}

  /** The likeliest first. */
  static List<Slip> of(Expansion right) {
    List<Slip> slips = new ArrayList<>();
    String nothing =
        "the right number cut to a whole number, or none: is something divided as integers, or is"
            + " there no return?";
    slips.add(new Slip(0.0, nothing));
    for (DoubleUnaryOperator cut : CUTS) {
      if (!right.terms().isEmpty()) {
        slips.add(
            new Slip(
                after(sumCutEachTime(right.terms(), cut), right),
                "the number with its sum cut to a whole number: are there integers in it?"));
        slips.add(
            new Slip(
                after(cutTerms(right.terms(), cut), right),
                "the number with each term cut to a whole number: are there integers in it?"));
      }
      slips.add(
          new Slip(
              cut.applyAsDouble(right.value()),
              "the right number cut to a whole number: is something divided as integers?"));
    }
    return slips;
  }

  /** Whether a sum that is an integer stays 0 from beginning to end. */
  static boolean stayZero(List<Term> terms) {
    return sumCutEachTime(terms, CUTS.get(0)) == 0.0;
  }

  private static double sumCutEachTime(List<Term> terms, DoubleUnaryOperator cut) {
    double sum = 0.0;
    for (Term term : terms) {
      sum = cut.applyAsDouble(sum + term.product());
    }
    return sum;
  }

  private static double cutTerms(List<Term> terms, DoubleUnaryOperator cut) {
    return terms.stream().mapToDouble(term -> cut.applyAsDouble(term.product())).sum();
  }

  private static double after(double sum, Expansion right) {
    double value = sum;
    for (Operation operation : right.operations()) {
      value = operation.apply(value);
    }
    return value;
  }
}
