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
