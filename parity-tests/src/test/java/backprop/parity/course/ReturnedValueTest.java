package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a function returns is told in its own language, in whole numbers, and with its size. */
class ReturnedValueTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        // A list that is too long for a sentence.
        "PYTHON ! return delta ! return [1 / 3, 2 / 3, 4 / 3, 5 / 3] ! output_delta returned"
            + " [0.3333333333333333, 0.6666666666666666, 1.3333333333333333, …; it must be a list"
            + " of numbers, size 1, found 4",
        "JAVASCRIPT ! return delta; ! return [1 / 3, 2 / 3, 4 / 3, 5 / 3]; ! outputDelta returned"
            + " [ 0.3333333333333333, 0.6666666666666666, …; it must be a list of numbers, size 1,"
            + " found 4",
        "PERL ! return \\@delta; ! return [1 / 3, 2 / 3, 4 / 3, 5 / 3, 7 / 3]; ! output_delta"
            + " returned [0.333333333333333, 0.666666666666667, 1.33333333333333, …; it must be a"
            + " list of numbers, size 1, found 5",
        "JAVA ! return delta; ! return new double[] {1 / 3.0, 2 / 3.0, 4 / 3.0, 5 / 3.0};"
            + " ! outputDelta returned [0.3333333333333333, 0.6666666666666666, 1.3333333333333333,"
            + " …; it must be a list of numbers, size 1, found 4",
        // Rows of different lengths.
        "PYTHON ! return columns ! return [[1, 2, 3], [4]] ! transpose returned [[1, 2, 3], [4]];"
            + " it must be a list of lists of numbers, size 2 x 2, found 2 x 3 or 1",
        "JAVASCRIPT ! return columns; ! return [[1, 2, 3], [4]]; ! transpose returned"
            + " [ [ 1, 2, 3 ], [ 4 ] ]; it must be a list of lists of numbers, size 2 x 2, found"
            + " 2 x 3 or 1",
        "PERL ! return \\@columns; ! return [[1, 2, 3], [4]]; ! transpose returned [[1, 2, 3], [4]];"
            + " it must be a list of lists of numbers, size 2 x 2, found 2 x 3 or 1",
        "JAVA ! return columns; ! return new double[][] {{1, 2, 3}, {4}}; ! transpose returned"
            + " [[1.0, 2.0, 3.0], [4.0]]; it must be a list of lists of numbers, size 2 x 2, found"
            + " 2 x 3 or 1",
        // What JSON has no word for.
        "JAVASCRIPT ! return values; ! return NaN; ! updated returned NaN; it must be a list of"
            + " numbers, size 2",
        "JAVASCRIPT ! return delta; ! return targets.map((t) => { t; }); ! outputDelta returned"
            + " [ undefined ]; it must be a list of numbers, size 1: is there a return in the inner"
            + " function?",
        "PERL ! return \\@delta; ! return [undef]; ! output_delta returned [undef]; it must be a"
            + " list of numbers, size 1",
        "JAVASCRIPT ! function sigmoid ! async function sigmoid ! sigmoid returned a Promise; it"
            + " must be a number: is there an async too many?",
        "JAVASCRIPT ! return sum + bias; ! return BigInt(1); ! preActivation returned a BigInt; it"
            + " must be a number",
        "JAVASCRIPT ! return sum + bias; ! throw 'boo'; ! preActivation stopped: boo",
      })
  void aValueThatCannotBeUsedIsNamed(Language language, String right, String slip, String sentence)
      throws IOException {
    Interpreter interpreter = new Interpreter(language);
    interpreter.assumeInstalled();
    String solution = Files.readString(Path.of("course", language.solution()));
    assertThat(solution).contains(right);
    int place = solution.indexOf(right);
    String text = solution.substring(0, place) + slip + solution.substring(place + right.length());
    Path file = folder.resolve(Path.of(language.solution()).getFileName());
    LessonProblem.Failed stop =
        (LessonProblem.Failed) interpreter.follow(file, text).stop().orElseThrow();
    assertThat(stop.sentence()).isEqualTo(sentence);
  }
}
