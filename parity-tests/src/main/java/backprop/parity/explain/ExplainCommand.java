package backprop.parity.explain;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.SampleLayout;
import backprop.parity.model.WeightLayout;
import backprop.parity.options.CaseArgument;
import backprop.parity.options.CaseLimits;
import backprop.parity.options.ChoiceConverter;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.terminal.Terminal;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terminal.Wrapped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      "  backprop explain --step 7 --samples rows --weights inputs-by-outputs",
      "  backprop explain mazur --entry 'weightGradients[2][0][1]'",
      ""
    })
public final class ExplainCommand implements Callable<Integer> {
  private static final String FIRST_EXAMPLE = "hello";
  private static final int LAST_STEP = 8;

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
        "  weightGradients[2][0][1]: layer 2, neuron j=0, neuron before i=1",
        "  deltas[2][0][1]: layer 2, neuron j=0, sample s=1",
        "  inputGradients[0][1]: input i=0, sample s=1",
        "Layers count from 1, the rest from 0; indices stand in the layout of the output. The"
            + " other names are preActivations, activations, biasGradients, updatedWeights,"
            + " updatedBiases and cost."
      })
  private String entryName;

  @Option(
      names = "--step",
      paramLabel = "N",
      description = "Show step N alone, 1 to 8, of every layer.")
  private Integer step;

  @Option(names = "--all", description = "Show every step, not only 6 and 7.")
  private boolean all;

  @Option(names = "--bits", description = "Show the 64 bits of single numbers.")
  private boolean bits;

  @Option(
      names = "--samples",
      paramLabel = "columns|rows",
      description = "Write a column or a row per sample (default: columns).")
  private String samples;

  @Option(
      names = "--weights",
      paramLabel = "outputs-by-inputs|inputs-by-outputs",
      description = "Write weights this way round (default: as the case does).")
  private String weights;

  @Override
  public Integer call() {
    requireOneChoice();
    if (list) {
      printList();
      return 0;
    }
    if (argument == null) {
      argument = FIRST_EXAMPLE;
    }
    List<Case> cases = CaseArgument.read(argument, limits.reader());
    String description = WorkedExamples.descriptions().getOrDefault(argument, "");
    TextStyle style = Terminal.style();
    boolean identical = true;
    for (Case question : cases) {
      identical &=
          entryName == null
              ? explained(question, style, description)
              : print(EntryName.parse(entryName, question, layout(question)), question, style);
    }
    return identical ? 0 : 1;
  }

  private boolean explained(Case question, TextStyle style, String description) {
    boolean identical =
        new Explanation(question, layout(question), style, System.out)
            .print(description, shown(), bits);
    if (!all && step == null) {
      System.out.println();
      System.out.println("Next: --step 1 to --step 8, one step each, or --all; --bits.");
    }
    return identical;
  }

  private ShownSteps shown() {
    if (step == null) {
      return all ? ShownSteps.ALL : ShownSteps.FIRST;
    }
    if (step < 1 || step > LAST_STEP) {
      String sentence = "--step %d: expected a number from 1 to %d";
      throw new ParameterException(spec.commandLine(), sentence.formatted(step, LAST_STEP));
    }
    return ShownSteps.only(step);
  }

  private Layout layout(Case question) {
    Layout own = Layout.of(question);
    return new Layout(
        ChoiceConverter.of("--samples", SampleLayout.class, samples).orElse(own.samples()),
        ChoiceConverter.of("--weights", WeightLayout.class, weights).orElse(own.weights()));
  }

  private boolean print(Entry entry, Case question, TextStyle style) {
    return entry.isCost()
        ? new CostExplanation(question, layout(question), style, System.out).print()
        : new EntryExplanation(question, layout(question), style, System.out).print(entry);
  }

  private void requireOneChoice() {
    long choices = Stream.of(entryName != null, step != null, all).filter(chosen -> chosen).count();
    if (choices > 1) {
      throw new ParameterException(
          spec.commandLine(), "expected only one of --entry, --step and --all");
    }
    if (list && (argument != null || entryName != null)) {
      throw new ParameterException(
          spec.commandLine(), "--list names all examples: expected neither a CASE nor --entry");
    }
  }

  private static void printList() {
    for (Map.Entry<String, String> example : WorkedExamples.descriptions().entrySet()) {
      String start = "%-20s ".formatted(example.getKey());
      Wrapped.behind(start, start.length(), example.getValue(), Terminal.width())
          .forEach(System.out::println);
    }
  }
}
