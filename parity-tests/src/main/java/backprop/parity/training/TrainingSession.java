package backprop.parity.training;

import backprop.loops.Network;
import backprop.parity.io.WholeFile;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.CaseLimits;
import backprop.parity.terminal.ExitCode;
import backprop.parity.terminal.ProgressLine;
import backprop.parity.terminal.ShellWord;
import backprop.parity.terminal.Terminal;
import backprop.parity.training.data.DataSet;
import backprop.parity.training.data.TrainingData;
import backprop.parity.training.descent.BitParity;
import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.Examination;
import backprop.parity.training.descent.Learner;
import backprop.parity.training.descent.Learners;
import backprop.parity.training.descent.StopReason;
import backprop.parity.training.descent.Trainer;
import backprop.parity.training.descent.TrainingFiles;
import backprop.parity.training.descent.TrainingRun;
import backprop.parity.training.report.TrainingReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A training from its first line on the screen to its last. */
final class TrainingSession {
  private final TrainingPlan plan;
  private final List<String> sources;
  private final int threads;
  private final FileOptions files;
  private final Map<String, String> settings;
  private final TrainSummary summary;
  private final ProgressLine progress = new ProgressLine(System.err);

  TrainingSession(TrainingPlan plan, List<String> sources, int threads, FileOptions files) {
    this.plan = plan;
    this.sources = sources;
    this.threads = threads;
    this.files = files;
    settings = SettingsText.of(plan, sources);
    summary = new TrainSummary(plan.samples(), Terminal.width(), System.out);
  }

  /** Trains, and gives the exit code. */
  int run() {
    settings.forEach(summary::line);
    System.out.println();
    List<Learner> learners = new ArrayList<>();
    try (Interruption interruption =
        new Interruption(() -> progress.print("Finishing the batch; once more to end at once."))) {
      for (String source : sources) {
        learners.add(learner(source, plan.start()));
      }
      return train(learners, interruption);
    } finally {
      learners.forEach(Learner::close);
    }
  }

  private Learner learner(String source, Checkpoint from) {
    return Learners.named(source, from, plan.schedule().batchSize(), threads);
  }

  /** Gives the exit code; a signal that came when all was done has interrupted nothing. */
  private int train(List<Learner> learners, Interruption interruption) {
    TrainingData seen = plan.samples().seen();
    TrainScreen screen =
        new TrainScreen(System.out, progress, interruption, plan.schedule().epochs());
    screen.begin(!seen.training().classes().isEmpty(), seen.heldOut().isPresent());
    Trainer trainer = new Trainer(plan.samples(), plan.schedule(), learners, plan.start(), screen);
    StopReason reason = trainer.run();
    screen.end();
    progress.clear();
    Checkpoint end = trainer.lastGood();
    switch (reason.kind()) {
      case DIVERGED -> throw diverged(reason, end);
      case OUT_OF_RANGE -> throw outOfRange(reason);
      default -> {} // there is a network to show
    }
    Optional<BitParity> parity = trainer.parity();
    show(reason, end, parity);
    if (!parity.map(BitParity::holds).orElse(true)) {
      return ExitCode.DISAGREES;
    }
    return reason.kind() == StopReason.Kind.INTERRUPTED ? interruption.exitCode() : 0;
  }

  private void show(StopReason reason, Checkpoint end, Optional<BitParity> parity) {
    Examination judged = examination(end.result());
    System.out.println();
    summary.line("ended", reason.sentence());
    summary.result(judged);
    summary.straightLine(end.result());
    parity.ifPresent(compared -> summary.bits(compared, end.updates(), sources));
    summary.time(end.epochs().subList(plan.start().epochs().size(), end.epochs().size()));
    files.saved().ifPresent(file -> save(file, end, reason.kind()));
    files.report().ifPresent(file -> report(file, end, reason, judged));
  }

  /** Asks the network that is kept, which may be an earlier one than the learners have. */
  private Examination examination(Network trained) {
    Network network = plan.samples().inUnits(trained);
    Checkpoint checkpoint = Checkpoint.start(network, plan.start().optimiser());
    try (Learner answering = learner(sources.get(0), checkpoint)) {
      DataSet judged = plan.samples().judged();
      return Examination.of(answering, judged, plan.schedule().batchSize(), network.cost());
    }
  }

  private void save(TrainingFiles file, Checkpoint end, StopReason.Kind kind) {
    file.write(plan.saved(end), plan.samples());
    String path = ShellWord.of(file.network().toString());
    String training = ShellWord.of(file.training().toString());
    summary.line("saved", "%s, and %s to go on".formatted(path, training));
    long parameters = SettingsText.parameters(end.result());
    String limits = CaseLimits.optionsFor(file.network().toFile().length(), parameters);
    summary.command("next", "backprop explain " + path + limits);
    String resume = "backprop train --resume " + path;
    switch (kind) {
      case INTERRUPTED -> summary.command("", resume);
      case FINISHED -> summary.command("", resume + " --epochs " + 2 * plan.schedule().epochs());
      default -> {} // there is no reason to go on
    }
  }

  private void report(Path file, Checkpoint end, StopReason reason, Examination judged) {
    if (end.epochs().isEmpty()) {
      summary.line("report", "not written, as no epoch is whole");
      return;
    }
    TrainingRun run =
        new TrainingRun(
            plan.samples().inUnits().training().name(),
            settings,
            reason.sentence(),
            end.epochs(),
            plan.samples().judged(),
            judged.outputs());
    WholeFile.write(file, TrainingReport.of(run));
    summary.command("report", ShellWord.of(file.toString()));
  }

  /** The first batch was too much. */
  private InvalidInput outOfRange(StopReason reason) {
    String sentence =
        "%s: %s; are some numbers very large? --standardise makes them small (nothing was written).";
    return new InvalidInput(sentence.formatted(plan.request().data(), reason.sentence()));
  }

  /** The numbers got out of hand; what was good before is kept. */
  private InvalidInput diverged(StopReason reason, Checkpoint end) {
    boolean progressed = end.updates() > plan.start().updates();
    Optional<TrainingFiles> kept = files.saved().filter(file -> progressed);
    kept.ifPresent(file -> file.write(plan.saved(end), plan.samples()));
    String holds = "%s holds the network after epoch %d";
    String where =
        kept.map(file -> holds.formatted(file.network(), end.epochs().size()))
            .orElse("nothing was written");
    String sentence = "%s; try a smaller --rate (%s).";
    return new InvalidInput(sentence.formatted(reason.sentence(), where));
  }
}
