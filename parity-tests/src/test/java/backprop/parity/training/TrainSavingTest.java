package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.Epoch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Who ends a training at once is told what is left of it. */
class TrainSavingTest {
  @TempDir private Path folder;
  private String file;

  @BeforeEach
  void name() {
    file = folder.resolve("mine.json").toString();
  }

  @Test
  void whatWasSavedLastIsNamed() {
    TrainSaving saving = new TrainSaving(plan(), files("--save", file));
    assertThat(saving.kept()).isEqualTo("nothing was saved");
    saving.save(after(1, 0));
    assertThat(saving.kept()).isEqualTo(file + " holds the training up to epoch 1");
    saving.save(after(2, 3));
    assertThat(saving.kept()).isEqualTo(file + " holds the training up to batch 3 of epoch 3");
  }

  @Test
  void aTrainingThatGoesOnInItsOwnFileHasLostNoneOfIt() {
    new TrainSaving(plan(), files("--save", file)).save(after(1, 0));
    assertThat(new TrainSaving(plan(), files("--resume", file)).kept())
        .isEqualTo(file + " is as it was");
    assertThat(new TrainSaving(plan(), files("--resume", file, "--save", file + "2")).kept())
        .isEqualTo("nothing was saved");
  }

  @Test
  void nothingIsSavedWhereNobodyAskedForIt() {
    TrainSaving saving = new TrainSaving(plan(), files());
    saving.save(after(1, 0));
    assertThat(saving.kept()).isEqualTo("nothing was saved");
    assertThat(folder).isEmptyDirectory();
  }

  private static TrainFileOptions files(String... arguments) {
    return CommandLine.populateCommand(new TrainFileOptions(), arguments);
  }

  private static TrainPlan plan() {
    TrainOptions options =
        new TrainOptions(
            "xor",
            null,
            new TrainDataOptions(),
            new TrainNetworkOptions(),
            new TrainDescentOptions(),
            files(),
            new TrainLimits());
    return new TrainBeginning(options).plan();
  }

  private static Checkpoint after(int epochs, int batches) {
    Checkpoint start = plan().start();
    Epoch.Score score = new Epoch.Score(0.5, OptionalDouble.empty());
    Epoch epoch = new Epoch(1, score, Optional.empty(), 0.1);
    return new Checkpoint(
        start.network(),
        start.optimiser(),
        epochs + batches,
        List.of(epoch, epoch).subList(0, epochs),
        batches,
        start.running(),
        Optional.empty());
  }
}
