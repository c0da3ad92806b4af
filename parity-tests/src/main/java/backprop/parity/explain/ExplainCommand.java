package backprop.parity.explain;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.options.CaseArgument;
import backprop.parity.options.CaseLimits;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terminal.Terminal;
import backprop.parity.terminal.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows every step of a case, both twins side by side. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Show every step of a network, loops and matrices side by side.",
    footer = {
      "",
      "Examples:",
      "  backprop explain",
      "  backprop explain --list",
      "  backprop explain my-network.json",
      "  backprop explain mazur --entry 'weightGradients[2][0][1]'",
      ""
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final String FIRST_EXAMPLE = "hello";

  @Spec private CommandSpec spec;
  @Mixin private CaseLimits limits;

  @Parameters(
      paramLabel = "CASE",
      arity = "0..1",
      description = "A case file, - for standard input, or a built-in example (default: hello).")
  private String argument;

  @Option(names = "--list", description = "Name the built-in examples.")
  private boolean list;

  @Option(
      names = "--entry",
      paramLabel = "NAME",
      description = {
        "Take one number apart into all its terms.",
        "  weightGradients[2][0][1]: layer 2, neuron j = 0, neuron before i = 1",
        "  deltas[2][0][1]: layer 2, neuron j = 0, sample s = 1",
        "Layers count from 1, the rest from 0. Likewise preActivations,",
        "activations, biasGradients, updatedWeights, updatedBiases; and cost."
      })
  private String entryName;

  @Override
  public Integer call() {
    if (list) {
      requireAlone();
      printList();
      return 0;
    }
    if (argument == null) {
      argument = FIRST_EXAMPLE;
    }
    List<Case> cases = CaseArgument.read(argument, limits.reader());
    String description = WorkedExamples.descriptions().getOrDefault(argument, "");
    TextStyle style = new TextStyle(Terminal.colours());
    boolean identical = true;
    for (Case question : cases) {
      identical &=
          entryName == null
              ? new Explanation(question, style, System.out).print(description)
              : print(Entry.parse(entryName, question), question, style);
    }
    return identical ? 0 : 1;
  }

  private static boolean print(Entry entry, Case question, TextStyle style) {
    return entry.isCost()
        ? new CostExplanation(question, style, System.out).print()
        : new EntryExplanation(question, style, System.out).print(entry);
  }

  private void requireAlone() {
    if (argument != null || entryName != null) {
      throw new ParameterException(
          spec.commandLine(), "--list names all examples: expected neither a CASE nor --entry");
    }
  }

  private static void printList() {
    for (Map.Entry<String, String> example : WorkedExamples.descriptions().entrySet()) {
      System.out.printf("%-20s %s%n", example.getKey(), example.getValue());
    }
  }
}
