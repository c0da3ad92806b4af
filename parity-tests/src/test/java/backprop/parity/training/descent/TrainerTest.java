package backprop.parity.training.descent;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Gradient descent with every source, and each reason to stop. */
class TrainerTest {
  private static final TrainingSamples XOR = Lessons.material("xor");
  private static final TrainingSamples DIGITS = Lessons.material("digits");

  @ParameterizedTest
  @EnumSource(OptimiserKind.class)
  void allThreeSourcesHaveTheSameBitsAfterEveryEpoch(OptimiserKind kind) {
    Checkpoint start = Lessons.start(DIGITS, kind, 0.01);
    for (String other : List.of("matrix", "fast")) {
      Trainer trainer = pair(start, learner("loops", start, 100), learner(other, start, 100));
      assertThat(trainer.run().kind()).as(other).isEqualTo(StopReason.Kind.FINISHED);
      BitParity parity = trainer.parity().orElseThrow();
      assertThat(parity.identical()).as(other).isEqualTo(64 * 64 + 64 + 64 * 10 + 10);
      assertThat(parity.holds()).as(other).isTrue();
      assertThat(trainer.lastGood().updates()).as("updates").isEqualTo(2 * 15);
      assertThat(trainer.lastGood().epochs())
          .as("as one learner alone")
          .usingRecursiveComparison()
          .ignoringFields("seconds")
          .isEqualTo(alone(start));
    }
  }

  private static List<Epoch> alone(Checkpoint start) {
    List<Learner> learner = List.of(learner("fast", start, 100));
    Trainer trainer = Lessons.trainer(DIGITS, Lessons.schedule(2, 100), learner, start);
    trainer.run();
    return trainer.lastGood().epochs();
  }

  @Test
  void oneBitInOneWeightIsADisagreement() {
    Checkpoint start = Lessons.start(DIGITS, OptimiserKind.PLAIN, 0.1);
    Trainer trainer =
        pair(
            start,
            learner("loops", start, 100),
            new Disguised(learner("loops", start, 100)) {
              @Override
              public Network network() {
                return withOneBitMore(super.network());
              }
            });
    StopReason conclusion = trainer.run();
    assertThat(conclusion.kind()).isEqualTo(StopReason.Kind.DISAGREEMENT);
    assertThat(conclusion.sentence()).isEqualTo("loops and disguised parted in epoch 1");
    BitParity parity = trainer.parity().orElseThrow();
    assertThat(parity.compared() - parity.identical()).isEqualTo(1);
    assertThat(parity.firstDifference().orElseThrow()).startsWith("weights[2][3][4]: ");
  }

