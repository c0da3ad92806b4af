package backprop.parity.course;

import backprop.parity.terminal.ShellWord;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A language that the course has a starter for; any other follows it by the protocol alone. */
public enum Language {
  PERL("perl", List.of(".pl"), "perl", "perl %s", "start.pl", "solution.pl"),
  PYTHON("python", List.of(".py"), "python3", "python3 -W default %s", "start.py", "solution.py"),
  JAVASCRIPT(
      "javascript",
      List.of(".mjs", ".js"),
      "node",
      "node --trace-warnings %s",
      "start.mjs",
      "solution.mjs"),
  JAVA(
      "java",
      List.of(".java"),
      "java",
      "javac -Xlint:all -d %3$s %1$s && java -cp %3$s Network",
      "Start.java",
      "Solution.java"),
  C(
      "c",
      List.of(".c"),
      "cc",
      "cc -O1 -Wall -Wextra -o %3$s %1$s -lm && %2$s",
      "start.c",
      "solution.c"),
  RUST(
      "rust",
      List.of(".rs"),
      "rustc",
      "rustc --edition 2021 -o %3$s %1$s && %2$s",
      "start.rs",
      "solution.rs"),
  RUBY("ruby", List.of(".rb"), "ruby", "ruby -w %s", "start.rb", "solution.rb");

  /** What gives NaN in every language. */
  static final String ALWAYS_NAN = "NaN comes of 0/0, or of infinity minus infinity.";

  private final String spelling;
  private final List<String> endings;
  private final String interpreter;
  private final String run;
  private final String starter;
  private final String solution;

  Language(
      String spelling,
      List<String> endings,
      String interpreter,
      String run,
      String starter,
      String solution) {
    this.spelling = spelling;
    this.endings = endings;
    this.interpreter = interpreter;
    this.run = run;
    this.starter = spelling + "/" + starter;
    this.solution = spelling + "/" + solution;
  }

  /** The language of a file, by the end of its name. */
  public static Optional<Language> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(language -> language.endings.stream().anyMatch(name::endsWith))
        .findAny();
  }

  /** From which files one of this name can have been compiled. */
  static Stream<Path> sources(Path made) {
    return Arrays.stream(values())
        .filter(Language::isCompiled)
        .flatMap(language -> language.endings.stream())
        .map(ending -> made.resolveSibling(made.getFileName() + ending));
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

  /** All names: {@code perl, python, javascript, java, c, rust, ruby}. */
  public static String all() {
    return Arrays.stream(values())
        .map(language -> language.spelling)
        .collect(Collectors.joining(", "));
  }

  /** All endings: {@code .pl, .py, .mjs, .js, .java, .c, .rs, .rb}. */
  public static String allEndings() {
    return Arrays.stream(values())
        .flatMap(language -> language.endings.stream())
        .collect(Collectors.joining(", "));
  }

  /** The usual end of a file's name, such as {@code .pl}. */
  String ending() {
    return endings.get(0);
  }

  /** Whether a command must compile a file before it runs what comes of it. */
  boolean isCompiled() {
    return run.contains("&&");
  }

  /** What starts or compiles a file of this language, such as {@code perl}. */
  public String interpreter() {
    return interpreter;
  }

  /** The command that runs a file, with the language's warnings; a compiled one is compiled first. */
  public String command(String file) {
    String made = file.substring(0, StrictMath.max(1, file.lastIndexOf('.')));
    String started = Path.of(file).getParent() == null ? "./" + made : made;
    return run.formatted(ShellWord.of(file), ShellWord.of(started), ShellWord.of(made));
  }

  /** Most languages stop where something is not there; JavaScript goes on with NaN. */
  String whatGivesNaN() {
    if (this == C) {
      return "NaN stands in each place of a list until it is written, and behind the last place.";
    }
    return this == JAVASCRIPT
        ? "NaN comes of what is not there: a function that returns nothing yet, an index beyond the"
            + " end, or a sum without a start value (let z; for let z = 0;)."
        : ALWAYS_NAN;
  }

  /**
   * What it means that nothing came of a function; in C a result that nobody wrote is NaN.
   *
   * @param of what, if the function gives more than one thing, such as {@code for reduction mean}
   */
  static String nothing(Optional<Language> language, String of) {
    return language.filter(C::equals).isPresent()
        ? ("gave NaN%s: does it read behind the end, or add to a place that was never written?")
            .formatted(of)
        : "returned nothing%s: is there a return?".formatted(of);
  }

  /** How to look at a number while the program answers. */
  String printing() {
    return switch (this) {
      case PERL -> "print STDERR \"$z\\n\"";
      case PYTHON -> "print(z, file=sys.stderr)";
      case JAVASCRIPT -> "console.error(z)";
      case JAVA -> "System.err.println(z)";
      case C -> "fprintf(stderr, \"%g\\n\", z)";
      case RUST -> "eprintln!(\"{z}\")";
      case RUBY -> "warn z.to_s";
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
    return this == JAVASCRIPT || this == JAVA
        ? inWordsLikeThis
        : inWordsLikeThis.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
