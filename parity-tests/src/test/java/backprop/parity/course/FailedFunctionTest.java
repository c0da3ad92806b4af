package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A function that fails, hangs or returns another kind of thing stops its own chapter, by name. */
class FailedFunctionTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        // A text, and a number where a list belongs.
        "PYTHON ! 2 ! return total + bias ! return str(total + bias)"
            + " ! pre_activation returned '1.0'; it must be a number",
        "JAVASCRIPT ! 2 ! return sum + bias; ! return String(sum + bias);"
            + " ! preActivation returned '1'; it must be a number",
        "PERL ! 2 ! return $sum + $bias; ! return 'much';"
            + " ! pre_activation returned \"much\"; it must be a number",
        "PYTHON ! 4 ! return delta ! return delta[0]"
            + " ! output_delta returned -0.06700715039819179; it must be a list of numbers, size 1",
        "JAVASCRIPT ! 4 ! return delta; ! return delta[0];"
            + " ! outputDelta returned -0.06700715039819179; it must be a list of numbers, size 1",
        "PERL ! 4 ! return \\@delta; ! return @delta; ! output_delta returned 1; it must be a list"
            + " of numbers, size 1: return a reference, such as \\@list",
        "JAVA ! 4 ! return delta; ! return new double[] {}; ! outputDelta returned []; it must be a"
            + " list of numbers, size 1",
        // A crash, with the line.
        "PYTHON ! 2 ! total += weights[i] ! total += wieghts[i] ! pre_activation stopped:"
            + " NameError: name 'wieghts' is not defined (line 26)",
        "JAVASCRIPT ! 2 ! Math.exp ! exp ! sigmoid stopped: ReferenceError: exp is not defined"
            + " (line 26)",
        "PERL ! 2 ! return $sum + $bias; ! die 'no'; ! pre_activation stopped: no (line ",
        "JAVA ! 2 ! inputs[i] ! inputs[i + 1] ! preActivation stopped:"
            + " java.lang.ArrayIndexOutOfBoundsException: Index 1 out of bounds for length 1 (line",
        // A loop that does not end, behind two chapters that are right.
        "PYTHON ! 4 ! return delta ! while True: pass ! output_delta did not come back: a loop",
        "JAVASCRIPT ! 4 ! return delta; ! while (true) {} ! outputDelta did not come back: a loop",
        "PERL ! 4 ! return \\@delta; ! while (1) {} ! output_delta did not come back: a loop",
        "JAVA ! 4 ! return delta; ! while (delta == delta) { } return delta;"
            + " ! outputDelta did not come back: a loop",
        // An end of the program, on the first question, long before its chapter.
        "PYTHON ! 4 ! return delta ! sys.exit(0) ! output_delta ended the program (exit code 0)",
        "JAVASCRIPT ! 4 ! return delta; ! process.exit(0); ! outputDelta ended the program (exit"
            + " code 0)",
        "PERL ! 4 ! return \\@delta; ! exit 7; ! output_delta ended the program (exit code 7)",
        "JAVA ! 4 ! return delta; ! System.exit(0); return delta; ! outputDelta ended the program"
            + " (exit code 0)",
        // What the language warns of stops the function, or stops it by its name.
        "PERL ! 2 ! return $sum + $bias; ! return $sum + 'bias'; ! pre_activation stopped: Argument"
            + " \"bias\" isn't numeric in addition (+) (line",
        "RUBY ! 2 ! Math.exp(z) / ! Math.esp(z) / ! sigmoid stopped: NoMethodError: undefined method",
        "RUST ! 2 ! weights[i] ! weights[i + 1] ! pre_activation stopped: index out of bounds: the len"
            + " is 1 but the index is 1 (line",
        "RUST ! 4 ! delta\\n} ! Vec::new()\\n} ! output_delta returned []; it must be a list of numbers,"
            + " size 1, found 0",
        "RUBY ! 4 ! delta\\nend ! delta[0]\\nend ! output_delta returned -0.06700715039819179; it must"
            + " be a list of numbers, size 1",
        "C ! 3 ! z[j] = ! ((double *)0)[j] = ! pre_activations ended the program (exit code 139)",
        "C ! 4 ! delta[j] = difference ! for (;;) delta[j] = difference ! output_delta did not come"
            + " back: a loop",
        // What a function does to the lists that it is given is its own affair.
        "PYTHON ! 5 ! gradients.append(delta[j] * 1) ! delta[j] = None"
            + " ! bias_gradients returned []; it must be a list of numbers, size 2",
      })
  void itsChapterSaysWhichAndWhy(
      Language language, int chapter, String right, String slip, String sentence)
      throws IOException {
    Interpreter interpreter = new Interpreter(language);
    interpreter.assumeInstalled();
    String solution = Files.readString(Path.of("course", language.solution()));
    String text =
        solution.replaceFirst(quoted(lines(right)), Matcher.quoteReplacement(lines(slip)));
    assertThat(text).isNotEqualTo(solution);
    Path file = folder.resolve(Path.of(language.solution()).getFileName());
    CourseReport report = interpreter.follow(file, text);
    LessonProblem.Failed stop = (LessonProblem.Failed) report.stop().orElseThrow();
    assertThat(stop.sentence()).startsWith(sentence);
    assertThat(stop.lesson().number()).isEqualTo(chapter);
    assertThat(report.passed()).hasSize(chapter - 1);
    String function = sentence.split(" ")[0];
    // What it returned is its own; on the way there, it may be the function that it calls.
    boolean calls = Course.same("outputDelta", function) && !sentence.contains("returned");
    assertThat(stop.functions())
        .isEqualTo(calls ? List.of(function, "sigmoidDerivative") : List.of(function));
  }

  private static String lines(String code) {
    return code.replace("\\n", "\n");
  }

  private static String quoted(String code) {
    return Pattern.quote(code);
  }
}
