package backprop.parity.train;

import backprop.loops.Network;
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
      String source, Network network, double learningRate, int batchSize, int threads) {
    return switch (source) {
      case "loops" -> new LoopsLearner(network, learningRate);
      case "matrix" -> new MatrixLearner(network, learningRate);
      case "fast" -> new FastLearner(network, learningRate, batchSize, threads);
      default ->
          throw new InvalidInput(
              "--source %s: expected one of %s.".formatted(source, String.join(", ", NAMES)));
    };
  }
}
