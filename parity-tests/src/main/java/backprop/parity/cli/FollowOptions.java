package backprop.parity.cli;

import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How long a learner's program may take, and where its progress is remembered. */
final class FollowOptions {
  @Option(
      names = "--progress",
      paramLabel = "FILE",
      description = "Where to remember what you have passed (default: ${DEFAULT-VALUE}).")
  private Path progressFile = Path.of(".backprop-follow.json");

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long one answer may take (default: ${DEFAULT-VALUE}).")
  private double timeout = 10;

  Path progressFile() {
    return progressFile;
  }

  Duration timeout(CommandSpec spec) {
    if (!(timeout >= 0.001 && timeout <= 1e6)) {
      String sentence = "--timeout " + timeout + ": expected seconds from 0.001 to 1000000";
      throw new ParameterException(spec.commandLine(), sentence);
    }
    return Duration.ofMillis((long) (1000.0 * timeout));
  }
}
