package backprop.parity.training;

import backprop.parity.io.WholeFile;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.CaseLimits;
import backprop.parity.terminal.ShellWord;
import backprop.parity.training.descent.BitParity;
import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.Examination;
import backprop.parity.training.descent.StopReason;
import backprop.parity.training.descent.TrainingFiles;
import backprop.parity.training.descent.TrainingRun;
import backprop.parity.training.descent.TurningPoint;
import backprop.parity.training.report.TrainingReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The end of a training: what it came to, and what is kept.
 *
 * @param files what may be written
 * @param saving where to save
 * @param settings for the report
 */
record TrainEnding(
    TrainPlan plan,
    TrainFileOptions files,
    TrainSaving saving,
    Map<String, String> settings,
    TrainSummary summary) {

  /** Shows everything and writes every file that was asked for. */
  void show(StopReason conclusion, Checkpoint end, Examination judged, Optional<BitParity> parity) {
    System.out.println();
    summary.line("ended", conclusion.sentence());
    summary.result(judged);
    if (plan.schedule().patience().isEmpty()) {
      TurningPoint.of(end.epochs()).ifPresent(summary::turningPoint);
    }
    summary.straightLine(end.result());
    parity.ifPresent(compared -> showParity(compared, end.updates()));
    showTime(end);
    saving.file().ifPresent(file -> save(file, end, conclusion));
    files.report().ifPresent(file -> report(file, end, conclusion, judged));
  }

  private void showParity(BitParity parity, long updates) {
    String sentence = "after %s updates %s of %s weights and biases have the same 64 bits in %s";
    summary.line(
        "bits",
        sentence.formatted(
            TrainSettingsText.count(updates),
            TrainSettingsText.count(parity.identical()),
            TrainSettingsText.count(parity.compared()),
            settings.get("source")));
    parity.firstDifference().ifPresent(difference -> summary.line("", "first " + difference));
  }

  private void showTime(Checkpoint end) {
    List<Epoch> epochs = end.epochs().subList(plan.start().epochs().size(), end.epochs().size());
    double total = epochs.stream().mapToDouble(Epoch::seconds).sum();
    if (!epochs.isEmpty()) {
      String text = "%s to learn, %s an epoch";
      double each = total / epochs.size();
      summary.line(
          "time", text.formatted(TrainSettingsText.time(total), TrainSettingsText.time(each)));
    }
  }

  private void save(TrainingFiles file, Checkpoint end, StopReason conclusion) {
    saving.save(end);
    String path = ShellWord.of(file.network().toString());
    String training = ShellWord.of(file.training().toString());
    summary.line("saved", "%s, and %s to go on".formatted(path, training));
    long parameters = TrainSettingsText.parameters(end.result());
    String limits = CaseLimits.optionsFor(file.network().toFile().length(), parameters);
    summary.line("next", "backprop explain " + path + limits);
    String resume = "backprop train --resume " + path;
    switch (conclusion.kind()) {
      case INTERRUPTED -> summary.line("", resume);
      case FINISHED -> summary.line("", resume + " --epochs " + 2 * plan.schedule().epochs());
      default -> {} // there is no reason to go on
    }
  }

  private void report(Path file, Checkpoint end, StopReason conclusion, Examination judged) {
    if (end.epochs().isEmpty()) {
      summary.line("report", "not written, as no epoch is whole");
      return;
    }
    TrainingRun run =
        new TrainingRun(
            plan.material().inUnits().training().name(),
            settings,
            conclusion.sentence(),
            end.epochs(),
            plan.material().judged(),
            judged.outputs());
    WholeFile.write(file, TrainingReport.of(run));
    summary.line("report", ShellWord.of(file.toString()));
  }

  /** What to say when the first batch is too much. */
  InvalidInput outOfRange(StopReason conclusion) {
    String sentence =
        "%s: %s; are some numbers very large? --standardise makes them small (nothing was written).";
    return new InvalidInput(sentence.formatted(plan.wish().data(), conclusion.sentence()));
  }

  /** What to say when the numbers got out of hand, after what was good before is kept. */
  InvalidInput diverged(StopReason conclusion, Checkpoint end) {
    boolean progressed = end.updates() > plan.start().updates();
    Optional<TrainingFiles> kept = saving.file().filter(file -> progressed);
    kept.ifPresent(file -> saving.save(end));
    String where =
        kept.map(
                file ->
                    "%s holds the network after epoch %d"
                        .formatted(file.network(), end.epochs().size()))
            .orElse("nothing was written");
    String sentence = "%s; try a smaller --rate (%s).";
    return new InvalidInput(sentence.formatted(conclusion.sentence(), where));
  }
}
