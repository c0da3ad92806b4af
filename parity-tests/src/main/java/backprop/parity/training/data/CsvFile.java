package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
  /** A field without an end must not take all memory, and it is copied while it grows. */
  private static final int TEXT_PART_OF_ROOM = 3;

  private final Path file;
  private final DataOptions options;
  private final MemoryBudget room;
  private final List<double[]> inputs = new ArrayList<>();
  private final List<double[]> targets = new ArrayList<>();
  private final IntStream.Builder lines = IntStream.builder();
  private final ClassLabels labels;
  private List<String> names = List.of();
  private int columns;
  private int inputColumns;

  CsvFile(Path file, DataOptions options, MemoryBudget room) {
    this.file = file;
    this.options = options;
    this.room = room;
    this.labels = new ClassLabels(options.classes());
  }

  /**
   * All samples of the file.
   *
   * @param bytes of the file, to be closed by the caller
   * @throws InvalidInput if it is not such a file
   */
  DataSet read(DataBytes bytes) {
    bytes.limitToMemory(room.bytes() / TEXT_PART_OF_ROOM);
    CsvText text = CsvText.open(file, bytes, options.separator());
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
    int behindInputs = options.targets().orElse(1);
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
    inputs.add(line.numbers(0, inputColumns, names));
    if (options.targets().isPresent()) {
      targets.add(line.numbers(inputColumns, columns, names));
    } else {
      labels.add(line, CsvLine.column(inputColumns, names));
    }
    lines.add((int) line.number());
    room.require(file, inputs.size(), columns);
  }

  private DataSet dataSet() {
    if (inputs.isEmpty()) {
      throw new InvalidInput(file + ": expected lines of numbers, found only names of columns.");
    }
    double[][] rows = inputs.toArray(double[][]::new);
    String name = Printable.part(file.getFileName().toString());
    boolean measured = options.targets().isPresent();
    double[][] outputs = measured ? targets.toArray(double[][]::new) : labels.targets();
    List<String> classes = measured ? List.of() : labels.classes();
    return new DataSet(name, rows, outputs, classes, Optional.empty())
        .withColumns(columnNames())
        .withPlaces(SamplePlaces.numbered("line", "", lines.build().toArray()));
  }

  private ColumnNames columnNames() {
    if (names.isEmpty()) {
      return ColumnNames.NONE;
    }
    List<String> printable = names.stream().map(Printable::part).toList();
    return new ColumnNames(
        printable.subList(0, inputColumns), printable.subList(inputColumns, columns));
  }
}
