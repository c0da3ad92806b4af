package backprop.parity.training;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.io.Limits;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Spelling;
import backprop.parity.options.ChoiceConverter;
import backprop.parity.terminal.ShellWord;
import backprop.parity.training.descent.InitialWeights;
import backprop.parity.training.descent.RequestedNetwork;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say what is to learn. */
final class NetworkOptions {
  private static final String WIDTHS = "[1-9][0-9]{0,5}(,[1-9][0-9]{0,5}){0,99}";

  @Option(
      names = "--layers",
      paramLabel = "WIDTHS",
      description = "The hidden layers: 30, or 64,32 for two, or none.")
  private String layers;

  @Option(
      names = "--activation",
      paramLabel = "NAME",
      description = "Of the hidden layers: identity, sigmoid, tanh, relu or leaky-relu.")
  private String activation;

  @Option(
      names = "--output",
      paramLabel = "NAME",
      description = "Activation of the last layer; softmax, too (default: what fits the cost).")
  private String output;

  @Option(
      names = "--cost",
      paramLabel = "NAME",
      description =
          "squared-error, half-squared-error, cross-entropy or"
              + " binary-cross-entropy (default: what fits the output).")
  private String cost;

  @Option(
      names = "--reduction",
      paramLabel = "NAME",
      description = "From the costs of a batch to one number: sum, mean or element-mean.")
  private String reduction;

  @Option(
      names = "--initial",
      paramLabel = "NAME",
      description =
          "The weights before the first step: xavier, he, normal, or zero, from"
              + " which hidden neurons never part (default: he for relu, else xavier).")
  private String initial;

  @Option(
      names = "--max-parameters",
      paramLabel = "N",
      description = "Refuse networks with more weights and biases (default: ${DEFAULT-VALUE}).")
  private long maxParameters = Limits.DEFAULT.parameters();

  /** For the network that is built or loaded; a file may have as many bytes as that takes. */
  Limits limits() {
    return new Limits(Long.MAX_VALUE, maxParameters);
  }

  /**
   * What was asked for.
   *
   * @throws InvalidInput if a word is not known
   */
  RequestedNetwork requested() {
    return new RequestedNetwork(
        Optional.ofNullable(layers).map(NetworkOptions::widths),
        between(),
        ChoiceConverter.of("--output", Activation.class, output),
        ChoiceConverter.of("--cost", Cost.class, cost),
        ChoiceConverter.of("--reduction", Reduction.class, reduction),
        ChoiceConverter.of("--initial", InitialWeights.class, initial));
  }

  private Optional<Activation> between() {
    if (Spelling.of(Activation.SOFTMAX).equals(activation)) {
      throw new InvalidInput(
          "--activation softmax: only the last layer can be softmax (--output softmax).");
    }
    Set<Activation> allowed = EnumSet.complementOf(EnumSet.of(Activation.SOFTMAX));
    return ChoiceConverter.of("--activation", allowed, activation);
  }

  private static List<Integer> widths(String text) {
    if (text.equals("none")) {
      return List.of();
    }
    if (text.matches("[1-9][0-9]*(,[1-9][0-9]*)*") && !text.matches(WIDTHS)) {
      String sentence = "--layers %s: expected at most 100 widths, each at most 999999.";
      throw new InvalidInput(sentence.formatted(text));
    }
    if (!text.matches(WIDTHS)) {
      String sentence = "--layers %s: expected widths such as 30 or 64,32, or none.";
      throw new InvalidInput(sentence.formatted(ShellWord.of(text)));
    }
    return Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }
}
