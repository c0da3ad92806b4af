package backprop.parity.golden;

import backprop.parity.io.JsonWriter;
import backprop.parity.io.PlainWriter;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.verdict.Agreement;
import backprop.parity.verdict.Allowance;
import backprop.parity.verdict.Precision;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * One vector of the suite: the case, every step's right answer, and how far a right program may be
 * from it.
 *
 * <p>So anybody who copies the file can compare without the oracle and without choosing a tolerance:
 * |answer - expected| ≤ allowed, entry by entry. Where "bits" is true, equality is demanded.
 */
record GoldenVector(Case question) {
  static final String FORMAT = "backprop-golden-1";

  /** How a line starts, whatever it is about. */
  static final String BEGINNING = "{\"format\":\"%s\"".formatted(FORMAT);

  private static final double LARGEST_RATIO = 2.0;

  /** The line in JSON, without a line break. */
  String line() {
    JsonWriter writer = new JsonWriter(false);
    Result expected = expected();
    return "%s,\"bits\":%s,\"case\":%s,\"expected\":%s,\"allowed\":%s}"
        .formatted(
            BEGINNING,
            RevealFlag.EXACT.holds(question),
            writer.write(question),
            writer.write(expected, question.weightLayout(), true),
            writer.write(allowed(expected), question.weightLayout(), true));
  }

  /** The same for languages without JSON: the case, its gradients, and what is allowed. */
  List<String> plainLines() {
    Result expected = expected();
    return List.of(
        PlainWriter.write(question),
        PlainWriter.write(question, expected),
        PlainWriter.write("allowed", question, allowed(expected)));
  }

  private Result expected() {
    return new LoopsSource().answer(question);
  }

  private Result allowed(Result expected) {
    Agreement agreement = new Agreement(question, Precision.DOUBLE);
    Result.Builder result = Result.to(question).cost(difference(agreement.cost()));
    for (int l = 1; l <= expected.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        int number = l;
        expected
            .values(quantity, l)
            .ifPresent(
                values ->
                    result.put(quantity, number, allowed(agreement, quantity, number, values)));
      }
    }
    return result.build();
  }

  private double[][] allowed(Agreement agreement, Quantity quantity, int l, double[][] values) {
    double[][] allowed = new double[values.length][values[0].length];
    for (int j = 0; j < values.length; j++) {
      for (int second = 0; second < values[0].length; second++) {
        allowed[j][second] = difference(agreement.entry(quantity, l, j, second));
      }
    }
    return allowed;
  }

  /** Two digits are enough for a bound; rounded up, so that it stays one. */
  private double difference(Allowance allowance) {
    double largest = LARGEST_RATIO * allowance.bound();
    if (largest == 0.0) {
      return 0.0;
    }
    return new BigDecimal(largest).round(new MathContext(2, RoundingMode.UP)).doubleValue();
  }
}
