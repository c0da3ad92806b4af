package backprop.parity.check;

import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How long a candidate may take to answer. */
public final class AnswerTimeout {
  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long one answer may take (default: 10).")
  private double seconds = 10.0;

  public Duration duration(CommandSpec spec) {
    if (!(seconds >= 0.001 && seconds <= 1e6)) {
      String sentence = "--timeout " + seconds + ": expected seconds from 0.001 to 1000000";
      throw new ParameterException(spec.commandLine(), sentence);
    }
    return Duration.ofMillis((long) (1000.0 * seconds));
  }
}
