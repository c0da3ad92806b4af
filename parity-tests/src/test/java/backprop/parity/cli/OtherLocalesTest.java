package backprop.parity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit codes, JSON and sentences are the same where people write other digits or a comma. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class OtherLocalesTest {
  private static final String[] CHECK = {
    "check", "--json", "--case", "hello", "--result", "tutorial/forgotten-derivative.json"
  };

  @ParameterizedTest
  @CsvSource({"fa, IR", "ar, EG", "de, DE", "tr, TR"})
  void aVerdictIsTheSame(String language, String country) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.language=" + language);
    command.add("-Duser.country=" + country);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Backprop.class.getName());
    command.addAll(List.of(CHECK));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(new String(output, StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines(Run.backprop(CHECK).output())
        .contains("\"entry\":\"deltas[1][0][0]\"");
  }
}
