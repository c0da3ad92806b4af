package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The IDX format as MNIST uses it, gzipped or not: a magic number that says how many sizes follow,
 * four bytes each, the number of samples first; then a byte per pixel or label.
 *
 * <p>Source: the description of the format beside the MNIST database, Y. LeCun, C. Cortes and C. J.
 * C. Burges.
 */
final class IdxFile {
  private static final int PICTURES = 0x00000803;
  private static final int LABELS = 0x00000801;
  private static final double WHITE = 255.0;

  private IdxFile() {}

  /** The inputs of all samples, grey levels from 0 to 1, and how they lie in a picture. */
  record Pictures(double[][] inputs, PictureSize size) {}

  /**
   * Reads pictures.
   *
   * @throws InvalidInput if the file holds something else, too little or too much
   */
  static Pictures pictures(Path file) {
    return DataFile.open(
        file,
        bytes -> {
          int[] sizes = sizes(file, bytes, PICTURES);
          double[][] inputs =
              samples(file, bytes, sizes).stream()
                  .map(IdxFile::greyLevels)
                  .toArray(double[][]::new);
          return new Pictures(inputs, new PictureSize(sizes[2], sizes[1]));
        });
  }

  /**
   * Reads labels, one per sample.
   *
   * @throws InvalidInput if the file holds something else, too little or too much
   */
  static int[] labels(Path file) {
    return DataFile.open(
        file,
        bytes ->
            samples(file, bytes, sizes(file, bytes, LABELS)).stream()
                .mapToInt(label -> Byte.toUnsignedInt(label[0]))
                .toArray());
  }

  private static double[] greyLevels(byte[] pixels) {
    return IntStream.range(0, pixels.length)
        .mapToDouble(i -> Byte.toUnsignedInt(pixels[i]) / WHITE)
        .toArray();
  }

  private static int[] sizes(Path file, InputStream bytes, int expected) throws IOException {
    int dimensions = expected & 0xFF;
    byte[] header = bytes.readNBytes(Integer.BYTES * (1 + dimensions));
    int magic = header.length < Integer.BYTES ? expected : ByteBuffer.wrap(header).getInt();
    if (magic != expected) {
      String sentence = "%s: expected %s, found %s.";
      throw new InvalidInput(sentence.formatted(file, name(expected), name(magic)));
    }
    if (header.length < Integer.BYTES * (1 + dimensions)) {
      String sentence = "%s: expected %s, found a file of %d bytes.";
      throw new InvalidInput(sentence.formatted(file, name(expected), header.length));
    }
    int[] sizes = new int[dimensions];
    ByteBuffer.wrap(header, Integer.BYTES, header.length - Integer.BYTES).asIntBuffer().get(sizes);
    boolean some = IntStream.of(sizes).allMatch(size -> size > 0);
    if (!some || width(sizes) > Integer.MAX_VALUE) {
      String sentence = "%s: expected sizes of at least 1 that can be read, found %s.";
      throw new InvalidInput(sentence.formatted(file, text(sizes)));
    }
    if (!Memory.holds(sizes[0], width(sizes))) {
      String sentence = "%s: %s, found %s.";
      throw new InvalidInput(sentence.formatted(file, Memory.expected(), text(sizes)));
    }
    return sizes;
  }

  private static String name(int magic) {
    String number = "magic number 0x%08x".formatted(magic);
    return switch (magic) {
      case PICTURES -> "pictures (" + number + ")";
      case LABELS -> "labels (" + number + ")";
      default -> "the " + number;
    };
  }

  /** How many bytes a sample has. */
  private static long width(int... sizes) {
    return IntStream.of(sizes).skip(1).asLongStream().reduce(1, (a, b) -> a * b);
  }

  /** A list, which grows with what is there: a header may promise more than its file holds. */
  private static List<byte[]> samples(Path file, InputStream bytes, int... sizes)
      throws IOException {
    int width = (int) width(sizes);
    List<byte[]> samples = new ArrayList<>();
    for (int s = 0; s < sizes[0]; s++) {
      byte[] sample = bytes.readNBytes(width);
      if (sample.length < width) {
        throw wrongSize(file, "only " + ((long) s * width + sample.length), sizes);
      }
      samples.add(sample);
    }
    if (bytes.read() >= 0) {
      throw wrongSize(file, "more", sizes);
    }
    return samples;
  }

  private static InvalidInput wrongSize(Path file, String found, int... sizes) {
    String sentence = "%s: expected %d bytes behind the header for %s, found %s.";
    long expected = sizes[0] * width(sizes);
    return new InvalidInput(sentence.formatted(file, expected, text(sizes), found));
  }

  /** Such as {@code 60000 × 28 × 28}. */
  private static String text(int... sizes) {
    return IntStream.of(sizes)
        .mapToObj(Integer::toUnsignedString)
        .collect(Collectors.joining(" × "));
  }
}
