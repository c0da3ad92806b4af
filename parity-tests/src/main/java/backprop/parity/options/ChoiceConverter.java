package backprop.parity.options;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Spelling;
import backprop.parity.terminal.ShellWord;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An option whose value is one of a few words. */
public final class ChoiceConverter {
  private ChoiceConverter() {}

  /**
   * The constant that is spelled so, or nothing if nothing was said.
   *
   * @throws InvalidInput if none is
   */
  public static <E extends Enum<E>> Optional<E> of(String option, Class<E> type, String spelling) {
    return of(option, EnumSet.allOf(type), spelling);
  }

  /** The same where not all of them may be chosen. */
  public static <E extends Enum<E>> Optional<E> of(String option, Set<E> allowed, String spelling) {
    if (spelling == null) {
      return Optional.empty();
    }
    for (E constant : allowed) {
      if (Spelling.of(constant).equals(spelling)) {
        return Optional.of(constant);
      }
    }
    String all = allowed.stream().map(Spelling::of).collect(Collectors.joining(", "));
    String sentence = "%s %s: expected one of %s.";
    throw new InvalidInput(sentence.formatted(option, ShellWord.of(spelling), all));
  }
}
