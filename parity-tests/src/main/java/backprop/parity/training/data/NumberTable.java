package backprop.parity.training.data;

import backprop.parity.io.Resources;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads an embedded file of numbers between commas. */
final class NumberTable {
  private NumberTable() {}

  /** Every line that starts with a digit; so not the headings. */
  static List<double[]> read(String fileName) {
    InputStream file = Resources.bytes(NumberTable.class, fileName);
    try (InputStream plain = fileName.endsWith(".gz") ? new GZIPInputStream(file) : file;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
          .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the embedded " + fileName, unreadable);
    }
  }
}
