package backprop.parity.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A twin is read in one sitting, and two panes fit side by side. */
class SizeTest {
  private static final Set<String> STEP_FILES =
      Set.of(
          "ForwardPass.java",
          "BackwardPass.java",
          "GradientDescent.java",
          "optimisers/Momentum.java",
          "optimisers/Moment.java",
          "optimisers/Adam.java");

  /** Six columns or more stand inside a block of a method. */
  private static final Pattern LOOP_LOCAL =
      Pattern.compile("(?:for \\(| {6,})(?:final )?[a-zA-Z]+(?:\\[\\])* (\\w+) = .*");

  @ParameterizedTest
  @ValueSource(strings = {"loops", "matrix"})
  void aTwinHasAtMost470LinesOfCode(String twin) {
    int lines = TwinSource.twin(twin).stream().mapToInt(file -> file.codeLines().size()).sum();
    assertThat(lines).as("lines of code in %s", twin).isBetween(1, 470);
  }

  @ParameterizedTest
  @ValueSource(strings = {"loops", "matrix"})
  void itsOptimisersHaveAtMost290LinesOfCode(String twin) {
    int lines =
        TwinSource.optimisers(twin).stream().mapToInt(file -> file.codeLines().size()).sum();
    assertThat(lines).as("lines of code of the optimisers in %s", twin).isBetween(1, 290);
  }

  @ParameterizedTest
  @ValueSource(strings = {"loops", "matrix"})
  void noFileIsLongerThan150Lines(String twin) {
    assertThat(files(twin)).filteredOn(file -> file.lines().size() > 150).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"loops", "matrix"})
  void noLineIsWiderThan100Columns(String twin) {
    Stream<String> lines = files(twin).stream().flatMap(file -> file.lines().stream());
    assertThat(widerThan(100, lines)).isEmpty();
  }

  @Test
  void noLineOfTheFastLoopsIsWiderThan100Columns() {
    Stream<String> lines = TwinSource.fast().stream().flatMap(file -> file.lines().stream());
    assertThat(widerThan(100, lines)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"loops", "matrix"})
  void noCodeOfAStepIsWiderThan80Columns(String twin) {
    Stream<String> lines = steps(twin).stream().flatMap(step -> step.code().stream());
    assertThat(widerThan(80, lines)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"loops", "matrix"})
  void noJavadocOfAStepIsWiderThan90Columns(String twin) {
    Stream<String> lines = steps(twin).stream().flatMap(step -> step.javadoc().stream());
    assertThat(widerThan(90, lines.map(line -> "   * " + line))).isEmpty();
  }

  @Test
  void loopsUseOnlyTheAlphabetAndSum() {
    Stream<String> locals =
        steps("loops").stream()
            .flatMap(step -> step.code().stream())
            .flatMap(line -> LOOP_LOCAL.matcher(line).results())
            .map(local -> local.group(1));
    assertThat(locals.distinct()).isNotEmpty().isSubsetOf("i", "j", "k", "s", "l", "sum");
  }

  private static List<TwinSource.Step> steps(String twin) {
    return files(twin).stream()
        .filter(file -> STEP_FILES.contains(file.name()))
        .flatMap(file -> file.steps().stream())
        .toList();
  }

  private static List<TwinSource> files(String twin) {
    List<TwinSource> files = new ArrayList<>(TwinSource.twin(twin));
    files.addAll(TwinSource.optimisers(twin));
    return files;
  }

  private static List<String> widerThan(int columns, Stream<String> lines) {
    return lines.filter(line -> line.codePointCount(0, line.length()) > columns).toList();
  }
}
