package backprop.parity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.io.JsonWriter;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terminal.ExitCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Standard input without the launcher, closed or not. */
class StandardInputTest {
  private static final String NOTHING = "standard input: expected a case, found nothing at all.\n";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource({"<&-", "</dev/null"})
  void whatIsClosedIsEmpty(String redirection) throws Exception {
    Process process = start("", "gradients - " + redirection);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(errors).isEqualTo(NOTHING);
    assertThat(process.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource({"'', <case.json", "cat case.json |, ''"})
  void whatIsOpenIsRead(String before, String behind) throws Exception {
    String mazur = new JsonWriter(false).write(WorkedExamples.named("mazur"));
    Files.writeString(folder.resolve("case.json"), mazur);
    Process process = start(before, "gradients - " + behind);
    String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(answer).startsWith("{\"format\":\"backprop-gradients-1\"");
    assertThat(process.waitFor()).isZero();
  }

  private Process start(String before, String arguments) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            "/bin/sh",
            "-c",
            "%s '%s' -cp \"$CLASSES\" %s %s"
                .formatted(before, java, Backprop.class.getName(), arguments));
    builder.environment().put("CLASSES", System.getProperty("java.class.path"));
    return builder.directory(folder.toFile()).start();
  }
}
