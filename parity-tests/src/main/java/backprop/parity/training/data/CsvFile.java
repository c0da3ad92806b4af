package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Numbers in columns, a sample per line; the last column is the label, or the last {@code --targets}
 * columns are numbers to predict.
 *
 * <p>The text is UTF-8. The separator is a tab if the first line has one, else a semicolon if it has
 * one, else a comma. The first line holds the names of the columns if none of its inputs is a
 * number. Fields may be quoted; empty lines are left out. Every other line must have as many fields
 * as the first.
 *
 * @see ClassLabels what becomes of the labels
 */
final class CsvFile {
  private final Path file;
  private final OptionalInt numbersToPredict;
  private final List<double[]> inputs = new ArrayList<>();
  private final List<double[]> targets = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();
  private final ClassLabels labels = new ClassLabels();
  private List<String> names = List.of();
  private int columns;
  private int inputColumns;

  /**
   * @param numbersToPredict how many of the last columns are some; without it the last is a label
   */
  CsvFile(Path file, OptionalInt numbersToPredict) {
    this.file = file;
    this.numbersToPredict = numbersToPredict;
  }

  /**
   * All samples of the file.
   *
   * @throws IOException if the bytes cannot be read
   * @throws InvalidInput if it is not such a file
   */
  DataSet read(InputStream bytes) throws IOException {
    CsvText text = new CsvText(file, bytes);
    Optional<CsvLine> first = text.next();
    if (first.isEmpty()) {
      throw new InvalidInput(file + ": expected lines of numbers, found nothing at all.");
    }
    measure(first.get());
    if (isHeader(first.get())) {
      names = first.get().fields();
    } else {
      add(first.get());
    }
    for (Optional<CsvLine> next = text.next(); next.isPresent(); next = text.next()) {
      add(next.get());
    }
    return dataSet();
  }

  private void measure(CsvLine first) {
    int behindInputs = numbersToPredict.orElse(1);
    columns = first.fields().size();
    inputColumns = columns - behindInputs;
    if (inputColumns < 1) {
      String sentence = "expected at least %d columns, one of them an input, found %d%s";
      String hint = columns == 1 ? " (separated by commas, semicolons or tabs)" : "";
      throw first.invalid(sentence.formatted(behindInputs + 1, columns, hint));
    }
  }

  /** Names have no numbers among them; a number that is misspelled does. */
  private boolean isHeader(CsvLine first) {
    int text = 0;
    int firstText = 0;
    for (int i = inputColumns - 1; i >= 0; i--) {
      if (first.find(i).isEmpty()) {
        text++;
        firstText = i;
      }
    }
    if (text > 0 && text < inputColumns) {
      String sentence = "%s: expected a number, or only names on this line%s";
      String column = CsvLine.column(firstText, List.of());
      throw first.invalid(sentence.formatted(column, first.found(firstText)));
    }
    return text > 0;
  }

  private void add(CsvLine line) {
    int found = line.fields().size();
    if (found != columns) {
      String sentence = "expected %d columns as on the first line, found %d";
      throw line.invalid(sentence.formatted(columns, found));
    }
    if (!Memory.holds(lines.size() + 1, columns)) {
      throw line.invalid(Memory.expected() + ", found more");
    }
    inputs.add(line.numbers(0, inputColumns, names));
    if (numbersToPredict.isPresent()) {
      targets.add(line.numbers(inputColumns, columns, names));
    } else {
      labels.add(line, CsvLine.column(inputColumns, names));
    }
    lines.add(line.number());
  }

  private DataSet dataSet() {
    if (inputs.isEmpty()) {
      throw new InvalidInput(file + ": expected lines of numbers, found only names of columns.");
    }
    double[][] rows = inputs.toArray(double[][]::new);
    String name = Printable.part(file.getFileName().toString());
    boolean measured = numbersToPredict.isPresent();
    double[][] outputs = measured ? targets.toArray(double[][]::new) : labels.targets();
    List<String> classes = measured ? List.of() : labels.classes();
    List<String> shown = names.stream().map(Printable::part).toList();
    int named = StrictMath.min(inputColumns, shown.size());
    return new DataSet(name, rows, outputs, classes, Optional.empty())
        .withColumns(new ColumnNames(shown.subList(0, named), shown.subList(named, shown.size())))
        .withPlaces(s -> "line " + lines.get(s));
  }
}
