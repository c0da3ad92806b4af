package backprop.parity.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Result;
import backprop.parity.sources.ExactArithmetic;
import backprop.parity.sources.ExactResult;
import backprop.parity.sources.ExactSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.verdict.RandomNetworks.Temper;
import backprop.parity.verdict.enclosure.Enclosure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The page on accuracy says what is measured here. {@code -DwritePages=true} writes it anew.
 */
class AccuracyPageTest {
  private static final Path PAGE = Path.of("ACCURACY.md");
  private static final int NETWORKS = 72;

  /** One of each output, cost and reduction. */
  private static final int ENCLOSED = 36;

  @Test
  void thePageShowsWhatIsMeasured() throws IOException {
    String page = page();
    if (Boolean.getBoolean("writePages")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # How accurate the twins are, and how tight the bound is

            Measured against the same gradients in 80-digit arithmetic, on %d random networks of each
            kind: 1 to 5 layers, every activation, cost and reduction. Both twins have the same bits,
            so they share these numbers. This page is written by `AccuracyPageTest`, which fails when
            it is out of date.

            ## Error of the loops, in units of the bound

            The bound is how far a right program in double precision can be from the exact number. No
            right program may exceed 1; the smaller the number, the more room the bound leaves.
            Rounding errors mostly cancel one another, so what happens is far less than what can.

            | networks | numbers | 1 %% below | median | 99 %% below | largest |
            |---|---|---|---|---|---|
            """
                .formatted(NETWORKS));
    for (Temper temper : Temper.values()) {
      page.append(row(temper.name().toLowerCase(Locale.ROOT), boundRatios(temper), "%.3g"));
    }
    page.append(
        """

        ## What rounding can do at most, in units of the bound

        The second truth for the bound: interval arithmetic, rounded outward, puts around every number
        an enclosure of what all programs can give whose operations are right to half a unit in the
        last place and whose exp, log and tanh are as right as Java promises (1, 1 and 2.5 units),
        which add in any order and take f′ from z or from a. The farther end of it is never more than
        one bound from the exact number, also where errors are as large as the numbers:
        `EnclosureTest` requires that of the golden suite, the stress suite and random networks.

        | networks | numbers | 1 % below | median | 99 % below | largest |
        |---|---|---|---|---|---|
        """);
    for (Temper temper : Temper.values()) {
      page.append(row(temper.name().toLowerCase(Locale.ROOT), reaches(temper), "%.3g"));
    }
    page.append(
        """

        ## Distance of the gradients from the truth, in units of the last place

        Where terms cancel, many units are nobody's fault: the bound knows.

        | networks | gradients | 1 % below | median | 99 % below | largest |
        |---|---|---|---|---|---|
        """);
    // Where units saturate, a gradient is the difference of almost nothing and nothing.
    for (Temper temper : List.of(Temper.MILD, Temper.CANCELLING, Temper.UNEVEN)) {
      page.append(row(temper.name().toLowerCase(Locale.ROOT), units(temper), "%.3g"));
    }
    return page.toString();
  }

  private static List<Double> boundRatios(Temper temper) {
    List<Double> ratios = new ArrayList<>();
    for (int number = 0; number < NETWORKS; number++) {
      Case question = RandomNetworks.random(number, temper);
      ErrorBound bound = new ErrorBound(question, Precision.DOUBLE);
      Result loops = new LoopsSource().answer(question);
      ExactResult exact = new ExactSource().exactAnswer(question);
      for (Entry entry : Entries.of(loops)) {
        double largest = Entries.estimate(entry, bound).error();
        if (largest > 0.0 && Double.isFinite(largest)) {
          double error =
              ExactArithmetic.rounded(
                  ExactArithmetic.exactly(entry.in(loops))
                      .subtract(Entries.exact(entry, exact))
                      .abs());
          ratios.add(error / largest);
        }
      }
    }
    return ratios;
  }

  private static List<Double> reaches(Temper temper) {
    List<Double> reaches = new ArrayList<>();
    for (int number = 0; number < ENCLOSED; number++) {
      Case question = RandomNetworks.random(number, temper);
      ErrorBound bound = new ErrorBound(question, Precision.DOUBLE);
      Enclosure exact = Enclosure.exact(question);
      Enclosure enclosure = Enclosure.inDouble(question);
      for (Entry entry : Entries.of(new LoopsSource().answer(question))) {
        double largest = Entries.estimate(entry, bound).error();
        if (largest > 0.0 && Double.isFinite(largest)) {
          BigDecimal reach = enclosure.at(entry).reachFrom(exact.at(entry));
          reaches.add(reach.doubleValue() / largest);
        }
      }
    }
    return reaches;
  }

  private static List<Double> units(Temper temper) {
    UlpDistance distance = new UlpDistance(new LoopsSource());
    for (int number = 0; number < NETWORKS; number++) {
      distance.measure(RandomNetworks.random(number, temper));
    }
    return distance.all();
  }

  private static String row(String name, List<Double> numbers, String format) {
    List<Double> sorted = new ArrayList<>(numbers);
    Collections.sort(sorted);
    return "| %s | %d | %s | %s | %s | %s |\n"
        .formatted(
            name,
            sorted.size(),
            text(format, sorted.get(sorted.size() / 100)),
            text(format, sorted.get(sorted.size() / 2)),
            text(format, sorted.get(sorted.size() - 1 - sorted.size() / 100)),
            text(format, sorted.get(sorted.size() - 1)));
  }

  private static String text(String format, double number) {
    return Double.isInfinite(number) ? "∞" : String.format(Locale.ROOT, format, number);
  }
}
