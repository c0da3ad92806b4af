package backprop.parity.train;

import backprop.loops.Network;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.cases.InvalidInput;
import java.util.List;

/** The sources that can learn, by name. */
public final class Learners {
  /** Their names. */
  public static final List<String> NAMES = List.of("loops", "matrix", "fast");

  private Learners() {}

  /**
   * A learner that starts with that network.
   *
   * @throws InvalidInput if no source that can learn has that name
   */
  public static Learner named(
      String source, Network network, Optimiser optimiser, int batchSize, int threads) {
    return switch (source) {
      case "loops" -> new LoopsLearner(network, optimiser);
      case "matrix" -> new MatrixLearner(network, optimiser);
      case "fast" -> new FastLearner(network, optimiser, batchSize, threads);
      default ->
          throw new InvalidInput(
              "--source %s: expected one of %s.".formatted(source, String.join(", ", NAMES)));
    };
  }
}
