package backprop.parity.diagnosis.mistakes;

import backprop.loops.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which mistakes a program makes, and how. Immutable.
 *
 * @param faults none, one or more
 * @param costFollows whether the cost it prints is scaled by the same factor as its gradients; then
 *     a wrong factor is no mistake but another convention
 */
public record FaultyProgram(List<Fault> faults, boolean costFollows) {
  /** The factors that others use on purpose, in the cost and in its gradient. */
  private static final Set<Mistake> CONVENTIONS =
      EnumSet.of(
          Mistake.SUMMED_NOT_AVERAGED,
          Mistake.AVERAGED_NOT_SUMMED,
          Mistake.DIVIDED_BY_BATCH_AND_OUTPUTS,
          Mistake.FACTOR_TWO,
          Mistake.FACTOR_HALF);

  public FaultyProgram {
    faults = List.copyOf(faults);
  }

  /** The textbook: no mistake at all. */
  public static FaultyProgram correct() {
    return new FaultyProgram(List.of(), false);
  }

  /** A program that makes these mistakes and prints the right cost, unless they say otherwise. */
  public static FaultyProgram with(Mistake... mistakes) {
    return new FaultyProgram(Arrays.stream(mistakes).map(Fault::new).toList(), false);
  }

  /** The same with mistakes in any form and place. */
  public static FaultyProgram with(Fault... faults) {
    return new FaultyProgram(List.of(faults), false);
  }

  /** The same mistakes, whose factor is in the cost too. */
  public FaultyProgram whoseCostFollows() {
    return new FaultyProgram(faults, true);
  }

  /** What it does wrong in one layer of a network. */
  FaultyProgram in(Network network, int l) {
    for (Fault fault : faults) {
      if (!fault.scope().holds(network, l)) {
        List<Fault> here = faults.stream().filter(each -> each.scope().holds(network, l)).toList();
        return new FaultyProgram(here, costFollows);
      }
    }
    return this;
  }

  /** The same on a network of which each scope holds all layers, or none. */
  public FaultyProgram on(Network network) {
    List<Fault> here = new ArrayList<>();
    for (Fault fault : faults) {
      long layers =
          IntStream.rangeClosed(1, network.depth())
              .filter(l -> fault.scope().holds(network, l))
              .count();
      if (layers == network.depth() && !fault.scope().isOfParameters()) {
        here.add(new Fault(fault.mistake(), fault.form(), Scope.EVERYWHERE));
      } else if (layers > 0) {
        here.add(fault);
      }
    }
    return new FaultyProgram(here, costFollows);
  }

  /** What it does wrong with the weights, or with the biases. */
  FaultyProgram with(Scope parameters) {
    Scope others = parameters == Scope.WEIGHTS ? Scope.BIASES : Scope.WEIGHTS;
    List<Fault> here = faults.stream().filter(fault -> fault.scope() != others).toList();
    return here.size() == faults.size() ? this : new FaultyProgram(here, costFollows);
  }

  /** The mistakes, in whatever form. */
  public Set<Mistake> mistakes() {
    return faults.stream().map(Fault::mistake).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether one of the mistakes is a factor that would be right if the cost had it too. */
  public boolean hasConvention() {
    return faults.stream().anyMatch(fault -> CONVENTIONS.contains(fault.mistake()));
  }

  /** Whether one of the mistakes is a factor. */
  public boolean hasFactor() {
    return faults.stream().anyMatch(fault -> fault.mistake().family() == MistakeFamily.SCALE);
  }

  boolean has(Mistake mistake) {
    return form(mistake) >= 0;
  }

  boolean has(Mistake mistake, int form) {
    return form(mistake) == form;
  }

  /** The form in which it makes the mistake, -1 if it does not. */
  int form(Mistake mistake) {
    // Asked within every loop, where an iterator would be half of the work.
    for (int each = 0; each < faults.size(); each++) {
      if (faults.get(each).mistake() == mistake) {
        return faults.get(each).form();
      }
    }
    return -1;
  }

  boolean hasAny(Collection<Mistake> any) {
    return faults.stream().anyMatch(fault -> any.contains(fault.mistake()));
  }

  /** The names in the catalogue's order, joined: {@code relu-mask-on-output + divided-by-outputs}. */
  public String name() {
    return mistakes().stream().sorted().map(Mistake::spelling).collect(Collectors.joining(" + "));
  }

  /** How it differs from what the names alone say; empty if it does not. */
  public String variant() {
    return faults.stream()
        .map(Fault::variant)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
