package backprop.parity.training;

import backprop.parity.model.InvalidInput;
import backprop.parity.terminal.Terminal;
import backprop.parity.terminal.Wrapped;
import backprop.parity.training.data.BuiltInData;
import backprop.parity.training.descent.Learners;
import backprop.parity.training.descent.TrainingSamples;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a network on built-in data or on your own. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Train a network by gradient descent, on built-in data or on your own.",
      "",
      "Whatever you do not ask for is chosen to suit the data, and shown before the first"
          + " epoch. The cost and the share of right answers \"while learning\" are those of each"
          + " batch before its update; the network is asked about held-out samples after every"
          + " epoch and never learns from them. Costs are in the units of the data, squared for"
          + " numbers to predict, whatever is standardised.",
      ""
    },
    footer = {
      "",
      "Ctrl-C finishes the batch, saves what --save asks for and exits with 130; a second"
          + " one ends at once. TERM exits with 143, HUP with 129.",
      "",
      "Examples:",
      "  backprop train digits",
      "      1,797 real digits, with settings that are known to work",
      "  backprop train women",
      "      a straight line, and the one that least squares gives",
      "  backprop train digits --both --epochs 3",
      "      loops and matrices side by side: the same bits after every epoch?",
      "  backprop train train-images-idx3-ubyte.gz",
      "      MNIST; labels and test pictures are found beside it",
      "  backprop train flowers.csv --layers 16,16 --optimiser adam --stop-after 20",
      "      your own data: the last column is the label",
      "  backprop train houses.csv --targets 1 --layers 16 --report houses.html",
      "      the last column is a number to predict; without --layers by a plane",
      "  backprop train digits --save mine.json",
      "  backprop train --resume mine.json --epochs 60",
      "      go on where it stopped, bit for bit",
      ""
    })
public final class TrainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DATA",
      arity = "0..1",
      description =
          "women, xor, circles-and-crosses or digits; a CSV file; MNIST's IDX"
              + " files, by their pictures or their folder; gzipped or not.")
  private String data;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "What computes: loops, matrix or fast (default: fast); or two, as loops,fast.")
  private String source;

  @Option(
      names = "--both",
      description = "Train with two sources, loops and matrix if none is named, and compare bits.")
  private boolean both;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "For --source fast; the bits stay the same. Worth it for wide layers on idle processors"
              + " (default: 1).")
  private Integer threads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Of the first weights, the order of the samples and what is held out: the same seed, the"
              + " same bits, on every machine (default: 1).")
  private Long seed;

  @ArgGroup(validate = false, heading = "%nData:%n")
  private DataOptions dataOptions = new DataOptions();

  @ArgGroup(validate = false, heading = "%nNetwork:%n")
  private NetworkOptions networkOptions = new NetworkOptions();

  @ArgGroup(validate = false, heading = "%nGradient descent:%n")
  private DescentOptions descentOptions = new DescentOptions();

  @ArgGroup(validate = false, heading = "%nFiles:%n")
  private FileOptions files = new FileOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (data == null && files.resume().isEmpty()) {
      requireNoOption();
      printOverview();
      return 0;
    }
    List<String> sources = Learners.sources(source, both);
    int threadsToUse = threads(sources);
    files.requireThatFit(data == null ? List.of() : TrainingSamples.files(data));
    TrainingPlan plan =
        new TrainRequest(data, seed, dataOptions, networkOptions, descentOptions, files).plan();
    files.requireApartFrom(TrainingSamples.files(plan.request().data()));
    return new TrainingSession(plan, sources, threadsToUse, files).run();
  }

  /** An option without data would do nothing, which nobody asked for. */
  private void requireNoOption() {
    List<OptionSpec> asked = spec.commandLine().getParseResult().matchedOptions();
    if (!asked.isEmpty()) {
      String sentence = "%s: expected DATA with it, such as digits ('backprop train' lists more).";
      throw new InvalidInput(sentence.formatted(asked.get(0).longestName()));
    }
  }

  /** More threads than processors only wait for each other. */
  private int threads(List<String> sources) {
    if (threads == null) {
      return 1;
    }
    int processors = Runtime.getRuntime().availableProcessors();
    if (threads < 1 || threads > processors) {
      String sentence = "--threads %d: expected 1 to %d, the processors of this machine.";
      throw new InvalidInput(sentence.formatted(threads, processors));
    }
    if (!sources.contains("fast")) {
      String sentence = "--threads %d: expected --source fast with it, found %s.";
      throw new InvalidInput(sentence.formatted(threads, String.join(" and ", sources)));
    }
    return threads;
  }

  private void printOverview() {
    System.out.println("Built-in data, each with settings that are known to work:");
    BuiltInData.descriptions().forEach(TrainCommand::printData);
    System.out.println("Your own:");
    System.out.println("  backprop train FILE                 a CSV, or MNIST's IDX files");
    System.out.println("All that can be chosen: backprop train --help");
  }

  private static void printData(String name, String text) {
    String start = "  backprop train %-20s ".formatted(name);
    Wrapped.behind(start, start.length(), text, Terminal.width()).forEach(System.out::println);
  }
}
