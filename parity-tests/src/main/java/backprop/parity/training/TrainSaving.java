package backprop.parity.training;

import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.TrainingFiles;
import java.util.Optional;

/** Where a training is saved, and what of it is there by now. */
final class TrainSaving {
  private final TrainPlan plan;
  private final Optional<TrainingFiles> file;

  /** Read by whoever hears a signal, while the training may be saving. */
  private volatile String kept;

  TrainSaving(TrainPlan plan, TrainFileOptions files) {
    this.plan = plan;
    this.file = files.saved();
    this.kept =
        file.filter(saved -> files.savesInPlace())
            .map(saved -> saved.network() + " is as it was")
            .orElse("nothing was saved");
  }

  /** The files, if there are to be some. */
  Optional<TrainingFiles> file() {
    return file;
  }

  /** Writes them; without a place to save there is nothing to do. */
  void save(Checkpoint checkpoint) {
    file.ifPresent(
        saved -> {
          saved.write(plan.saved(checkpoint), plan.material());
          kept = saved.network() + " holds the training up to " + place(checkpoint);
        });
  }

  private static String place(Checkpoint checkpoint) {
    int epochs = checkpoint.epochs().size();
    int batches = checkpoint.batches();
    return batches == 0 ? "epoch " + epochs : "batch " + batches + " of epoch " + (epochs + 1);
  }

  /** What is left if the program ends now. */
  String kept() {
    return kept;
  }
}
