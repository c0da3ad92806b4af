package backprop.parity.training.descent;

import backprop.parity.model.InvalidInput;
import java.util.HashSet;
import java.util.List;

/** The sources that can learn, by name. */
public final class Learners {
  /** Their names. */
  public static final List<String> NAMES = List.of("loops", "matrix", "fast");

  private Learners() {}

  /**
   * A learner that starts from there.
   *
   * @throws InvalidInput if no source that can learn has that name
   */
  public static Learner named(String source, Checkpoint start, int batchSize, int threads) {
    return switch (source) {
      case "loops" -> new LoopsLearner(start.network(), start.optimiser());
      case "matrix" -> new MatrixLearner(start.network(), start.optimiser());
      case "fast" -> new FastLearner(start.network(), start.optimiser(), batchSize, threads);
      default -> throw unknown(source);
    };
  }

  /**
   * The one source or the two that were asked for.
   *
   * @param names one or two between commas, or null for the usual
   * @param both whether there are to be two
   * @throws InvalidInput if they are not known, too many, or the same
   */
  public static List<String> sources(String names, boolean both) {
    if (names == null) {
      return both ? List.of("loops", "matrix") : List.of("fast");
    }
    List<String> sources = List.of(names.split(",", -1));
    for (String source : sources) {
      if (!NAMES.contains(source)) {
        throw unknown(names);
      }
    }
    if (sources.size() > 2 || new HashSet<>(sources).size() < sources.size()) {
      throw new InvalidInput(
          "--source %s: expected one source, or two different ones.".formatted(names));
    }
    if (both && sources.size() == 1) {
      String other = names.equals("loops") ? "matrix" : "loops";
      return List.of(names, other);
    }
    return sources;
  }

  private static InvalidInput unknown(String names) {
    return new InvalidInput(
        "--source %s: expected one of %s."
            .formatted(names.isEmpty() ? "''" : names, String.join(", ", NAMES)));
  }
}
