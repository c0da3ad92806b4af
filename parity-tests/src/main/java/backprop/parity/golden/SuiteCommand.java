package backprop.parity.golden;

import backprop.parity.model.InvalidInput;
import backprop.parity.suites.DefaultSuite;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the golden vectors. */
@Command(
    name = "suite",
    mixinStandardHelpOptions = true,
    description = {
      "Write the golden vectors: cases with their right answers.",
      "",
      "For programs that cannot run the oracle: every line of golden.jsonl has a case, every step of"
          + " the right answer, and how far a right program may be from each number. golden-plain.txt has"
          + " the case, the gradients and what is allowed in three lines of words and decimal numbers.",
      ""
    },
    footer = {"", "Example:", "  backprop suite golden-vectors", ""})
public final class SuiteCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      description =
          "The folder to write to; made if it is missing, and written over if it has"
              + " an older suite.")
  private Path folder;

  @Override
  public Integer call() {
    if (folder.toString().isBlank()) {
      throw new InvalidInput("DIR: expected a folder, found nothing.");
    }
    new GoldenSuite(DefaultSuite.cases()).write(folder);
    System.out.printf("%d cases written to %s%n", DefaultSuite.cases().size(), folder);
    return 0;
  }
}
