package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The beginning of an IDX file: two bytes of zero, the type of the numbers and how many dimensions
 * they have, then the size of each dimension in four bytes, the number of samples first.
 *
 * @param type of the numbers
 * @param sizes of the dimensions, each at least 1
 */
record IdxHeader(IdxType type, List<Integer> sizes) {
  private static final int LARGEST_SAMPLE = Integer.MAX_VALUE / Double.BYTES;

  /**
   * Reads it, and refuses what cannot be meant.
   *
   * @param expected content
   * @throws InvalidInput if something else is announced, or sizes that cannot be
   */
  static IdxHeader read(Path file, DataBytes bytes, IdxContent expected) {
    int magic = nextInt(file, bytes, expected);
    if (!expected.isAnnouncedBy(magic)) {
      String sentence = "%s: expected %s, found %s.";
      throw new InvalidInput(sentence.formatted(file, expected, IdxContent.announcedBy(magic)));
    }
    List<Integer> sizes =
        IntStream.range(0, dimensions(magic))
            .mapToObj(dimension -> nextInt(file, bytes, expected))
            .toList();
    IdxHeader header = new IdxHeader(type(magic).orElseThrow(), sizes);
    boolean some = sizes.stream().allMatch(size -> size > 0);
    if (!some || header.width() > LARGEST_SAMPLE) {
      String sentence = "%s: expected sizes of at least 1 that can be read, found %s.";
      throw new InvalidInput(sentence.formatted(file, header.sizesText()));
    }
    return header;
  }

  /** The type that a magic number names in its third byte. */
  static Optional<IdxType> type(int magic) {
    return IdxType.of(magic >>> Byte.SIZE & 0xFF);
  }

  /** The number of dimensions that a magic number names in its fourth byte. */
  static int dimensions(int magic) {
    return magic & 0xFF;
  }

  private static int nextInt(Path file, DataBytes bytes, IdxContent expected) {
    byte[] next = bytes.readNBytes(Integer.BYTES);
    if (next.length < Integer.BYTES) {
      String sentence = "%s: expected %s, found a file of %d bytes.";
      throw new InvalidInput(sentence.formatted(file, expected, bytes.count()));
    }
    return ByteBuffer.wrap(next).getInt();
  }

  /** The number of samples. */
  int samples() {
    return sizes.get(0);
  }

  /** How many numbers a sample has. */
  long width() {
    return sizes.stream().skip(1).mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  /** How wide and high a picture is, if the samples are pictures: rows come before columns. */
  Optional<PictureSize> pictures() {
    return sizes.size() == 3
        ? Optional.of(new PictureSize(sizes.get(2), sizes.get(1)))
        : Optional.empty();
  }

  /** How many bytes a whole file has, with its header. */
  long fileBytes() {
    long header = Integer.BYTES * (1L + sizes.size());
    return header + samples() * width() * type.bytes();
  }

  /** Such as {@code 60000 × 28 × 28}. */
  String sizesText() {
    return sizes.stream().map(Integer::toUnsignedString).collect(Collectors.joining(" × "));
  }
}
