package backprop.parity.damage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What happens to files: the seed decides everything, so that every failure can be repeated. */
final class Damage {
  /** What readers stumble over. */
  private static final List<byte[]> WORDS =
      List.of(
              "{",
              "}",
              "[",
              "]",
              "[[",
              "]]",
              ",",
              ":",
              "\"",
              "\\",
              "\\u0000",
              "\\ud800",
              "\n",
              "\r\n",
              "\t",
              ";",
              "#",
              "'",
              " ",
              "-",
              "+",
              ".",
              "e",
              "0",
              "-0",
              "1e999",
              "-1e-999",
              "NaN",
              "-Infinity",
              "inf",
              "nan(0x8)",
              "1.#IND",
              "\"NaN\"",
              "0x1.8p-1",
              "\"0x1p-1074\"",
              "0x",
              "1d",
              "00",
              "null",
              "true",
              "\"\"",
              "{}",
              "[]",
              "[[]]",
              "-1",
              "2147483647",
              "2147483648",
              "-9223372036854775808",
              "1e400",
              "0.1000000000000000055511151231257827",
              "\uFEFF",
              "\u0000",
              "\u202E",
              "é",
              "😀",
              "gradients",
              "updates",
              "unsupported",
              "?",
              "relu",
              "softmax",
              "cost",
              "name")
          .stream()
          .map(word -> word.getBytes(StandardCharsets.UTF_8))
          .toList();

  private static final int MOST_CHANGES = 4;
  private static final int MOST_COPIES = 40;
  private static final int LONGEST_PIECE = 40;

  private final RandomGenerator random;
  private final List<byte[]> examples;

  Damage(long seed, List<byte[]> examples) {
    this.random = new SplittableRandom(seed);
    this.examples = examples;
  }

  /** One of the examples, changed in a few places. */
  byte[] next() {
    byte[] input = example();
    int most = random.nextBoolean() ? 1 : MOST_CHANGES;
    for (int changes = random.nextInt(1, most + 1); changes > 0; changes--) {
      input = changed(input);
    }
    return input;
  }

  private byte[] example() {
    return examples.get(random.nextInt(examples.size())).clone();
  }

  private byte[] changed(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = StrictMath.min(input.length, from + random.nextInt(LONGEST_PIECE));
    byte[] word = WORDS.get(random.nextInt(WORDS.size()));
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> withOtherByte(input);
      case 4 -> replaced(input, from, to, new byte[0]);
      case 5 -> replaced(input, from, from, word);
      case 6, 7 -> withOtherToken(input, from, word);
      case 8 -> repeated(input, from, to);
      case 9 -> moved(input, from, to);
      case 10 -> Arrays.copyOf(input, from);
      default -> joinedWith(input, from, example());
    };
  }

  private byte[] withOtherByte(byte[] input) {
    if (input.length > 0) {
      int place = random.nextInt(input.length);
      input[place] =
          switch (random.nextInt(3)) {
            case 0 -> (byte) (input[place] ^ 1 << random.nextInt(Byte.SIZE));
            case 1 -> (byte) random.nextInt('0', '9' + 1);
            default -> (byte) random.nextInt();
          };
    }
    return input;
  }

  /** In the place of a whole number, key or word. */
  private byte[] withOtherToken(byte[] input, int place, byte[] word) {
    int from = place;
    int to = place;
    while (from > 0 && isPartOfToken(input[from - 1])) {
      from--;
    }
    while (to < input.length && isPartOfToken(input[to])) {
      to++;
    }
    return replaced(input, from, to, word);
  }

  private static boolean isPartOfToken(byte character) {
    return Character.isLetterOrDigit(character) || character == '.' || character == '-';
  }

  private byte[] repeated(byte[] input, int from, int to) {
    byte[] piece = Arrays.copyOfRange(input, from, to);
    int copies = random.nextInt(1, MOST_COPIES);
    ByteBuffer many = ByteBuffer.allocate(copies * piece.length);
    for (int copy = 0; copy < copies; copy++) {
      many.put(piece);
    }
    return replaced(input, to, to, many.array());
  }

  private byte[] moved(byte[] input, int from, int to) {
    int place = random.nextInt(input.length + 1);
    return replaced(input, place, place, Arrays.copyOfRange(input, from, to));
  }

  private byte[] joinedWith(byte[] input, int place, byte[] other) {
    int from = random.nextInt(other.length + 1);
    return replaced(input, place, input.length, Arrays.copyOfRange(other, from, other.length));
  }

  private static byte[] replaced(byte[] input, int from, int to, byte[] other) {
    return ByteBuffer.allocate(input.length - (to - from) + other.length)
        .put(input, 0, from)
        .put(other)
        .put(input, to, input.length - to)
        .array();
  }
}
