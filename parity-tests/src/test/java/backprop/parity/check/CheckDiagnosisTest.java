package backprop.parity.check;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import backprop.parity.sources.candidate.AnsweringProgram;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** {@code check} names what it can make again, and says so if it can make nothing of it. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class CheckDiagnosisTest {
  @Test
  void aProgramWithOneMistakeIsToldItsName() {
    Run run = check("hidden-derivative-missing");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).containsPattern("mistake +hidden-derivative-missing\n");
    assertThat(run.words()).contains("'backprop mistakes hidden-derivative-missing' explains it");
  }

  @Test
  void theNameIsInTheJsonToo() {
    assertThat(check("hidden-derivative-missing", "--json").output())
        .contains("\"mistakes\":[\"hidden-derivative-missing\"]");
  }

  @Test
  void numbersThatNothingExplainsMatchNoKnownMistake() {
    assertThat(check("not-a-number", "--cases", "mazur").output())
        .containsPattern("mistake +no known mistake matches\n");
  }

  @Test
  void aSlipOfThePenThatHasNoNameIsTold() {
    assertThat(check("one-bias", "--cases", "hello").output())
        .containsPattern(
            "found is +the number with biases\\[1]\\[0] in the place of biases\\[1]\\[1]\\.\n");
  }

  @Test
  void aRightProgramIsToldOfNoMistake() {
    assertThat(check("right", "--cases", "mazur").output()).doesNotContain("mistake");
  }

  private static Run check(String mode, String... options) {
    String[] arguments = Arrays.copyOf(new String[] {"check", "--command"}, 3 + options.length);
    arguments[2] = AnsweringProgram.command(mode);
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Run.backprop(arguments);
  }
}
