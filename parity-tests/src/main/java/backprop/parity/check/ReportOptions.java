package backprop.parity.check;

import backprop.parity.io.WholeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** What is written for a build server, and what it knows already. */
final class ReportOptions {
  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write a test per case in the XML of JUnit, for build servers.")
  private Path junit;

  @Option(
      names = "--tap",
      description =
          "Write a test per case in the Test Anything Protocol, and the verdict as comments.")
  private boolean tap;

  @Option(
      names = "--expected-failures",
      paramLabel = "FILE",
      description =
          "Names of cases, one a line, that may disagree; one that agrees after all fails the run.")
  private Path expectedFailures;

  boolean tap() {
    return tap;
  }

  /** Whether any of these is asked for. */
  boolean isAsked() {
    return junit != null || tap || expectedFailures != null;
  }

  ExpectedFailures expectedFailures(Predicate<String> known) {
    return expectedFailures == null
        ? ExpectedFailures.NONE
        : ExpectedFailures.read(expectedFailures, known);
  }

  /** Before anything is asked: a check can take long. */
  void requireWritable() {
    if (junit != null) {
      WholeFile.requireWritable(junit);
    }
  }

  /** Writes what is asked for; all but TAP, which is the output itself. */
  void write(List<CaseOutcome> outcomes) {
    if (junit != null) {
      WholeFile.write(junit, JunitReport.of(outcomes));
    }
  }
}
