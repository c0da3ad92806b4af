package backprop.parity.training;

import backprop.parity.io.Limits;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** The options that say how large a training may be, and what it reads. */
final class TrainLimits {
  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      description =
          "Refuse larger files, counted after unpacking (default: 67108864, 64 MiB, for --load; for"
              + " data and --resume what memory has room for).")
  private Long maxBytes;

  @Option(
      names = "--max-parameters",
      paramLabel = "N",
      description = "Refuse larger networks (default: ${DEFAULT-VALUE}).")
  private long maxParameters = Limits.DEFAULT.parameters();

  /** For a case file, and the network to build. */
  Limits limits() {
    return new Limits(maxBytes == null ? Limits.DEFAULT.bytes() : maxBytes, maxParameters);
  }

  /** For data and saved trainings, which may be large unless somebody says otherwise. */
  OptionalLong fileBytes() {
    return maxBytes == null ? OptionalLong.empty() : OptionalLong.of(limits().bytes());
  }
}
