package backprop.parity.training;

import backprop.parity.terminal.ProgressLine;
import backprop.parity.terminal.Terminal;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terms.NumberText;
import backprop.parity.training.descent.Checkpoint;
import backprop.parity.training.descent.Epoch;
import backprop.parity.training.descent.TrainingListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** A training while it runs: where it is, and a line for every epoch; of many quick ones, for some. */
final class TrainScreen implements TrainingListener {
  private static final int MOST_LINES = 10;
  private static final long LINE_AFTER = 2_000_000_000L;
  private static final long REDRAWN_AFTER = 100_000_000L;

  private final PrintStream out;
  private final TextStyle style;
  private final ProgressLine progress;
  private final Interruption interruption;
  private final int epochs;
  private final int interval;
  private long drawn;
  private long printed = System.nanoTime();
  private Optional<Epoch> unprinted = Optional.empty();

  TrainScreen(PrintStream out, ProgressLine progress, Interruption interruption, int epochs) {
    this.out = out;
    this.style = Terminal.style();
    this.progress = progress;
    this.interruption = interruption;
    this.epochs = epochs;
    interval = interval(epochs);
  }

  /** 1, 2, 5, 10, 20, ...: so that there are not too many lines. */
  private static int interval(int epochs) {
    int power = 1;
    while (true) {
      for (int factor : new int[] {1, 2, 5}) {
        if (epochs / (power * factor) <= MOST_LINES) {
          return power * factor;
        }
      }
      power *= 10;
    }
  }

  /** The heading of the table. */
  void begin(boolean classes, boolean heldOut) {
    String learned = classes ? "   while learning " : "while learning";
    out.println(style.faint("          " + learned + (heldOut ? "      held out" : "")));
    String score = classes ? "     cost    right" : "     cost";
    out.println(style.faint("   epoch  " + score + (heldOut ? "   " + score : "")));
  }

  @Override
  public void batch(int epoch, int done, int batches, Epoch.Score soFar) {
    long now = System.nanoTime();
    if (now - drawn >= REDRAWN_AFTER) {
      drawn = now;
      String cost = NumberText.rounded(soFar.cost(), 4);
      String text = "epoch %d of %d, batch %d of %d, cost %s";
      progress.show(text.formatted(epoch, epochs, done, batches, cost));
    }
  }

  @Override
  public void epoch(Epoch epoch, Checkpoint checkpoint) {
    unprinted = Optional.of(epoch);
    boolean chosen = epoch.number() == 1 || epoch.number() % interval == 0;
    if (chosen || epoch.number() == epochs || System.nanoTime() - printed > LINE_AFTER) {
      end();
    }
  }

  /** Shows the last epoch, if it was passed over. */
  void end() {
    if (unprinted.isPresent()) {
      progress.clear();
      out.println(line(unprinted.get()));
      printed = System.nanoTime();
    }
    unprinted = Optional.empty();
  }

  private static String line(Epoch epoch) {
    String heldOut = epoch.heldOut().map(score -> "   " + columns(score)).orElse("");
    return "%8d  %s%s".formatted(epoch.number(), columns(epoch.training()), heldOut);
  }

  private static String columns(Epoch.Score score) {
    String cost = "%9s".formatted(NumberText.rounded(score.cost(), 4));
    return score.accuracy().isPresent()
        ? "%s %8s".formatted(cost, percent(score.accuracy().getAsDouble()))
        : cost;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * share);
  }

  @Override
  public boolean wantsToStop() {
    return interruption.happened();
  }
}
