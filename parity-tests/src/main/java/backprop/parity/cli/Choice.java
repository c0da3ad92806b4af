package backprop.parity.cli;

import backprop.parity.cases.InvalidInput;
import backprop.parity.cases.Spelling;
import java.util.Optional;

/** An option whose value is one of a few words. */
final class Choice {
  private Choice() {}

  /**
   * The constant that is spelled so, or nothing if nothing was said.
   *
   * @throws InvalidInput if none is
   */
  static <E extends Enum<E>> Optional<E> of(String option, Class<E> type, String spelling) {
    if (spelling == null) {
      return Optional.empty();
    }
    Optional<E> chosen = Spelling.find(type, spelling);
    if (chosen.isEmpty()) {
      String sentence = "%s %s: expected one of %s.";
      throw new InvalidInput(
          sentence.formatted(option, ShellWord.of(spelling), Spelling.all(type)));
    }
    return chosen;
  }
}
