package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.mistakes.Mistake;
import backprop.parity.mistakes.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a learner gets wrong is told in the same words in every language. */
class RealSlipsTest {
  private static final Map<Language, String> NOTHING =
      Map.of(
          Language.PERL, "return;",
          Language.PYTHON, "return None",
          Language.JAVASCRIPT, "return undefined;",
          Language.JAVA, "return null;");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void indicesInTheWrongPlacesAreAMistakeWithAName(Language language) throws IOException {
    Stop stop = stop(language, "([wW]eights(?:->)?)\\[(\\$?)k\\]\\[\\$?j\\]", "$1[$2j][$2k]");
    assertThat(stop.lesson().number()).isEqualTo(6);
    assertThat(stop).isInstanceOf(Stop.Wrong.class);
    assertThat(((Stop.Wrong) stop).mistakes())
        .containsExactly(Program.with(Mistake.TRANSPOSE_MISSING));
  }

  /** Not even where a language takes what is not there for a number. */
  @ParameterizedTest
  @EnumSource
  void aFunctionThatIsNotWrittenIsNoMistakeOfAnother(Language language) throws IOException {
    String nothing = NOTHING.get(language);
    Stop stop = stop(language, "return sigmoid\\(\\$?z\\) \\* .*", nothing.replace("$", "\\$"));
    assertThat(stop.lesson().number()).isEqualTo(4);
    if (stop instanceof Stop.Wrong wrong) {
      assertThat(wrong.entry().actual()).isNaN();
      assertThat(wrong.mistakes()).isEmpty();
    }
  }

  private Stop stop(Language language, String pattern, String slip) throws IOException {
    Interpreter interpreter = new Interpreter(language);
    interpreter.assumeInstalled();
    String solution = Files.readString(Path.of("course", language.solution()));
    String text = solution.replaceFirst(pattern, slip);
    assertThat(text).isNotEqualTo(solution);
    Path file = folder.resolve(Path.of(language.solution()).getFileName());
    return interpreter.follow(file, text).stop().orElseThrow();
  }
}
