package backprop.parity.training.descent;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.PerParameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A training that was saved ends where it would have ended, to the bit. */
class ResumedTrainingTest {
  private static final double RATE = 0.01;
  private static final TrainingSamples DIGITS = Lessons.material("digits");
  private static final int BATCH = 50;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void threeEpochsAndThreeMoreAreSix(OptimiserKind kind) throws IOException {
    Checkpoint start = Lessons.start(DIGITS, kind, RATE);
    Checkpoint whole = trained(start, 6, Lessons.SILENT);
    Checkpoint half = throughAFile(trained(start, 3, Lessons.SILENT));
    requireSame(trained(half, 6, Lessons.SILENT), whole);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 28, 29, 40})
  void aTrainingThatWasInterruptedAnywhereGoesOnFromThere(int batches) throws IOException {
    Checkpoint start = Lessons.start(DIGITS, OptimiserKind.ADAM, RATE);
    Checkpoint whole = trained(start, 2, Lessons.SILENT);
    Checkpoint part = throughAFile(trained(start, 2, stoppingAfter(batches)));
    assertThat(part.updates()).as("updates before the stop").isEqualTo(batches);
    requireSame(trained(part, 2, Lessons.SILENT), whole);
  }

  /** What an optimiser remembers may be infinite long before a weight is. */
  @Test
  void everyNumberComesBackWithItsBits() throws IOException {
    double[] numbers = {
      -0.0, 0.1, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN, 1 / 0.0, -1 / 0.0
    };
    PerParameter velocity =
        new PerParameter(
            List.<double[][]>of(new double[][] {numbers}), List.of(new double[] {1.0}));
    Checkpoint start = Lessons.start(DIGITS, OptimiserKind.PLAIN, RATE);
    Momentum momentum = new Momentum(1.0 / 3.0, 0.9, velocity);
    Checkpoint read = throughAFile(Checkpoint.start(start.network(), momentum));
    Momentum back = (Momentum) read.optimiser();
    assertThat(back.learningRate()).isEqualTo(1.0 / 3.0);
    assertThat(
            Arrays.stream(back.velocity().weights(1)[0])
                .mapToLong(Double::doubleToRawLongBits)
                .toArray())
        .containsExactly(
            Arrays.stream(numbers)
                .mapToLong(Double::doubleToRawLongBits)
                .boxed()
                .toArray(Long[]::new));
  }

  @Test
  void everyEpochHasAnOrderOfItsOwnAndTheSameSeedTheSameOrder() {
    SampleOrder order = new SampleOrder(Lessons.schedule(2, 1));
    assertThat(order.of(1, 100)).isEqualTo(order.of(1, 100)).isNotEqualTo(order.of(2, 100));
    assertThat(order.of(2, 100))
        .containsOnlyOnce(java.util.stream.IntStream.range(0, 100).toArray());
    Schedule otherSeed = new Schedule(2, 1, true, 2, java.util.OptionalInt.empty());
    assertThat(new SampleOrder(otherSeed).of(1, 100)).isNotEqualTo(order.of(1, 100));
  }

  private static TrainingListener stoppingAfter(int batches) {
    return new Lessons.Watching() {
      private int done;

      @Override
      public void batch(int epoch, int ofThisEpoch, int all, Epoch.Score soFar) {
        done++;
      }

      @Override
      public boolean wantsToStop() {
        return done >= batches;
      }
    };
  }

  private static Checkpoint trained(Checkpoint from, int epochs, TrainingListener watcher) {
    try (Learner learner = Learners.named("fast", from, BATCH, 1)) {
      Schedule schedule = Lessons.schedule(epochs, BATCH);
      Trainer trainer = Lessons.trainer(DIGITS, schedule, List.of(learner), from, watcher);
      trainer.run();
      return trainer.lastGood();
    }
  }

  private Checkpoint throughAFile(Checkpoint checkpoint) throws IOException {
    Path file = folder.resolve("mine.json.training");
    SavedTraining saved =
        new SavedTraining(Lessons.request("digits"), "", Lessons.schedule(6, BATCH), checkpoint);
    Files.writeString(file, SavedTrainings.write(saved));
    SavedTraining read = SavedTrainings.read(file);
    assertThat(read.data()).isEqualTo(saved.data());
    assertThat(read.schedule()).isEqualTo(saved.schedule());
    return read.checkpoint();
  }

  private static void requireSame(Checkpoint resumed, Checkpoint whole) {
    assertThat(BitParity.of(resumed.network(), whole.network()).firstDifference()).isEmpty();
    assertThat(resumed.updates()).isEqualTo(whole.updates());
    assertThat(resumed.epochs())
        .usingRecursiveComparison()
        .ignoringFields("seconds")
        .isEqualTo(whole.epochs());
  }
}
