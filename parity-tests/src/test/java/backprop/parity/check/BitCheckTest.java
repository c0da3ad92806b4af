package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --bits}, one last place is too far. */
class BitCheckTest {
  @TempDir private Path folder;
  private String answer;

  @BeforeEach
  void answerAsTheLoopsDo() throws IOException {
    answer = Run.backprop("gradients", "--trace", "hello").output();
  }

  private Run check(String result, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("result.json"), result);
    String[] words = {"check", "--bits", "--case", "hello", "--result", file.toString()};
    String[] all = new String[words.length + options.length];
    System.arraycopy(words, 0, all, 0, words.length);
    System.arraycopy(options, 0, all, words.length, options.length);
    return Run.backprop(all);
  }

  /** The cost with the next larger double in its place. */
  private String withOtherCost() {
    String cost = answer.replaceAll(".*\"cost\":([-0-9.E]+).*\\s*", "$1");
    String next = Double.toString(StrictMath.nextUp(Double.parseDouble(cost)));
    return answer.replace("\"cost\":" + cost, "\"cost\":" + next);
  }

  @Test
  void theSameBitsAgree() throws IOException {
    Run run = check(answer);
    assertThat(run.output()).startsWith("AGREES  every number has the bits of the loops");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void oneLastPlaceIsShownWhereItIs() throws IOException {
    Run run = check(withOtherCost());
    assertThat(run.output())
        .startsWith("DISAGREES")
        .contains("cost, step 3, case hello", "1 last place away");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void theUsualCheckAcceptsIt() throws IOException {
    Path file = Files.writeString(folder.resolve("result.json"), withOtherCost());
    Run run = Run.backprop("check", "--case", "hello", "--result", file.toString());
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void jsonSaysTheSame() throws IOException {
    Run run = check(withOtherCost(), "--json");
    assertThat(run.output()).contains("\"verdict\":\"disagrees\"", "\"entry\":\"cost\"");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void itGoesWithNoReport() throws IOException {
    Run run = check(answer, "--tap");
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
