package backprop.parity.training.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The types of numbers that an IDX file can hold, all big-endian. */
enum IdxType {
  /** 0 to 255: the grey levels and labels of MNIST. */
  UNSIGNED_BYTE(0x08, 1),
  /** -128 to 127. */
  SIGNED_BYTE(0x09, 1),
  /** Two bytes, signed. */
  SHORT(0x0B, 2),
  /** Four bytes, signed. */
  INT(0x0C, 4),
  /** Single precision. */
  FLOAT(0x0D, 4),
  /** Double precision. */
  DOUBLE(0x0E, 8);

  private static final double WHITE = 255.0;

  private final int code;
  private final int bytes;

  IdxType(int code, int bytes) {
    this.code = code;
    this.bytes = bytes;
  }

  /** The type with that code, the third byte of the magic number. */
  static Optional<IdxType> of(int code) {
    return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
  }

  /** How many bytes a number takes. */
  int bytes() {
    return bytes;
  }

  /** The next number, as it is. */
  double next(ByteBuffer buffer) {
    return switch (this) {
      case UNSIGNED_BYTE -> Byte.toUnsignedInt(buffer.get());
      case SIGNED_BYTE -> buffer.get();
      case SHORT -> buffer.getShort();
      case INT -> buffer.getInt();
      case FLOAT -> buffer.getFloat();
      case DOUBLE -> buffer.getDouble();
    };
  }

  /** The next number as an input: grey levels from 0 to 1, numbers of other types as they are. */
  double nextInput(ByteBuffer buffer) {
    return this == UNSIGNED_BYTE ? next(buffer) / WHITE : next(buffer);
  }
}
