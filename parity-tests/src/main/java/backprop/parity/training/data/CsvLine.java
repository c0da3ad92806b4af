package backprop.parity.training.data;

import backprop.parity.io.DecimalNotation;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * One line of a CSV, taken apart.
 *
 * @param file for messages
 * @param number of the line, from 1
 * @param fields without the spaces and quotation marks around them
 */
record CsvLine(Path file, long number, List<String> fields) {
  /** How programs write that there is no number. */
  private static final Set<String> NOT_KNOWN = Set.of("na", "n/a", "nan", "null", "none", "?", "-");

  private static final String MISSING = " (a row without a number has to go)";

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
      OptionalDouble number = find(i);
      if (number.isEmpty()) {
        String found = found(i);
        throw invalid("%s: expected a number%s".formatted(column(i, names), found));
      }
      numbers[i - from] = number.getAsDouble();
    }
    return numbers;
  }

  /** What is in the way of a number, as the end of a sentence. */
  String found(int column) {
    String field = fields.get(column);
    if (field.isEmpty()) {
      return ", found nothing" + MISSING;
    }
    String decimalComma = field.matches("[+-]?\\d+,\\d+") ? " (with a point: 5.1 and not 5,1)" : "";
    String missing = NOT_KNOWN.contains(field.toLowerCase(Locale.ROOT)) ? MISSING : "";
    return "%s, found \"%s\"%s".formatted(decimalComma, Printable.part(field), missing);
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
