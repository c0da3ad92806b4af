package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A file in the IDX format of MNIST, gzipped or not, read once from its beginning to its end.
 *
 * <p>Source: the description of the format beside the MNIST database, Y. LeCun, C. Cortes and C. J.
 * C. Burges.
 */
final class IdxFile implements AutoCloseable {
  private final Path file;
  private final DataBytes bytes;
  private final IdxHeader header;

  private IdxFile(Path file, DataBytes bytes, IdxHeader header) {
    this.file = file;
    this.bytes = bytes;
    this.header = header;
  }

  /**
   * Reads the header.
   *
   * @param most bytes that the file may have, counted after unpacking
   * @throws InvalidInput if it cannot be read, or announces something else
   */
  static IdxFile open(Path file, IdxContent expected, long most) {
    DataBytes bytes = DataBytes.open(file, most);
    try {
      return new IdxFile(file, bytes, IdxHeader.read(file, bytes, expected));
    } catch (InvalidInput problem) {
      bytes.close();
      throw problem;
    }
  }

  /** What the file promises. */
  IdxHeader header() {
    return header;
  }

  /** Where it is. */
  Path path() {
    return file;
  }

  /**
   * The inputs of all samples; grey levels go from 0 to 1.
   *
   * @param room that they may take
   * @return samples × inputs
   * @throws InvalidInput if there is too much or too little, or a number that is not finite
   */
  double[][] inputs(MemoryBudget room) {
    int width = (int) header.width();
    room.require(file, header.samples(), width);
    // A list grows with what is there: a header may promise more than its file holds.
    List<double[]> rows = new ArrayList<>();
    for (int s = 0; s < header.samples(); s++) {
      ByteBuffer sample = next(width);
      double[] row = new double[width];
      for (int i = 0; i < width; i++) {
        row[i] = header.type().nextInput(sample);
        requireFinite(row[i], s, i);
      }
      rows.add(row);
    }
    requireEnd();
    return rows.toArray(double[][]::new);
  }

  /**
   * The labels of all samples.
   *
   * @param classes one more than the largest label that may occur
   * @throws InvalidInput if there is too much or too little, or another number among them
   */
  int[] labels(int classes) {
    List<Integer> labels = new ArrayList<>();
    for (int s = 0; s < header.samples(); s++) {
      double label = header.type().next(next(1));
      boolean among = label >= 0.0 && label < classes && label == StrictMath.rint(label);
      if (!among) {
        String sentence =
            "%s: label %d of %d: expected 0 to %d, found %s (--classes tells how many).";
        String found =
            label == StrictMath.rint(label) ? "%.0f".formatted(label) : String.valueOf(label);
        throw new InvalidInput(
            sentence.formatted(file, s + 1, header.samples(), classes - 1, found));
      }
      labels.add((int) label);
    }
    requireEnd();
    return labels.stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public void close() {
    bytes.close();
  }

  private ByteBuffer next(int numbers) {
    byte[] block = bytes.readNBytes(numbers * header.type().bytes());
    if (block.length < numbers * header.type().bytes()) {
      throw wrongSize("only " + bytes.count());
    }
    return ByteBuffer.wrap(block);
  }

  private void requireEnd() {
    if (bytes.read() >= 0) {
      throw wrongSize("more");
    }
  }

  private InvalidInput wrongSize(String found) {
    String sentence = "%s: expected %d bytes for %s, found %s.";
    String sizes = header.sizesText();
    return new InvalidInput(sentence.formatted(file, header.fileBytes(), sizes, found));
  }

  private void requireFinite(double number, int sample, int i) {
    if (!Double.isFinite(number)) {
      String sentence =
          "%s: input %d of sample %d: expected a finite number, found %s (the type is %s).";
      String type = header.type().name().toLowerCase(Locale.ROOT);
      throw new InvalidInput(sentence.formatted(file, i + 1, sample + 1, number, type));
    }
  }
}
