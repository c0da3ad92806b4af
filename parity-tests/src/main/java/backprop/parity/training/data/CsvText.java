package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a CSV in UTF-8, one after the other, without the empty ones. */
final class CsvText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final char NO_UTF_8 = '\uFFFD';
  private static final int LONGEST_FIRST_LINE = 1 << 20;

  private final Path file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long line;

  private CsvText(Path file, CSVParser parser) {
    this.file = file;
    this.parser = parser;
    this.records = parser.iterator();
  }

  /**
   * Starts to read a file.
   *
   * @param bytes of the file, to be closed by the caller
   * @param separator between the fields; without it, the first line's
   * @throws InvalidInput if it cannot be read
   */
  static CsvText open(Path file, DataBytes bytes, Optional<Character> separator) {
    if (bytes.startsLikeUtf16()) {
      throw new InvalidInput(file + ": expected text in UTF-8, found UTF-16.");
    }
    try {
      Reader text = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      String firstLine = firstLine(text);
      if (firstLine.chars().anyMatch(CsvText::isNoText)) {
        throw noText(file, 1 + firstLine.chars().filter(next -> next == '\n').count());
      }
      char delimiter = separator.orElse(separatorIn(firstLine));
      CSVFormat format =
          CSVFormat.DEFAULT
              .builder()
              .setDelimiter(delimiter)
              .setIgnoreSurroundingSpaces(true)
              .setTrim(true)
              .get();
      return new CsvText(file, CSVParser.parse(text, format));
    } catch (IOException problem) {
      throw unreadable(file, 0);
    }
  }

  /** The next line that is not empty, if there is one. */
  Optional<CsvLine> next() {
    try {
      while (records.hasNext()) {
        CSVRecord record = records.next();
        line = parser.getCurrentLineNumber();
        boolean blank = record.size() == 1 && record.get(0).isEmpty();
        if (!blank) {
          requireText(record);
          return Optional.of(new CsvLine(file, line, record.toList()));
        }
      }
      return Optional.empty();
    } catch (UncheckedIOException problem) {
      throw unreadable(file, line);
    }
  }

  private void requireText(CSVRecord record) {
    for (String field : record) {
      if (field.chars().anyMatch(CsvText::isNoText)) {
        throw noText(file, line);
      }
    }
  }

  private static InvalidInput noText(Path file, long line) {
    String sentence = "%s:%d: expected text in UTF-8, found other bytes.";
    return new InvalidInput(sentence.formatted(file, line));
  }

  /** What bytes are read as that are none in UTF-8, and what no editor writes. */
  private static boolean isNoText(int character) {
    return character == NO_UTF_8 || character == 0;
  }

  /** The first line with anything on it, which stays to be read; a byte order mark does not. */
  private static String firstLine(Reader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    text.mark(LONGEST_FIRST_LINE);
    StringBuilder line = new StringBuilder();
    for (int count = 1; count < LONGEST_FIRST_LINE; count++) {
      int next = text.read();
      boolean ends = next < 0 || next == '\n' || next == '\r';
      if (next < 0 || ends && !line.toString().isBlank()) {
        break;
      }
      line.append((char) next);
    }
    text.reset();
    return line.toString();
  }

  /** A tab or a semicolon separates even where commas are part of the numbers. */
  private static char separatorIn(String line) {
    String unquoted = line.replaceAll("\"[^\"]*\"", "");
    if (unquoted.indexOf('\t') >= 0) {
      return '\t';
    }
    return unquoted.indexOf(';') >= 0 ? ';' : ',';
  }

  /** Whatever goes wrong after the last line that was understood. */
  private static InvalidInput unreadable(Path file, long line) {
    String sentence =
        "%s:%d: expected a quotation mark to close before the field ends, found none or text"
            + " behind it.";
    return new InvalidInput(sentence.formatted(file, line + 1));
  }
}
