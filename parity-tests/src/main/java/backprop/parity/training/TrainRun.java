package backprop.parity.training;

import backprop.loops.Network;
import backprop.parity.terminal.ProgressLine;
import backprop.parity.training.data.ColumnScale;
import backprop.parity.training.data.Standardisation;
import backprop.parity.training.data.TrainingData;
import backprop.parity.training.descent.BitParity;
import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.Examination;
import backprop.parity.training.descent.Learner;
import backprop.parity.training.descent.Learners;
import backprop.parity.training.descent.StopReason;
import backprop.parity.training.descent.Trainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A training from its first line on the screen to its last. */
final class TrainRun {
  private static final int DISAGREES = 1;
  private static final Duration SAVED_EVERY = Duration.ofSeconds(20);

  private final TrainPlan plan;
  private final List<String> sources;
  private final int threads;
  private final TrainFileOptions files;
  private final TrainSaving saving;
  private final Map<String, String> settings;
  private final ProgressLine progress = new ProgressLine(System.err);

  TrainRun(TrainPlan plan, List<String> sources, int threads, TrainFileOptions files) {
    this.plan = plan;
    this.sources = sources;
    this.threads = threads;
    this.files = files;
    this.saving = new TrainSaving(plan, files);
    this.settings = settings();
  }

  private Map<String, String> settings() {
    Network network = plan.start().network();
    Standardisation standardisation = plan.material().standardisation();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("data", plan.material().inUnits().summary());
    lines.put("inputs", preparation(standardisation.inputs()));
    if (plan.material().inUnits().training().classes().isEmpty()) {
      lines.put("targets", preparation(standardisation.targets()));
    }
    lines.put("network", TrainSettingsText.network(network));
    lines.put("initial", plan.initial());
    lines.put("descent", TrainSettingsText.descent(plan.start().optimiser(), plan.schedule()));
    lines.put("source", String.join(" and ", sources));
    return lines;
  }

  private static String preparation(Optional<ColumnScale> scale) {
    return scale.isPresent() ? "standardised" : "as they are";
  }

  /** Trains, and gives the exit code. */
  int run() {
    TrainSummary summary = new TrainSummary(plan.material(), System.out);
    settings.forEach(summary::line);
    System.out.println();
    List<Learner> learners = new ArrayList<>();
    try (Interruption interruption =
        Interruption.listen(this::sayThatItEnds, this::sayWhatIsKept)) {
      for (String source : sources) {
        learners.add(learner(source, plan.start()));
      }
      return train(learners, interruption, summary);
    } finally {
      learners.forEach(Learner::close);
    }
  }

  private void sayThatItEnds() {
    progress.print("Finishing the batch; once more to end at once.");
  }

  private void sayWhatIsKept() {
    progress.clear();
    System.err.printf("Ended at once; %s.%n", saving.kept());
  }

  private Learner learner(String source, Checkpoint from) {
    return Learners.named(source, from, plan.schedule().batchSize(), threads);
  }

  /** Gives the exit code; a signal that came when all was done has interrupted nothing. */
  private int train(List<Learner> learners, Interruption interruption, TrainSummary summary) {
    TrainingData seen = plan.material().seen();
    TrainScreen screen =
        new TrainScreen(System.out, progress, interruption, plan.schedule(), autosave());
    screen.begin(!seen.training().classes().isEmpty(), seen.heldOut().isPresent());
    Trainer trainer = new Trainer(plan.material(), plan.schedule(), learners, plan.start(), screen);
    StopReason conclusion = trainer.run();
    screen.end();
    progress.clear();
    Checkpoint end = trainer.lastGood();
    TrainEnding ending = new TrainEnding(plan, files, saving, settings, summary);
    switch (conclusion.kind()) {
      case DIVERGED -> throw ending.diverged(conclusion, end);
      case OUT_OF_RANGE -> throw ending.outOfRange(conclusion);
      default -> {} // there is a network to show
    }
    Optional<BitParity> parity = trainer.parity();
    ending.show(conclusion, end, examination(end.result()), parity);
    if (!parity.map(BitParity::holds).orElse(true)) {
      return DISAGREES;
    }
    return conclusion.kind() == StopReason.Kind.INTERRUPTED ? interruption.exitCode() : 0;
  }

  private Consumer<Checkpoint> autosave() {
    return new Autosave(SAVED_EVERY, System::nanoTime, saving::save, progress::print)::offer;
  }

  /** Asks the network that is kept, which may be an earlier one than the learners have. */
  private Examination examination(Network trained) {
    Network network = plan.material().inUnits(trained);
    try (Learner answering =
        learner(sources.get(0), Checkpoint.start(network, plan.start().optimiser()))) {
      int batchSize = plan.schedule().batchSize();
      return Examination.of(answering, plan.material().judged(), batchSize, network.cost());
    }
  }
}
