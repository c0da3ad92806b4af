package backprop.parity.golden;

import backprop.loops.Activation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/**
 * Arguments of the functions with the bits of their results, for people who write fdlibm's functions
 * in another language.
 *
 * <p>exp, log and tanh are those of {@link StrictMath}, the sigmoid and its derivative the twins'.
 */
final class FunctionVectors {
  static final String FORMAT = "backprop-functions-1";

  /** A function under the name that the files use. */
  enum Function {
    EXP("exp", StrictMath::exp),
    LOG("log", StrictMath::log),
    TANH("tanh", StrictMath::tanh),
    SIGMOID("sigmoid", Activation.SIGMOID::value),
    SIGMOID_DERIVATIVE("sigmoid-derivative", Activation.SIGMOID::derivative);

    private final String spelling;
    private final DoubleUnaryOperator operator;

    Function(String spelling, DoubleUnaryOperator operator) {
      this.spelling = spelling;
      this.operator = operator;
    }

    String spelling() {
      return spelling;
    }

    double of(double argument) {
      return operator.applyAsDouble(argument);
    }
  }

  private FunctionVectors() {}

  /** One line of JSON for each function and group of arguments. */
  static String json() {
    StringBuilder lines = new StringBuilder();
    for (Function function : Function.values()) {
      FunctionArguments.of(function)
          .forEach((group, arguments) -> lines.append(line(function, group, arguments)));
    }
    return lines.toString();
  }

  private static String line(Function function, String group, List<Double> arguments) {
    return "{\"format\":\"%s\",\"function\":\"%s\",\"arguments\":\"%s\",\"vectors\":[%s]}\n"
        .formatted(
            FORMAT,
            function.spelling(),
            group,
            arguments.stream()
                .map(
                    argument ->
                        "[\"%s\",\"%s\"]".formatted(bits(argument), bits(function.of(argument))))
                .collect(Collectors.joining(",")));
  }

  /** The same as words: the function, the bits of its argument, the bits of the result. */
  static String plain() {
    List<String> lines = new ArrayList<>();
    for (Function function : Function.values()) {
      for (List<Double> arguments : FunctionArguments.of(function).values()) {
        for (double argument : arguments) {
          lines.add(
              "%s %s %s\n"
                  .formatted(function.spelling(), bits(argument), bits(function.of(argument))));
        }
      }
    }
    return String.join("", lines);
  }

  private static String bits(double value) {
    return "%016x".formatted(Double.doubleToLongBits(value));
  }
}
