package backprop.parity.options;

import backprop.parity.io.CaseReader;
import backprop.parity.io.Limits;
import picocli.CommandLine.Option;

/** The options that say how large a case file may be. */
public final class CaseLimits {
  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      description = "Refuse larger files (default: ${DEFAULT-VALUE}, 64 MiB).")
  private long maxBytes = Limits.DEFAULT.bytes();

  @Option(
      names = "--max-parameters",
      paramLabel = "N",
      description = "Refuse larger networks (default: ${DEFAULT-VALUE}).")
  private long maxParameters = Limits.DEFAULT.parameters();

  public CaseReader reader() {
    return new CaseReader(limits());
  }

  /** What must be said for a file of that size to be read, with a space before each word. */
  public static String optionsFor(long bytes, long parameters) {
    String moreBytes = bytes > Limits.DEFAULT.bytes() ? " --max-bytes " + bytes : "";
    String moreParameters =
        parameters > Limits.DEFAULT.parameters() ? " --max-parameters " + parameters : "";
    return moreBytes + moreParameters;
  }

  public Limits limits() {
    return new Limits(maxBytes, maxParameters);
  }
}
