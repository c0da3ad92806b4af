package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.terminal.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
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
          Language.JAVA, "return null;",
          Language.C, "return NAN;",
          Language.RUST, "todo!()",
          Language.RUBY, "nil");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void indicesInTheWrongPlacesAreAMistakeWithAName(Language language) throws IOException {
    LessonProblem stop =
        stop(language, "([wW]eights(?:->)?)\\[(\\$?)k\\]\\[\\$?j\\]", "$1[$2j][$2k]");
    assertThat(stop.lesson().number()).isEqualTo(6);
    assertThat(stop).isInstanceOf(LessonProblem.Wrong.class);
    assertThat(((LessonProblem.Wrong) stop).mistakes())
        .containsExactly(FaultyProgram.with(Mistake.TRANSPOSE_MISSING));
  }

  /** Not even where a language takes what is not there for a number. */
  @ParameterizedTest
  @EnumSource
  void aFunctionThatIsNotWrittenIsNoMistakeOfAnother(Language language) throws IOException {
    String nothing = NOTHING.get(language);
    LessonProblem stop =
        stop(language, "(?:return )?sigmoid\\(\\$?z\\) \\* .*", nothing.replace("$", "\\$"));
    assertThat(stop.lesson().number()).isEqualTo(4);
    if (stop instanceof LessonProblem.Wrong wrong) {
      assertThat(wrong.entry().actual()).isNaN();
      assertThat(wrong.mistakes()).isEmpty();
    }
  }

  /** JavaScript alone takes what is not there for a number, so it alone is told of that. */
  @Test
  void whereNaNComesFromInJavaScriptIsTold() throws IOException {
    LessonProblem stop = stop(Language.JAVASCRIPT, "let sum = 0;", "let sum;");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Optional<LearnersFile> mine = LearnersFile.of(folder.resolve("solution.mjs"));
    new LessonProblemScreen(mine, 0, TextStyle.plain(), out).print(stop, Optional.empty());
    assertThat(bytes.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " "))
        .contains("found NaN NaN comes of what is not there: a function that returns nothing yet");
  }

  private LessonProblem stop(Language language, String pattern, String slip) throws IOException {
    Interpreter interpreter = new Interpreter(language);
    interpreter.assumeInstalled();
    String solution = Files.readString(Path.of("course", language.solution()));
    String text = solution.replaceFirst(pattern, slip);
    assertThat(text).isNotEqualTo(solution);
    Path file = folder.resolve(Path.of(language.solution()).getFileName());
    return interpreter.follow(file, text).stop().orElseThrow();
  }
}
