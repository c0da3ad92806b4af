package backprop.parity.io;

import backprop.parity.model.Printable;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** What is wrong with JSON text, in the parser's words but without its inner life. */
final class SyntaxProblem {
  private static final int LONGEST = 160;

  /** The clause that tells programmers where the parser stood or how to configure it. */
  private static final Pattern INNER_LIFE =
      Pattern.compile(
          "\\??\\s*[,;:(]\\s*[^,;:()]*(start marker|\\[Source|JsonReadFeature|StreamRead|Feature ').*");

  private SyntaxProblem() {}

  /** A clause that says what was expected. */
  static String describe(JacksonException problem) {
    String message = problem.getOriginalMessage().lines().findFirst().orElse("unreadable");
    if (problem instanceof StreamConstraintsException) {
      return "expected " + less(message);
    }
    if (message.contains("CTRL-CHAR")) {
      return "expected JSON: found a control character, which is part of no text";
    }
    String said = INNER_LIFE.matcher(message).replaceFirst("");
    return "expected JSON: " + Printable.shortened(said, LONGEST);
  }

  /** The parser does not tell a text from a number that is too long to be read. */
  private static String less(String message) {
    if (message.startsWith("Document nesting")) {
      return "fewer brackets inside each other";
    }
    return message.startsWith("Name") ? "a shorter key" : "a shorter text or number";
  }
}
