package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a learner prints in a function does no harm, by whatever way it is printed. */
class PrintingTest {
  private static final String BEGINNING =
      "sigmoid(?:\\(z\\):|\\((?:double )?z\\) \\{| \\{\\R  my \\(\\$z\\) = @_;)";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "JAVASCRIPT ! process.stdout.write('{z');",
        "JAVASCRIPT ! console.log(z); console.info(z); console.warn(z); console.table([[z]]);",
        "JAVASCRIPT ! process.stdout.write('z'.repeat(70_000));",
        "PERL ! print STDOUT '{z'; STDOUT->flush;",
        "PERL ! print STDOUT 'z' x 70_000; STDOUT->flush;",
        "PYTHON ! print('z' * 70_000)",
        "JAVA ! System.out.println(\"z\".repeat(70_000));",
        "PERL ! print 'z'; printf \"%s\\n\", $z; printf STDOUT \"%s\\n\", $z; STDOUT->flush;",
        "PERL ! system 'echo', $z if $z > 4;",
        "PYTHON ! print(z); sys.stdout.write('{z');",
        "PYTHON ! print(z, file=sys.__stdout__, flush=True); os.write(1, b'{z');",
        "JAVA ! System.out.print(\"{z\");",
      })
  void everyChapterIsRightAllTheSame(Language language, String printing) throws IOException {
    Interpreter interpreter = new Interpreter(language);
    interpreter.assumeInstalled();
    String solution = Files.readString(Path.of("course", language.solution()));
    String printed = Matcher.quoteReplacement("\n    " + printing);
    String text = solution.replaceFirst(BEGINNING, "$0" + printed);
    assertThat(text).isNotEqualTo(solution);
    Path file = folder.resolve(Path.of(language.solution()).getFileName());
    CourseReport report = interpreter.follow(file, text);
    assertThat(report.stop()).isEmpty();
    assertThat(report.passed()).isEqualTo(Course.lessons());
  }
}
