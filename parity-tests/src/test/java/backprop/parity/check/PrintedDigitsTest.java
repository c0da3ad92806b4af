package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.FaultPattern;
import backprop.parity.diagnosis.PrintedDigits;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A right program that prints its numbers short is told so, and nothing about its mathematics. */
class PrintedDigitsTest {
  private static final Set<Quantity> GRADIENTS =
      Set.of(Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS);

  @ParameterizedTest
  @CsvSource({
    "%.5e, 6, false", // as %g of C prints, and cout of C++
    "%.9e, 10, false",
    "%.14e, 15, false",
    "%.6f, 6, true",
    "%.16f, 16, true"
  })
  void aFormatIsRecognised(String format, int digits, boolean behindThePoint) {
    FaultPattern expected = new PrintedDigits(digits, behindThePoint).pattern();
    Verdict verdict = verdict(number -> printed(format, number));
    assertThat(verdict.pattern()).contains(expected.text());
    assertThat(verdict.note()).isEqualTo(expected.note());
    assertThat(verdict.rightIn()).isEmpty();
  }

  @Test
  void aWrongNumberIsNotOnlyPrintedShort() {
    Verdict verdict = verdict(number -> printed("%.5e", 1.001 * number));
    assertThat(verdict.pattern())
        .hasValueSatisfying(text -> assertThat(text).doesNotContain("short"));
  }

  private static double printed(String format, double number) {
    return Double.parseDouble(String.format(Locale.ROOT, format, number));
  }

  private static Verdict verdict(DoubleUnaryOperator printing) {
    GradientCheck check = new GradientCheck(Precision.DOUBLE);
    for (Case question : DefaultSuite.cases()) {
      Result right = new LoopsSource().answer(question);
      Result.Builder printed = Result.to(question);
      for (int l = 1; l <= right.depth(); l++) {
        for (Quantity quantity : GRADIENTS) {
          int layer = l;
          right
              .values(quantity, l)
              .ifPresent(rows -> printed.put(quantity, layer, printed(rows, printing)));
        }
      }
      check.add(question, printed.cost(printing.applyAsDouble(right.cost().orElseThrow())).build());
    }
    return check.verdict();
  }

  private static double[][] printed(double[][] rows, DoubleUnaryOperator printing) {
    for (double[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = printing.applyAsDouble(row[i]);
      }
    }
    return rows;
  }
}
