package backprop.parity.course;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a compiler or an interpreter says of an error, and where in the learner's file that is. */
final class ErrorPlace {
  private static final Pattern NAMED =
      Pattern.compile("\\b\\w*(Error|Exception)\\b|error\\b|\\S+:[0-9]+: error: ");
  private static final Pattern GRAMMAR =
      Pattern.compile(
          "\\b(SyntaxError|IndentationError|TabError)\\b|\\bsyntax error\\b"
              + "|\\bcompilation (failed|errors|aborted)\\b|\\berror(\\[E[0-9]+\\])?: ");

  private ErrorPlace() {}

  /** The first line of a file that these lines speak of: by {@code mine.py", line 20} and others. */
  static Optional<String> line(String file, List<String> lastWords) {
    Pattern place = Pattern.compile(Pattern.quote(file) + "(?:\", line | line |:)([0-9]+)");
    return lastWords.stream()
        .flatMap(words -> place.matcher(words).results())
        .map((MatchResult match) -> match.group(1))
        .findFirst();
  }

  /** Whether these lines say that the program cannot be read, so nothing of it has run. */
  static boolean isOfGrammar(List<String> lastWords) {
    return lastWords.stream().anyMatch(words -> GRAMMAR.matcher(words).find());
  }

  /** The one of these lines that says what is wrong. */
  static Optional<String> sentence(String file, List<String> lastWords) {
    return lastWords.stream()
        .filter(words -> NAMED.matcher(words).lookingAt())
        .findFirst()
        .or(() -> lastWords.stream().filter(words -> words.contains(file)).findFirst())
        .or(() -> lastWords.stream().filter(words -> !words.isBlank()).reduce((a, b) -> b));
  }
}
