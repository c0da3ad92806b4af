package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The lines of a CSV in UTF-8, one after the other, without the empty ones. */
final class CsvText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LONGEST_FIRST_LINE = 1 << 20;

  private final Path file;
  private final LineLimit limit;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long line;

  /**
   * Starts to read.
   *
   * @param file for messages
   * @throws IOException if the bytes cannot be read
   */
  CsvText(Path file, InputStream bytes) throws IOException {
    this.file = file;
    limit = new LineLimit(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    Reader text = new BufferedReader(limit);
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separatorIn(firstLine(text)))
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();
    parser = CSVParser.parse(text, format);
    records = parser.iterator();
  }

  /** The next line that is not empty, if there is one. */
  Optional<CsvLine> next() throws IOException {
    try {
      while (records.hasNext()) {
        CSVRecord record = records.next();
        limit.beginLine();
        line = parser.getCurrentLineNumber();
        if (record.size() > 1 || !record.get(0).isEmpty()) {
          CsvLine next = new CsvLine(file, line, record.toList());
          next.requireText();
          return Optional.of(next);
        }
      }
      return Optional.empty();
    } catch (UncheckedIOException problem) {
      if (problem.getCause() instanceof LineLimit.TooLong) {
        String sentence = "%s:%d: expected at most %d characters on a line, found more.";
        throw new InvalidInput(sentence.formatted(file, line + 1, LineLimit.LONGEST));
      }
      if (!(problem.getCause() instanceof CSVException)) {
        throw problem.getCause();
      }
      String sentence =
          "%s:%d: expected a quotation mark to close before the field ends, found none or text"
              + " behind it.";
      throw new InvalidInput(sentence.formatted(file, line + 1));
    }
  }

  /** The first line with anything on it, which stays to be read; a byte order mark does not. */
  private static String firstLine(Reader text) throws IOException {
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    text.mark(LONGEST_FIRST_LINE);
    StringBuilder line = new StringBuilder();
    boolean blank = true;
    for (int count = 1; count < LONGEST_FIRST_LINE; count++) {
      int next = text.read();
      boolean ends = next == '\n' || next == '\r';
      if (next < 0 || ends && !blank) {
        break;
      }
      blank &= Character.isWhitespace(next);
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
}
