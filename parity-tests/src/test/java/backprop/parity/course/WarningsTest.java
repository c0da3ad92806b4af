package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command that a starter prints lets the language warn, and the starter gives no cause. */
class WarningsTest {
  private static final String READY = "(?m)^( *)((?:#|//) Ready: )";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void aCarelessLineIsWarnedOfAndNothingElseIs(Language language) throws Exception {
    assumeFalse(File.separatorChar == '\\', "cmd quotes otherwise");
    new Interpreter(language).assumeInstalled();
    String starter = Files.readString(Path.of("course", language.starter()));
    assertThat(warnings(language, starter)).isEmpty();
    assertThat(warnings(language, starter.replaceFirst(READY, careless(language) + "\n$1$2")))
        .containsIgnoringCase(warning(language));
  }

  private static String careless(Language language) {
    return switch (language) {
      case PERL -> "my \\$twice; my \\$twice;";
      case PYTHON -> "open(__file__)";
      case JAVASCRIPT -> "process.emitWarning('old');";
      case JAVA -> "static void careless(int z) { if (z > 0); }";
      case C -> "int careless(void) { int unused; return 0; }";
      case RUST -> "fn careless() -> f64 { let mut z = 1.0; z }";
      case RUBY -> "def careless; unused = 1; end";
    };
  }

  private static String warning(Language language) {
    return switch (language) {
      case PERL -> "masks earlier declaration";
      case PYTHON -> "unclosed file";
      case JAVASCRIPT -> "mine.mjs:";
      case JAVA -> "[empty]";
      case RUST -> "does not need to be mutable";
      case C, RUBY -> "unused variable";
    };
  }

  /** What the command prints on stderr if there is no question. */
  private String warnings(Language language, String text) throws IOException, InterruptedException {
    String ending = language.starter().substring(language.starter().lastIndexOf('.'));
    Path file = Files.writeString(folder.resolve("mine" + ending), text);
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder("sh", "-c", language.command(file.getFileName().toString()))
            .directory(folder.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectError(said.toFile())
            .start();
    process.waitFor();
    return Files.readString(said, StandardCharsets.UTF_8);
  }
}
