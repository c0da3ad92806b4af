package backprop.parity.training.descent;

import backprop.parity.training.data.DataSet;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over every number of a data set. */
public final class DataFingerprint {
  private DataFingerprint() {}

  /** 64 hexadecimal digits. */
  public static String of(DataSet data) {
    MessageDigest digest = sha256();
    for (int s = 0; s < data.size(); s++) {
      add(digest, data.input(s));
      add(digest, data.target(s));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, double[] row) {
    ByteBuffer bytes = ByteBuffer.allocate((row.length + 1) * Double.BYTES);
    bytes.putLong(row.length);
    for (double number : row) {
      bytes.putDouble(number);
    }
    digest.update(bytes.array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
