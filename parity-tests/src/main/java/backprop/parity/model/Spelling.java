package backprop.parity.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How files and the command line spell the constants of an enum: {@code half-squared-error}. */
public final class Spelling {
  private Spelling() {}

  /** The spelling of one constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant that is spelled so. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, String spelling) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(spelling))
        .findFirst();
  }

  /** All spellings, for a message that says what was expected. */
  public static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Spelling::of)
        .collect(Collectors.joining(", "));
  }
}
