package backprop.parity.training.data;

import java.util.Optional;
import java.util.OptionalInt;

/** One thing that is said about a file, and nothing else. */
final class Options {
  private Options() {}

  static DataOptions targets(int count) {
    return new DataOptions(OptionalInt.of(count), OptionalInt.empty(), Optional.empty());
  }

  static DataOptions classes(int count) {
    return new DataOptions(OptionalInt.empty(), OptionalInt.of(count), Optional.empty());
  }

  static DataOptions separator(char character) {
    return new DataOptions(OptionalInt.empty(), OptionalInt.empty(), Optional.of(character));
  }
}
