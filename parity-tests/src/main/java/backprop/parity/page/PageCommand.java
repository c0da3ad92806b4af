package backprop.parity.page;

import backprop.parity.io.PathName;
import backprop.parity.io.WholeFile;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.CaseArgument;
import backprop.parity.options.CaseLimits;
import backprop.parity.options.FileClaims;
import backprop.parity.suites.WorkedExamples;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a case as a page in which every number can be pointed at. */
@Command(
    name = "page",
    mixinStandardHelpOptions = true,
    description = {
      "Write an interactive page that shows loops and matrices side by side.",
      "",
      "One HTML file that needs nothing else: watch one weight, turn a matrix, predict the next"
          + " T, then point at any number, or change it, and see its terms.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  backprop page",
      "  backprop page mazur -o mazur.html",
      "  backprop page my-network.json -o my-network.html",
      ""
    })
public final class PageCommand implements Callable<Integer> {
  @Mixin private CaseLimits limits;

  @Parameters(
      paramLabel = "CASE",
      arity = "0..1",
      description = "A case file, - for standard input, or a built-in example (default: hello).")
  private String argument = "hello";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write the page (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("backprop.html");

  @Override
  public Integer call() {
    List<Case> cases = CaseArgument.read(argument, limits.reader());
    if (cases.size() > 1) {
      String sentence = "%s: expected one case, as a page shows one, found %d.";
      throw new InvalidInput(sentence.formatted(argument, cases.size()));
    }
    requireAnotherFile();
    WholeFile.write(file, Page.of(cases.get(0), origin()));
    System.out.printf("%s: open it in any browser, it needs nothing else%n", file);
    return 0;
  }

  /** A page is no case any more. */
  private void requireAnotherFile() {
    FileClaims claims = new FileClaims();
    if (!argument.equals("-") && !CaseArgument.isBuiltIn(argument)) {
      claims.reads(PathName.of(argument), "the case");
    }
    claims.writes(file, "-o");
  }

  private CaseOrigin origin() {
    return CaseArgument.isBuiltIn(argument)
        ? new CaseOrigin(
            argument,
            WorkedExamples.descriptions().getOrDefault(argument, ""),
            WorkedExamples.japaneseDescriptions().getOrDefault(argument, ""))
        : CaseOrigin.FILE;
  }
}
