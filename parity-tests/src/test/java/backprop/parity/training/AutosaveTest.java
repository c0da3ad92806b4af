package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Network;
import backprop.loops.optimisers.Plain;
import backprop.parity.model.InvalidInput;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.training.descent.Checkpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long training is saved now and then. */
class AutosaveTest {
  private static final Network NETWORK = WorkedExamples.named("hello").network();
  private static final Checkpoint CHECKPOINT = Checkpoint.start(NETWORK, new Plain(0.1));

  private final List<Checkpoint> saved = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private long seconds = 100;

  @Test
  void itSavesOnceInEveryInterval() {
    Autosave autosave = autosave(false);
    for (int second = 0; second < 65; second++) {
      seconds++;
      autosave.offer(CHECKPOINT);
    }
    assertThat(saved).hasSize(3).containsOnly(CHECKPOINT);
    assertThat(complaints).isEmpty();
  }

  @Test
  void whatCannotBeWrittenIsSaidAndTriedAgain() {
    Autosave autosave = autosave(true);
    for (int second = 0; second < 45; second++) {
      seconds++;
      autosave.offer(CHECKPOINT);
    }
    assertThat(complaints)
        .containsExactly(
            "mine.json: no space. The training goes on.",
            "mine.json: no space. The training goes on.");
  }

  private Autosave autosave(boolean diskIsFull) {
    return new Autosave(
        Duration.ofSeconds(20),
        () -> Duration.ofSeconds(seconds).toNanos(),
        checkpoint -> {
          if (diskIsFull) {
            throw new InvalidInput("mine.json: no space.");
          }
          saved.add(checkpoint);
        },
        complaints::add);
  }
}
