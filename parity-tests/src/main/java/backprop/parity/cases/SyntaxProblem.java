package backprop.parity.cases;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** What is wrong with JSON text, in the parser's words but without its inner life. */
final class SyntaxProblem {
  private static final int LONGEST = 160;

  /** The clause that tells programmers where the parser stood or how to configure it. */
  private static final Pattern INNER_LIFE =
      Pattern.compile(
          "\\s*[,;:(]\\s*[^,;:()]*(start marker|\\[Source|JsonReadFeature|StreamRead|Feature ').*");

  private SyntaxProblem() {}

  /** A clause that says what was expected. */
  static String describe(JacksonException problem) {
    String message = problem.getOriginalMessage().lines().findFirst().orElse("unreadable");
    if (problem instanceof StreamConstraintsException) {
      return "expected " + less(message);
    }
    String said = INNER_LIFE.matcher(message).replaceFirst("");
    return "expected JSON: " + Printable.shortened(said, LONGEST);
  }

  private static String less(String message) {
    if (message.startsWith("Number")) {
      return "a shorter number";
    }
    if (message.startsWith("Name")) {
      return "a shorter key";
    }
    return message.startsWith("String") ? "a shorter text" : "fewer brackets inside each other";
  }
}
