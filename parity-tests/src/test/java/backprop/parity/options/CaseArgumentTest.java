package backprop.parity.options;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.io.JsonWriter;
import backprop.parity.suites.WorkedExamples;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An argument that stands for no case ends with one sentence and exit code 2. */
class CaseArgumentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | \"\": expected a path, found nothing.",
        "'a\0b.json' | a?b.json: expected a path, found characters that no path can have in this locale.",
        "'a\u001b[31m/b.json' | a?[31m/b.json: expected a case file or a folder of them, found nothing."
      })
  void whatIsNoPathIsSaid(String argument, String sentence) {
    assertThat(Run.backprop("gradients", argument)).isEqualTo(new Run(2, "", sentence + "\n"));
  }

  @Test
  void standardInputIsReadOnce() {
    InputStream before = System.in;
    String json = new JsonWriter(false).write(WorkedExamples.named("mazur"));
    System.setIn(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    try {
      Run run = Run.backprop("gradients", "-", "-");
      assertThat(run.errors()).isEqualTo("- can be given once.\n");
      assertThat(run.exitCode()).isEqualTo(2);
    } finally {
      System.setIn(before);
    }
  }
}
