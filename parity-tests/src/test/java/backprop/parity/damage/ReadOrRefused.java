package backprop.parity.damage;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What reading must end in, whatever there is to read: in a value that is the same when it is written
 * and read again, or in one sentence.
 */
final class ReadOrRefused {
  private static final List<String> INNER_LIFE =
      List.of("Exception", "java.", "jackson", "[Source", "Feature");

  private ReadOrRefused() {}

  /**
   * Checks one input.
   *
   * @return whether it was read
   */
  static boolean check(Reading reading, byte[] input) throws IOException {
    Optional<Optional<byte[]>> read = read(reading, input);
    if (read.isPresent() && read.get().isPresent()) {
      byte[] written = read.get().get();
      assertThat(reading.read(written)).as("what was written is read").hasValue(written);
    }
    return read.isPresent();
  }

  private static Optional<Optional<byte[]>> read(Reading reading, byte[] input) throws IOException {
    try {
      return Optional.of(reading.read(input));
    } catch (InvalidInput refusal) {
      assertThat(refusal.getMessage())
          .matches(Printable::is, "is printable and one line")
          .endsWith(".")
          .contains(":")
          .hasSizeBetween(10, 1_000);
      String said = new String(input, StandardCharsets.UTF_8);
      assertThat(INNER_LIFE)
          .filteredOn(refusal.getMessage()::contains)
          .as("the program's own words in \"%s\"", refusal.getMessage())
          .allMatch(said::contains);
      return Optional.empty();
    }
  }
}
