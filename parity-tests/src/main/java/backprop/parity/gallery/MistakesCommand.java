package backprop.parity.gallery;

import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.NearestNames;
import backprop.parity.terminal.Terminal;
import backprop.parity.terminal.TextStyle;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists the classic mistakes, or explains one. */
@Command(
    name = "mistakes",
    mixinStandardHelpOptions = true,
    description = "List the classic mistakes, or explain one with live numbers.",
    footer = {
      "",
      "Examples:",
      "  backprop mistakes",
      "  backprop mistakes hidden-derivative-missing",
      ""
    })
public final class MistakesCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "A mistake; without it, all are listed.")
  private String name;

  @Override
  public Integer call() {
    TextStyle style = Terminal.style();
    if (name == null) {
      new MistakeList(style, System.out).print();
    } else {
      Mistake mistake = Mistake.named(name).orElseThrow(() -> unknown(name));
      new MistakeExplanation(mistake, style, System.out).print();
    }
    return 0;
  }

  private static InvalidInput unknown(String name) {
    NearestNames names =
        new NearestNames(Arrays.stream(Mistake.values()).map(Mistake::spelling).toList());
    String sentence = "%s: expected the name of a mistake, such as %s.";
    return new InvalidInput(sentence.formatted(name, String.join(", ", names.nearest(name))));
  }
}
