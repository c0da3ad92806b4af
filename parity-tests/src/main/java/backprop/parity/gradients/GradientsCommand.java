package backprop.parity.gradients;

import backprop.parity.io.CaseReader;
import backprop.parity.io.JsonWriter;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.CaseArgument;
import backprop.parity.options.CaseLimits;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.Sources;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the gradients of cases as JSON, one line per case. */
@Command(
    name = "gradients",
    mixinStandardHelpOptions = true,
    description = "Write the gradients of cases as JSON, one line per case.",
    footer = {
      "",
      "Examples:",
      "  backprop gradients mazur",
      "  backprop gradients --source matrix --trace --hex my-network.json",
      "  backprop gradients --digest",
      ""
    })
public final class GradientsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private CaseLimits limits;

  @Parameters(
      paramLabel = "CASE",
      arity = "0..*",
      description = "A case file, a folder of them, - for standard input, or a built-in example.")
  private List<String> cases = List.of();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "Who computes: ${COMPLETION-CANDIDATES} (default: loops).",
      completionCandidates = Sources.Names.class)
  private String source = "loops";

  @Option(names = "--trace", description = "Write the steps between, too.")
  private boolean trace;

  @Option(names = "--hex", description = "Write numbers as hex floats, which show every bit.")
  private boolean hexadecimal;

  @Option(
      names = "--digest",
      description = "Print one SHA-256 over all bits of a fixed suite, to compare two machines.")
  private boolean digest;

  @Override
  public Integer call() {
    GradientSource chosen = Sources.named(source);
    if (digest) {
      requireAlone();
      System.out.println(digest(chosen));
      return 0;
    }
    if (cases.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "expected at least one CASE");
    }
    CaseReader reader = limits.reader();
    JsonWriter writer = new JsonWriter(hexadecimal);
    for (String argument : cases) {
      for (Case question : CaseArgument.read(argument, reader)) {
        System.out.println(writer.write(chosen.answer(question), question.weightLayout(), trace));
      }
    }
    return 0;
  }

  private String digest(GradientSource chosen) {
    try {
      return GradientDigest.of(chosen);
    } catch (MissingStep missing) {
      String sentence =
          "--source %s: expected a source that gives every step, as loops does, for a digest; %s.";
      throw new InvalidInput(sentence.formatted(source, missing.getMessage()));
    }
  }

  private void requireAlone() {
    if (!cases.isEmpty() || trace || hexadecimal) {
      throw new ParameterException(
          spec.commandLine(),
          "--digest is of a fixed suite: expected neither a CASE nor --trace nor --hex");
    }
  }
}
