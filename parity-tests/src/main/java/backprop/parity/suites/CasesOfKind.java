package backprop.parity.suites;

import backprop.loops.Activation;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Rows;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Small networks of every kind, by number, always the same ones: shapes in which a wrong index, a
 * wrong factor or a wrong transpose shows, with one-hot targets and others, with biases and without.
 */
final class CasesOfKind {
  private static final long SEED = 20260103;
  private static final String PREFIX = "made-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,6})/");

  /** The inputs' width, then each layer's: all different, or square. */
  private static final int[][] WIDTHS = {
    {3, 4, 2},
    {4, 3},
    {2, 3, 4, 3},
    {3, 3, 3},
    {2, 5, 1},
    {3, 3},
    {3, 3, 3, 3},
    {4, 2, 3},
    {5, 1},
    {4, 5, 3, 1}
  };

  private static final int[] SAMPLES = {5, 1, 4, 6, 2, 1, 3};
  private static final double[] LEARNING_RATES = {0.3, 0.07, 0.6};
  private static final List<Objective> ENDINGS = Objective.all();

  private CasesOfKind() {}

  /**
   * What a case is like, before its numbers are drawn.
   *
   * @param number from 1
   */
  record Kind(
      int number,
      Objective ending,
      Activation hidden,
      int[] widths,
      int samples,
      boolean classes,
      boolean biases,
      double learningRate) {

    /** Whether all its layers have one of these activations. */
    boolean isMadeOf(Set<Activation> activations) {
      boolean output = activations.contains(ending.activation());
      return output && (widths.length == 2 || activations.contains(hidden));
    }

    String name() {
      String without = biases ? "" : "/no-biases";
      return PREFIX + "%d/%s/%s%s".formatted(number, joined(widths), slashed(ending), without);
    }
  }

  /** The kind of that number; no two numbers have much in common. */
  static Kind kind(int number, boolean biases) {
    SplittableRandom choice = new SplittableRandom(SEED + number);
    Objective ending = ENDINGS.get(choice.nextInt(ENDINGS.size()));
    Activation hidden = RandomCases.HIDDEN.get(choice.nextInt(RandomCases.HIDDEN.size()));
    int[] widths = WIDTHS[choice.nextInt(WIDTHS.length)];
    boolean classes = choice.nextInt(3) == 0;
    double rate = LEARNING_RATES[choice.nextInt(LEARNING_RATES.length)];
    int samples = SAMPLES[choice.nextInt(SAMPLES.length)];
    // A softmax of one number is 1, whatever goes in.
    boolean nothing = ending.activation() == Activation.SOFTMAX && widths[widths.length - 1] == 1;
    int[] several = nothing ? WIDTHS[0] : widths;
    return new Kind(number, ending, hidden, several, samples, classes, biases, rate);
  }

  static Case of(Kind kind) {
    List<Activation> hidden = Collections.nCopies(kind.widths.length - 2, kind.hidden);
    Case made =
        new RandomCases(SEED + kind.number)
            .next(kind.name(), kind.widths, kind.samples, hidden, kind.ending);
    Case withTargets = kind.classes ? oneHot(made) : made;
    Case question = kind.biases ? withTargets : withTargets.withoutBiasesAnywhere();
    return question.withLearningRate(kind.learningRate);
  }

  /** The case with that name. */
  static Optional<Case> named(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.lookingAt()) {
      return Optional.empty();
    }
    int number = Integer.parseInt(matcher.group(1));
    return Stream.of(kind(number, true), kind(number, false))
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .map(CasesOfKind::of);
  }

  private static String joined(int[] widths) {
    return IntStream.of(widths).mapToObj(Integer::toString).collect(Collectors.joining("-"));
  }

  private static String slashed(Objective ending) {
    return ending.toString().replace(", ", "/");
  }

  private static Case oneHot(Case made) {
    double[][] targets = Rows.copy(made.targets());
    for (int s = 0; s < made.samples(); s++) {
      for (int j = 0; j < targets.length; j++) {
        targets[j][s] = j == s % targets.length ? 1.0 : 0.0;
      }
    }
    return new Case(
        made.name(),
        made.network(),
        made.inputs(),
        targets,
        made.learningRate(),
        made.weightLayout());
  }
}
