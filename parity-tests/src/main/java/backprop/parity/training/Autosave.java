package backprop.parity.training;

import backprop.parity.model.InvalidInput;
import backprop.parity.training.descent.Checkpoint;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Saves a long training now and then, so that a power cut costs seconds and not hours. */
final class Autosave {
  private final long interval;
  private final LongSupplier clock;
  private final Consumer<Checkpoint> save;
  private final Consumer<String> complain;
  private long last;

  /**
   * Starts to wait.
   *
   * @param interval between two savings
   * @param clock in nanoseconds
   * @param save what to do
   * @param complain where to say that it failed
   */
  Autosave(
      Duration interval, LongSupplier clock, Consumer<Checkpoint> save, Consumer<String> complain) {
    this.interval = interval.toNanos();
    this.clock = clock;
    this.save = save;
    this.complain = complain;
    last = clock.getAsLong();
  }

  /** Saves if it is time; a full disk need not stop a training: there may be room at its end. */
  void offer(Checkpoint checkpoint) {
    if (clock.getAsLong() - last < interval) {
      return;
    }
    try {
      save.accept(checkpoint);
    } catch (InvalidInput problem) {
      complain.accept(problem.getMessage() + " The training goes on.");
    }
    last = clock.getAsLong();
  }
}
