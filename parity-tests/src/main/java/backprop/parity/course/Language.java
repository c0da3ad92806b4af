package backprop.parity.course;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A language that the course has a starter for; any other follows it by the protocol alone. */
public enum Language {
  PERL("perl", List.of(".pl"), "perl", "perl/start.pl", "perl/solution.pl"),
  PYTHON("python", List.of(".py"), "python3", "python/start.py", "python/solution.py"),
  JAVASCRIPT(
      "javascript",
      List.of(".mjs", ".js"),
      "node",
      "javascript/start.mjs",
      "javascript/solution.mjs"),
  JAVA("java", List.of(".java"), "java", "java/Start.java", "java/Solution.java");

  /** What gives NaN in every language. */
  static final String ALWAYS_NAN = "NaN comes of 0/0, or of infinity minus infinity.";

  private final String spelling;
  private final List<String> endings;
  private final String interpreter;
  private final String starter;
  private final String solution;

  Language(
      String spelling, List<String> endings, String interpreter, String starter, String solution) {
    this.spelling = spelling;
    this.endings = endings;
    this.interpreter = interpreter;
    this.starter = starter;
    this.solution = solution;
  }

  /** The language of a file, by the end of its name. */
  public static Optional<Language> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(language -> language.endings.stream().anyMatch(name::endsWith))
        .findAny();
  }

  /** The language with that name, or that interpreter or ending: {@code python, python3, py}. */
  public static Optional<Language> named(String name) {
    return Arrays.stream(values())
        .filter(
            language ->
                language.spelling.equalsIgnoreCase(name)
                    || language.interpreter.equalsIgnoreCase(name)
                    || language.endings.contains("." + name.toLowerCase(Locale.ROOT)))
        .findAny();
  }

  /** All names: {@code perl, python, javascript, java}. */
  public static String all() {
    return Arrays.stream(values())
        .map(language -> language.spelling)
        .collect(Collectors.joining(", "));
  }

  /** All endings: {@code .pl, .py, .mjs, .js, .java}. */
  public static String allEndings() {
    return Arrays.stream(values())
        .flatMap(language -> language.endings.stream())
        .collect(Collectors.joining(", "));
  }

  /** What starts a file of this language, such as {@code perl}. */
  public String interpreter() {
    return interpreter;
  }

  /** Most languages stop where something is not there; JavaScript goes on with NaN. */
  String whatGivesNaN() {
    return this == JAVASCRIPT
        ? "NaN comes of what is not there: a function that returns nothing yet, an index beyond the"
            + " end, or a sum without a start value (let z; for let z = 0;)."
        : ALWAYS_NAN;
  }

  /** How to look at a number while the program answers. */
  String printing() {
    return switch (this) {
      case PERL -> "print STDERR \"$z\\n\"";
      case PYTHON -> "print(z, file=sys.stderr)";
      case JAVASCRIPT -> "console.error(z)";
      case JAVA -> "System.err.println(z)";
    };
  }

  /** Where the starter stands in the folder {@code course}. */
  String starter() {
    return starter;
  }

  /** Where the solution stands in the folder {@code course}. */
  String solution() {
    return solution;
  }

  /** A function as this language writes it: {@code hiddenDelta} or {@code hidden_delta}. */
  public String function(String inWordsLikeThis) {
    return this == PERL || this == PYTHON
        ? inWordsLikeThis.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
        : inWordsLikeThis;
  }
}
