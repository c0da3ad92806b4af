package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text of lines that people write by hand: in UTF-8, and not long. */
public final class HandwrittenText {
  private static final int LONGEST = 1 << 24;

  private HandwrittenText() {}

  /**
   * The text in a file.
   *
   * @param wanted what messages call it
   * @throws InvalidInput if there is none
   */
  public static String in(Path file, String wanted) {
    try (InputStream input = Files.newInputStream(file)) {
      return in(file.toString(), input);
    } catch (IOException problem) {
      String sentence = "%s: expected %s: %s.";
      throw new InvalidInput(sentence.formatted(file, wanted, FailureReason.of(problem)));
    }
  }

  /**
   * The text in a stream.
   *
   * @param origin what messages call it
   * @throws InvalidInput if it is not in UTF-8, or too long
   * @throws IOException if it cannot be read
   */
  public static String in(String origin, InputStream input) throws IOException {
    byte[] bytes = input.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      String sentence = "%s: expected at most %d bytes, found more.";
      throw new InvalidInput(sentence.formatted(origin, LONGEST));
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException problem) {
      throw new InvalidInput(origin + ": expected text in UTF-8, found other bytes.");
    }
  }
}
