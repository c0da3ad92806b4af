package backprop.parity.training.data;

import backprop.parity.io.DecimalNotation;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One line of a CSV, taken apart.
 *
 * @param file for messages
 * @param number of the line, from 1
 * @param fields without the spaces and quotation marks around them
 */
record CsvLine(Path file, long number, List<String> fields) {
  /** How programs write that there is no number. */
  private static final String NOT_KNOWN = "(?i)|na|n/a|nan|null|none|\\?|-";

  /** Refuses what bytes are read as that are none in UTF-8, and what no editor writes. */
  void requireText() {
    if (fields.stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0 || field.indexOf(0) >= 0)) {
      throw invalid("expected text in UTF-8, found other bytes");
    }
  }

  /** The number that a field holds, if it is a finite one. */
  OptionalDouble find(int column) {
    String field = fields.get(column);
    if (!DecimalNotation.holds(field)) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(field);
    return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
  }

  /**
   * The numbers of neighbouring columns.
   *
   * @param names of all columns, or empty
   * @throws InvalidInput if a field is not a finite number
   */
  double[] numbers(int from, int to, List<String> names) {
    double[] numbers = new double[to - from];
    for (int i = from; i < to; i++) {
      String column = column(i, names);
      String found = found(i);
      numbers[i - from] =
          find(i).orElseThrow(() -> invalid("%s: expected a number%s".formatted(column, found)));
    }
    return numbers;
  }

  /** What is in the way of a number, as the end of a sentence. */
  String found(int column) {
    String field = fields.get(column);
    String decimalComma = field.matches("[+-]?\\d+,\\d+") ? " (with a point: 5.1 and not 5,1)" : "";
    String shown = field.isEmpty() ? "nothing" : "\"" + Printable.part(field) + "\"";
    String missing = field.matches(NOT_KNOWN) ? " (a row without a number has to go)" : "";
    return "%s, found %s%s".formatted(decimalComma, shown, missing);
  }

  /** A column for messages: counted from 1, with its name if it has one. */
  static String column(int column, List<String> names) {
    String number = "column " + (column + 1);
    boolean named = column < names.size() && !names.get(column).isEmpty();
    return named ? "%s (%s)".formatted(number, Printable.part(names.get(column))) : number;
  }

  /** A problem of this line. */
  InvalidInput invalid(String problem) {
    return new InvalidInput("%s:%d: %s.".formatted(file, number, problem));
  }
}