  @Test
  void everySampleIsLearnedOnceAnEpoch() {
    List<double[]> learned = new ArrayList<>();
    Checkpoint start = Lessons.start(DIGITS, OptimiserKind.PLAIN, 0.1);
    Learner learner =
        new Disguised(learner("fast", start, 100)) {
          @Override
          public double[][] learn(double[][] inputs, double[][] targets) {
            learned.addAll(Arrays.asList(inputs));
            return super.learn(inputs, targets);
          }
        };
    Lessons.trainer(DIGITS, Lessons.schedule(1, 100), List.of(learner), start).run();
    List<double[]> samples = new ArrayList<>();
    for (int s = 0; s < DIGITS.seen().training().size(); s++) {
      samples.add(DIGITS.seen().training().input(s));
    }
    assertThat(learned).containsExactlyInAnyOrderElementsOf(samples);
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 3, DIVERGED, 'epoch 2, batch 1: a number became infinite or NaN'",
    "Infinity, 3, DIVERGED, 'epoch 2, batch 1: a number became infinite or NaN'",
    "NaN, 1, OUT_OF_RANGE, a number is infinite or NaN before the first update"
  })
  void aNumberOutOfHandEndsTheTrainingAndKeepsTheLastWholeEpoch(
      double number, int atUpdate, StopReason.Kind kind, String sentence) {
    Checkpoint start = Lessons.start(XOR, OptimiserKind.PLAIN, 0.1);
    Learner learner =
        new Disguised(learner("fast", start, 2)) {
          private int updates;

          @Override
          public double[][] learn(double[][] inputs, double[][] targets) {
            double[][] outputs = super.learn(inputs, targets);
            updates++;
            return updates == atUpdate ? new double[][] {{number}, {number}} : outputs;
          }
        };
    Trainer trainer = Lessons.trainer(XOR, Lessons.schedule(9, 2), List.of(learner), start);
    StopReason conclusion = trainer.run();
    assertThat(conclusion).isEqualTo(new StopReason(kind, sentence));
    assertThat(trainer.lastGood().updates()).isEqualTo(atUpdate - 1);
    assertThat(trainer.lastGood().network().layer(1).weights()[0]).doesNotContain(Double.NaN);
  }

  @Test
  void patienceKeepsTheNetworkOfTheBestEpoch() {
    Checkpoint start = Lessons.start(DIGITS, OptimiserKind.PLAIN, 0.3);
    Schedule schedule = new Schedule(60, 10, true, 1, OptionalInt.of(2));
    List<Network> networks = new ArrayList<>();
    TrainingListener watcher =
        new Lessons.Watching() {
          @Override
          public void epoch(Epoch epoch, Checkpoint checkpoint) {
            networks.add(checkpoint.network());
          }
        };
    Trainer trainer =
        Lessons.trainer(DIGITS, schedule, List.of(learner("fast", start, 10)), start, watcher);
    StopReason conclusion = trainer.run();
    assertThat(conclusion.kind()).isEqualTo(StopReason.Kind.NO_IMPROVEMENT);
    Checkpoint end = trainer.lastGood();
    double[] costs =
        end.epochs().stream().mapToDouble(e -> e.heldOut().orElseThrow().cost()).toArray();
    int best = end.best().orElseThrow().epoch();
    assertThat(best).isEqualTo(costs.length - 2);
    assertThat(costs[best - 1]).isEqualTo(Arrays.stream(costs).min().orElseThrow());
    assertThat(BitParity.of(end.result(), networks.get(best - 1)).holds()).isTrue();
    assertThat(BitParity.of(end.result(), end.network()).holds()).isFalse();
  }

  @Test
  void theScoreOfAnEpochIsThatOfItsBatchesBeforeTheirUpdates() {
    Checkpoint start = Lessons.start(XOR, OptimiserKind.PLAIN, 0.1);
    Learner learner = learner("fast", start, 4);
    Examination before = Examination.of(learner, XOR.seen().training(), 4, start.network().cost());
    Trainer trainer = Lessons.trainer(XOR, Lessons.schedule(1, 4), List.of(learner), start);
    trainer.run();
    Epoch.Score whileLearning = trainer.lastGood().epochs().get(0).training();
    assertThat(whileLearning.accuracy()).isEqualTo(before.score().accuracy());
    double rounding = StrictMath.ulp(4 * before.score().cost());
    assertThat(whileLearning.cost() - before.score().cost()).isBetween(-rounding, rounding);
  }

  private static Learner learner(String source, Checkpoint start, int batchSize) {
    return Learners.named(source, start, batchSize, 1);
  }

  private static Trainer pair(Checkpoint start, Learner first, Learner second) {
    return Lessons.trainer(DIGITS, Lessons.schedule(2, 100), List.of(first, second), start);
  }

  private static Network withOneBitMore(Network network) {
    Layer last = network.layer(2);
    double[][] weights = last.weights();
    weights[3][4] = StrictMath.nextUp(weights[3][4]);
    Layer changed = new Layer(last.activation(), weights, last.biases());
    return new Network(List.of(network.layer(1), changed), network.cost(), network.reduction());
  }

  /** A learner in which a test changes one thing. */
  private static class Disguised implements Learner {
    private final Learner learner;

    Disguised(Learner learner) {
      this.learner = learner;
    }

    @Override
    public String source() {
      return "disguised";
    }

    @Override
    public double[][] learn(double[][] inputs, double[][] targets) {
      return learner.learn(inputs, targets);
    }

    @Override
    public double[][] outputs(double[][] inputs, double[][] targets) {
      return learner.outputs(inputs, targets);
    }

    @Override
    public Network network() {
      return learner.network();
    }

    @Override
    public Optimiser optimiser() {
      return learner.optimiser();
    }

    @Override
    public void close() {
      learner.close();
    }
  }
}
