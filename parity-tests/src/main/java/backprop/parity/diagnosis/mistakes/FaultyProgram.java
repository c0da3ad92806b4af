package backprop.parity.diagnosis.mistakes;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which mistakes a program makes. Immutable.
 *
 * @param mistakes none, one or more
 * @param costFollows whether the cost it prints is scaled by the same factor as its gradients; then
 *     a wrong factor is no mistake but another convention
 */
public record FaultyProgram(Set<Mistake> mistakes, boolean costFollows) {
  /** The factors that others use on purpose, in the cost and in its gradient. */
  private static final Set<Mistake> CONVENTIONS =
      EnumSet.of(
          Mistake.SUMMED_NOT_AVERAGED,
          Mistake.AVERAGED_NOT_SUMMED,
          Mistake.DIVIDED_BY_BATCH_AND_OUTPUTS,
          Mistake.FACTOR_TWO,
          Mistake.FACTOR_HALF);

  public FaultyProgram {
    mistakes = Set.copyOf(mistakes);
  }

  /** The textbook: no mistake at all. */
  public static FaultyProgram correct() {
    return new FaultyProgram(Set.of(), false);
  }

  /** A program that makes these mistakes and prints the right cost, unless they say otherwise. */
  public static FaultyProgram with(Mistake... mistakes) {
    return new FaultyProgram(Set.of(mistakes), false);
  }

  /** The same mistakes, whose factor is in the cost too. */
  public FaultyProgram whoseCostFollows() {
    return new FaultyProgram(mistakes, true);
  }

  /** Whether one of the mistakes is a factor that would be right if the cost had it too. */
  public boolean hasConvention() {
    return mistakes.stream().anyMatch(CONVENTIONS::contains);
  }

  boolean has(Mistake mistake) {
    return mistakes.contains(mistake);
  }

  boolean hasAny(Collection<Mistake> any) {
    return mistakes.stream().anyMatch(any::contains);
  }

  /** The names in the catalogue's order, joined: {@code relu-mask-on-output + divided-by-outputs}. */
  public String name() {
    return mistakes.stream().sorted().map(Mistake::spelling).collect(Collectors.joining(" + "));
  }
}
