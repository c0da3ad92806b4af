package backprop.parity.golden;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.golden.FunctionVectors.Function;
import backprop.parity.sources.ExactArithmetic;
import backprop.parity.verdict.UlpDistance;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.math3.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vectors are true, hard, and the same in both forms. */
class FunctionVectorsTest {
  private static final Pattern PAIR = Pattern.compile("\\[\"([0-9a-f]{16})\",\"([0-9a-f]{16})\"]");

  @Test
  void bothFormsHoldTheSame() {
    Stream<String> fromJson =
        FunctionVectors.json()
            .lines()
            .flatMap(
                line -> {
                  String name = line.replaceAll(".*\"function\":\"([a-z-]+)\".*", "$1");
                  return PAIR.matcher(line)
                      .results()
                      .map(pair -> "%s %s %s".formatted(name, pair.group(1), pair.group(2)));
                });
    assertThat(fromJson).containsExactlyElementsOf(FunctionVectors.plain().lines().toList());
  }

  /** A library that rounds every result to the nearest double fails on some of them. */
  @ParameterizedTest
  @EnumSource
  void someResultsAreNotTheNearestDoubleButAllAreClose(Function function) {
    Map<String, List<Double>> groups = FunctionArguments.of(function);
    List<Double> distances =
        groups.get("random").stream()
            .filter(argument -> argument > -50.0 && argument < 50.0)
            .map(argument -> UlpDistance.of(function.of(argument), exact(function, argument)))
            .toList();
    assertThat(distances).hasSizeGreaterThan(100).allMatch(distance -> distance < 3.0);
    assertThat(distances).filteredOn(distance -> distance > 0.5).hasSizeGreaterThan(3);
  }

  private static Dfp exact(Function function, double argument) {
    Dfp x = ExactArithmetic.exactly(argument);
    Dfp one = x.getOne();
    Dfp sigmoid = one.divide(one.add(x.negate().exp()));
    return switch (function) {
      case EXP -> x.exp();
      case LOG -> x.log();
      case TANH -> one.subtract(one.multiply(2).divide(one.add(x.multiply(2).exp())));
      case SIGMOID -> sigmoid;
      case SIGMOID_DERIVATIVE -> sigmoid.multiply(one.subtract(sigmoid));
    };
  }
}
