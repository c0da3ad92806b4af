package backprop.parity.cli;

import backprop.loops.Activation;
import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.cases.Case;
import backprop.parity.cases.InvalidInput;
import backprop.parity.data.BuiltInData;
import backprop.parity.data.DataSet;
import backprop.parity.data.TrainingData;
import backprop.parity.train.Checkpoint;
import backprop.parity.train.DataWish;
import backprop.parity.train.Fingerprint;
import backprop.parity.train.Learners;
import backprop.parity.train.Material;
import backprop.parity.train.NetworkWish;
import backprop.parity.train.Recipe;
import backprop.parity.train.SavedTraining;
import backprop.parity.train.SavedTrainingReader;
import backprop.parity.train.Schedule;
import backprop.parity.train.TrainingFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains a network on built-in data or somebody's own. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Train a network by gradient descent, on built-in data or on your own.",
      "",
      "Whatever you do not ask for is chosen to suit the data, and shown before the first epoch.",
      "The cost and the share of right answers \"while learning\" are those of each batch before its"
          + " update; held-out samples are asked after every epoch and never learned from. A cost is"
          + " in the units of the data, squared for numbers to predict, whatever is standardised.",
      ""
    },
    footer = {
      "",
      "Ctrl-C finishes the batch, saves what --save asks for and exits with 130; a second one ends"
          + " at once.",
      "",
      "Examples:",
      "  backprop train digits",
      "      1,797 real digits, with settings that are known to work",
      "  backprop train women",
      "      a straight line, and the one that least squares gives",
      "  backprop train digits --both --epochs 3",
      "      loops and matrices side by side: after every update the same bits?",
      "  backprop train train-images-idx3-ubyte.gz",
      "      MNIST, as the tutorial does it: --layers 30 --batch 10 --rate 3 --activation sigmoid",
      "      --cost half-squared-error; labels and test pictures are found beside it",
      "  backprop train flowers.csv --layers 16,16 --optimiser adam --stop-after 20 --report f.html",
      "      your own data: the last column is the label",
      "  backprop train houses.csv --targets 1 --layers 16",
      "      the last column is a number to predict; without --layers by a straight line or plane",
      "  backprop train digits --save mine.json",
      "  backprop train --resume mine.json --epochs 60",
      "      go on where it stopped, bit for bit",
      ""
    })
final class TrainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "DATA",
      arity = "0..1",
      description = {
        "women, xor, circles-and-crosses or digits; a CSV file; MNIST's IDX",
        "files, by their pictures or their folder; gzipped or not."
      })
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
  private TrainDataOptions dataOptions = new TrainDataOptions();

  @ArgGroup(validate = false, heading = "%nNetwork:%n")
  private TrainNetworkOptions networkOptions = new TrainNetworkOptions();

  @ArgGroup(validate = false, heading = "%nGradient descent:%n")
  private TrainDescentOptions descentOptions = new TrainDescentOptions();

  @ArgGroup(validate = false, heading = "%nFiles:%n")
  private TrainFileOptions files = new TrainFileOptions();

  @Mixin private CaseLimits limits;

  @Override
  public Integer call() {
    if (data == null && files.resume().isEmpty()) {
      printOverview();
      return 0;
    }
    List<String> sources = Learners.sources(source, both);
    int threadsToUse = threads(sources);
    files.requireThatFit(data == null ? List.of() : Material.files(data));
    TrainPlan plan = files.resume().map(this::resumed).orElseGet(this::begun);
    files.requireApartFrom(Material.files(plan.wish().data()));
    return new TrainRun(plan, sources, threadsToUse, files).run();
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
    BuiltInData.descriptions()
        .forEach((name, text) -> System.out.printf("  backprop train %-20s %s%n", name, text));
    System.out.println("Your own:");
    System.out.println("  backprop train FILE                 a CSV, or MNIST's IDX files");
    System.out.println("All that can be chosen: backprop train --help");
  }

  private TrainPlan begun() {
    long chosenSeed = seed == null ? 1 : seed;
    DataWish wish = dataOptions.wish(data, chosenSeed);
    NetworkWish networkWish = networkOptions.wish(chosenSeed);
    TrainingData inUnits = Material.read(wish);
    Recipe recipe = Recipe.of(wish, inUnits.training(), networkWish.hidden());
    if (files.load().isEmpty()) {
      networkWish.requireAtMost(limits.limits().parameters(), inUnits.training(), recipe);
    }
    Optional<Network> loaded =
        files.load().map(file -> loaded(file, networkWish, inUnits.training()));
    Network asked = loaded.orElseGet(() -> networkWish.network(inUnits.training(), recipe));
    Material material = Material.of(inUnits, wish, asked.layer(asked.depth()).activation());
    Network network = loaded.isPresent() ? material.asSeen(asked) : asked;
    DataSet training = material.seen().training();
    Optimiser optimiser = descentOptions.start(network, recipe);
    Schedule schedule = descentOptions.schedule(recipe, training.size(), chosenSeed);
    String fingerprint = files.saved().isPresent() ? Fingerprint.of(training) : "";
    return new TrainPlan(
        wish, material, fingerprint, schedule, Checkpoint.start(network, optimiser));
  }

  private Network loaded(Path file, NetworkWish wish, DataSet data) {
    if (!wish.isEmpty()) {
      throw new InvalidInput(
          "--load %s: expected no other network to be asked for, found one of --layers, --activation,"
                  .formatted(file)
              + " --output, --cost, --reduction and --initial.");
    }
    if (Files.isDirectory(file)) {
      throw new InvalidInput(file + ": expected one case file, found a folder.");
    }
    List<Case> cases = limits.reader().read(file);
    if (cases.size() > 1) {
      throw new InvalidInput(
          "%s: expected one network, found %d cases.".formatted(file, cases.size()));
    }
    Network network = cases.get(0).network();
    NetworkWish.requireFit(network, file.toString(), data);
    return network;
  }

  private TrainPlan resumed(TrainingFiles file) {
    if (!dataOptions.areEmpty()
        || !networkOptions.wish(1).isEmpty()
        || !descentOptions.leaveAWayAlone()
        || seed != null) {
      throw new InvalidInput(
          "--resume %s: expected nothing that makes another training of it: only --epochs,"
                  .formatted(file.network())
              + " --stop-after, --source, --both, --threads, --save and --report can be new.");
    }
    SavedTraining saved = SavedTrainingReader.read(file.training());
    DataWish wish = data == null ? saved.data() : saved.data().of(data);
    Network network = saved.checkpoint().network();
    Activation last = network.layer(network.depth()).activation();
    Material material = Material.of(Material.read(wish), wish, last);
    DataSet training = material.seen().training();
    if (!Fingerprint.of(training).equals(saved.fingerprint())) {
      String sentence = "%s: expected the data that %s was trained on, found others.";
      throw new InvalidInput(sentence.formatted(wish.data(), file.network()));
    }
    saved.requirePossible(file.training().toString(), training.size());
    NetworkWish.requireWidths(network, file.training().toString(), training);
    Schedule schedule = descentOptions.schedule(saved.schedule());
    int done = saved.checkpoint().epochs().size();
    if (schedule.epochs() <= done) {
      String sentence = "--resume %s: %s done: expected --epochs of more than that.";
      String epochs = done == 1 ? "1 epoch is" : done + " epochs are";
      throw new InvalidInput(sentence.formatted(file.network(), epochs));
    }
    return new TrainPlan(wish, material, saved.fingerprint(), schedule, saved.checkpoint());
  }
}
