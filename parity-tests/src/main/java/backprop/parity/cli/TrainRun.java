package backprop.parity.cli;

import backprop.loops.Network;
import backprop.parity.cases.InvalidInput;
import backprop.parity.cases.WholeFile;
import backprop.parity.data.TrainingData;
import backprop.parity.train.BitParity;
import backprop.parity.train.Checkpoint;
import backprop.parity.train.Conclusion;
import backprop.parity.train.Examination;
import backprop.parity.train.Learner;
import backprop.parity.train.Learners;
import backprop.parity.train.Trainer;
import backprop.parity.train.TrainingFiles;
import backprop.parity.train.TrainingRun;
import backprop.parity.train.report.TrainingReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A training from its first line on the screen to its last. */
final class TrainRun {
  private static final long SAVED_AFTER = Duration.ofSeconds(20).toNanos();

  private final TrainPlan plan;
  private final List<String> sources;
  private final int threads;
  private final TrainFileOptions files;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final Progress progress = new Progress(System.err);
  private final Interruption interruption = new Interruption();
  private final TrainSummary summary;
  private final long started = System.nanoTime();
  private long lastSaved = started;

  TrainRun(TrainPlan plan, List<String> sources, int threads, TrainFileOptions files) {
    this.plan = plan;
    this.sources = sources;
    this.threads = threads;
    this.files = files;
    this.summary = new TrainSummary(plan.material(), System.out);
    describe();
  }

  private void describe() {
    Network network = plan.start().network();
    settings.put("data", plan.material().inUnits().summary());
    settings.put(
        "inputs", plan.material().standardisation().isPresent() ? "standardised" : "as they are");
    settings.put(
        "network",
        "%s: %s; %s weights and biases"
            .formatted(
                TrainWords.widths(network),
                TrainWords.functions(network),
                TrainWords.count(TrainWords.parameters(network))));
    settings.put("descent", TrainWords.descent(plan.start().optimiser(), plan.schedule()));
    settings.put("source", String.join(" and ", sources));
  }

  int run() {
    List<Learner> learners = new ArrayList<>();
    try {
      for (String source : sources) {
        learners.add(Learners.named(source, plan.start(), plan.schedule().batchSize(), threads));
      }
      return run(learners);
    } finally {
      learners.forEach(Learner::close);
    }
  }

  private int run(List<Learner> learners) {
    settings.forEach(summary::line);
    System.out.println();
    TrainScreen screen =
        new TrainScreen(System.out, progress, interruption, plan.schedule(), this::saveNowAndThen);
    TrainingData seen = plan.material().seen();
    screen.begin(!seen.training().classes().isEmpty(), seen.heldOut().isPresent());
    Trainer trainer =
        new Trainer(
            seen.training(), seen.heldOut(), plan.schedule(), learners, plan.start(), screen);
    interruption.listen();
    Conclusion conclusion = trainer.run();
    screen.end();
    progress.clear();
    return finish(trainer, conclusion);
  }

  private void saveNowAndThen(Checkpoint checkpoint) {
    if (files.saved().isEmpty() || System.nanoTime() - lastSaved < SAVED_AFTER) {
      return;
    }
    try {
      files.saved().get().write(plan.saved(checkpoint), plan.material());
    } catch (InvalidInput problem) {
      progress.print(problem.getMessage() + " Training goes on.");
    }
    lastSaved = System.nanoTime();
  }

  private int finish(Trainer trainer, Conclusion conclusion) {
    Checkpoint end = trainer.lastGood();
    if (conclusion.kind() == Conclusion.Kind.DIVERGED) {
      throw diverged(conclusion, end);
    }
    System.out.println();
    summary.line("ended", conclusion.sentence());
    Examination judged = examine(end.result());
    summary.result(judged);
    summary.straightLine(end.result());
    trainer.parity().ifPresent(parity -> showParity(parity, end.updates()));
    double seconds = (System.nanoTime() - started) / 1e9;
    summary.line("time", TrainWords.time(seconds));
    files.saved().ifPresent(file -> save(file, end));
    files.report().ifPresent(file -> report(file, conclusion, end, judged));
    return switch (conclusion.kind()) {
      case INTERRUPTED -> interruption.exitCode();
      case DISAGREEMENT -> 1;
      default -> 0;
    };
  }

  private InvalidInput diverged(Conclusion conclusion, Checkpoint end) {
    boolean saves = files.saved().isPresent() && end.updates() > plan.start().updates();
    files
        .saved()
        .filter(file -> saves)
        .ifPresent(file -> file.write(plan.saved(end), plan.material()));
    String kept =
        saves
            ? "%s holds the network after epoch %d"
                .formatted(files.saved().get().network(), end.epochs().size())
            : "nothing was written";
    return new InvalidInput(
        "%s; a smaller --rate may help, %s.".formatted(conclusion.sentence(), kept));
  }

  /** The network may be an earlier one than the learners have now. */
  private Examination examine(Network network) {
    Checkpoint answering = Checkpoint.start(network, plan.start().optimiser());
    int batchSize = plan.schedule().batchSize();
    try (Learner learner = Learners.named(sources.get(0), answering, batchSize, threads)) {
      return Examination.of(learner, plan.material().judgedAsSeen(), batchSize, network.cost());
    }
  }

  private void showParity(BitParity parity, long updates) {
    summary.line(
        "bits",
        "after %s updates %s of %s weights and biases have the same 64 bits in %s"
            .formatted(
                TrainWords.count(updates),
                TrainWords.count(parity.identical()),
                TrainWords.count(parity.compared()),
                String.join(" and ", sources)));
    parity.firstDifference().ifPresent(difference -> summary.line("", "first " + difference));
  }

  private void save(TrainingFiles file, Checkpoint end) {
    file.write(plan.saved(end), plan.material());
    String path = ShellWord.of(file.network().toString());
    summary.line(
        "saved", "%s, and %s to go on".formatted(path, ShellWord.of(file.training().toString())));
    summary.line("next", "backprop explain " + path);
    summary.line(
        "", "backprop train --resume %s --epochs %d".formatted(path, 2 * plan.schedule().epochs()));
  }

  private void report(Path file, Conclusion conclusion, Checkpoint end, Examination judged) {
    if (end.epochs().isEmpty()) {
      throw new InvalidInput(file + ": expected a whole epoch to report, found none.");
    }
    String sentence = conclusion.sentence();
    TrainingRun run =
        new TrainingRun(
            settings, sentence, end.epochs(), plan.material().judged(), judged.outputs());
    WholeFile.write(file, TrainingReport.of(run));
    summary.line("report", file.toString());
  }
}
