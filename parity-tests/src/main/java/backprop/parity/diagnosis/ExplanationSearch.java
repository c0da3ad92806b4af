package backprop.parity.diagnosis;

import backprop.parity.diagnosis.mistakes.Fault;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Scope;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for the fewest mistakes that explain every case: on each, the candidate's numbers are those
 * of a program with these mistakes, with some of them, or right.
 *
 * <p>The gradients are explained first; the cost, which a program may print right or wrong beside
 * them, after that.
 */
final class ExplanationSearch {
  private static final int MOST_TOGETHER = 3;
  private static final int MOST_NODES = 200;
  private static final int MOST_IMPROVING = 16;

  private final List<Evidence> evidence;
  private final List<Fault> variants;
  private final List<Evidence> wrong;
  private int nodes;

  /**
   * @param evidence small cases first
   * @param variants of the mistakes that are possible
   */
  ExplanationSearch(List<Evidence> evidence, List<Fault> variants) {
    this.evidence = evidence;
    this.variants = variants;
    this.wrong =
        evidence.stream()
            .filter(each -> !each.isReproducedBy(FaultyProgram.correct()))
            .sorted(Comparator.comparing(each -> each.observation().work()))
            .toList();
  }

  /** The best explanations, several if nothing tells them apart; none if nothing explains all. */
  List<Explanation> best() {
    List<Fault> plain =
        variants.stream().filter(fault -> fault.equals(new Fault(fault.mistake()))).toList();
    List<Explanation> all = explained(wrong.isEmpty() ? List.of(List.of()) : bySingle(plain));
    if (all.stream().noneMatch(Explanation::consistent) && !wrong.isEmpty()) {
      all = explained(bySingle(variants));
    }
    if (all.isEmpty() && !wrong.isEmpty()) {
      all = explained(together());
    }
    int best = all.stream().mapToInt(Explanation::rank).min().orElse(0);
    return all.stream().filter(each -> each.rank() == best).toList();
  }

  private List<List<Fault>> bySingle(List<Fault> possible) {
    List<List<Fault>> sets = new ArrayList<>();
    for (Fault fault : possible) {
      if (!fault.isOfCostAlone() && explainsAll(wrong, List.of(fault))) {
        sets.add(List.of(fault));
      }
    }
    return sets;
  }

  /** Two or more mistakes, on one case together or on different cases. */
  private List<List<Fault>> together() {
    Set<List<Fault>> sets = new LinkedHashSet<>();
    for (int most = 2; most <= MOST_TOGETHER && sets.isEmpty(); most++) {
      nodes = 0;
      grow(List.of(), most, sets);
    }
    return List.copyOf(sets);
  }

  /** Adds mistakes until every case is explained, going from the smallest to the largest. */
  private void grow(List<Fault> chosen, int most, Set<List<Fault>> sets) {
    Optional<Evidence> next = wrong.stream().filter(each -> !explains(each, chosen)).findFirst();
    if (next.isEmpty()) {
      sets.add(chosen);
      return;
    }
    nodes++;
    if (chosen.size() == most || nodes > MOST_NODES) {
      return;
    }
    List<List<Fault>> explaining = new ArrayList<>();
    List<List<Fault>> improving = new ArrayList<>();
    int blocks = next.get().blocksOf(new FaultyProgram(chosen, false));
    for (Fault fault : variants) {
      boolean isNew = chosen.stream().noneMatch(each -> each.mistake() == fault.mistake());
      if (isNew && !fault.isOfCostAlone()) {
        List<Fault> more = with(chosen, fault);
        if (explains(next.get(), more)) {
          explaining.add(more);
        } else if (most > chosen.size() + 1 && most > 2) {
          int better = next.get().blocksOf(new FaultyProgram(more, false));
          if (better > blocks) {
            improving.add(more);
          }
        }
      }
    }
    explaining.forEach(more -> grow(more, most, sets));
    if (explaining.isEmpty() && chosen.isEmpty()) {
      pairs(next.get()).forEach(pair -> grow(pair, most, sets));
    }
    if (explaining.isEmpty() && sets.isEmpty()) {
      improving.stream().limit(MOST_IMPROVING).forEach(more -> grow(more, most, sets));
    }
  }

  private static boolean explainsAll(List<Evidence> cases, List<Fault> faults) {
    return cases.stream().allMatch(each -> explains(each, faults));
  }

  /** Whether some of the faults, together, give the numbers of a case. */
  private static boolean explains(Evidence one, List<Fault> faults) {
    return subsets(faults).stream()
        .anyMatch(some -> one.isReproducedBy(new FaultyProgram(some, false)));
  }

  /** All of them first, none last. */
  private static List<List<Fault>> subsets(List<Fault> faults) {
    List<List<Fault>> subsets = new ArrayList<>();
    for (int chosen = (1 << faults.size()) - 1; chosen >= 0; chosen--) {
      List<Fault> subset = new ArrayList<>();
      for (int index = 0; index < faults.size(); index++) {
        if ((chosen >> index & 1) == 1) {
          subset.add(faults.get(index));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }

  /** The pairs that together give the numbers of one case. */
  private List<List<Fault>> pairs(Evidence hardest) {
    List<Suspect> suspects = suspects(hardest);
    List<List<Fault>> pairs = new ArrayList<>();
    for (int first = 0; first < suspects.size(); first++) {
      for (int second = first + 1; second < suspects.size(); second++) {
        Suspect one = suspects.get(first);
        Suspect other = suspects.get(second);
        if (one.fault.mistake() != other.fault.mistake() && one.mayGoWith(other)) {
          List<Fault> pair = List.of(one.fault, other.fault);
          if (hardest.isReproducedBy(new FaultyProgram(pair, false))) {
            pairs.add(pair);
          }
        }
      }
    }
    return pairs;
  }

  /**
   * A mistake that shows on a case.
   *
   * @param quiet whether it leaves the last layer as it is
   * @param fits whether it alone gives the last layer that was found
   */
  private record Suspect(Fault fault, boolean quiet, boolean fits) {
    private boolean isPlain() {
      return fault.equals(new Fault(fault.mistake()));
    }

    /**
     * Who leaves the last layer alone needs one beside it that gives all of it; and of two mistakes
     * that come together one is made as the catalogue has it, or there would be too many pairs.
     */
    boolean mayGoWith(Suspect other) {
      return (isPlain() || other.isPlain()) && (!quiet || other.fits) && (!other.quiet || fits);
    }
  }

  private List<Suspect> suspects(Evidence hardest) {
    Result right = hardest.answer(FaultyProgram.correct()).orElseThrow();
    Evidence ofRight = hardest.insteadOf(right);
    List<Suspect> suspects = new ArrayList<>();
    for (Fault fault : variants) {
      // Another form in some layers only, beside a second mistake: too rare for so many pairs.
      if (fault.form() > 0 && fault.scope() != Scope.EVERYWHERE) {
        continue;
      }
      FaultyProgram program = FaultyProgram.with(fault);
      Optional<Result> answer = fault.isOfCostAlone() ? Optional.empty() : hardest.answer(program);
      if (answer.isPresent() && !ofRight.isReproducedBy(program)) {
        boolean quiet = ofRight.hasLastLayerOf(answer.get());
        suspects.add(new Suspect(fault, quiet, hardest.hasLastLayerOf(answer.get())));
      }
    }
    return suspects;
  }

  private static List<Fault> with(List<Fault> chosen, Fault fault) {
    List<Fault> more = new ArrayList<>(chosen);
    more.add(fault);
    return List.copyOf(more);
  }

  private List<Explanation> explained(List<List<Fault>> sets) {
    List<Explanation> explanations = new ArrayList<>();
    for (List<Fault> faults : sets) {
      for (List<Fault> whole : withCost(faults)) {
        explanations.add(explanation(whole));
      }
    }
    return explanations;
  }

  /** The same mistakes, and those beside them which explain the costs; none if nothing does. */
  private List<List<Fault>> withCost(List<Fault> faults) {
    List<Evidence> odd = evidence.stream().filter(each -> !hasCost(each, faults)).toList();
    if (odd.isEmpty()) {
      return List.of(faults);
    }
    List<Fault> ofCost = variants.stream().filter(Fault::isOfCostAlone).toList();
    List<List<Fault>> found = new ArrayList<>();
    for (Fault fault : ofCost) {
      List<Fault> more = with(faults, fault);
      if (odd.stream().allMatch(each -> hasCost(each, more))) {
        found.add(more);
      }
    }
    for (int first = 0; found.isEmpty() && first < ofCost.size(); first++) {
      for (Fault second : ofCost.subList(first + 1, ofCost.size())) {
        List<Fault> more = with(with(faults, ofCost.get(first)), second);
        boolean two = ofCost.get(first).mistake() != second.mistake();
        if (two && odd.stream().allMatch(each -> hasCost(each, more))) {
          found.add(more);
        }
      }
    }
    return found;
  }

  /** Right, or that of some of the mistakes, or scaled as the gradients are. */
  private static boolean hasCost(Evidence one, List<Fault> faults) {
    return subsets(faults).stream()
        .map(some -> new FaultyProgram(some, false))
        .anyMatch(
            some ->
                one.hasCostOf(some) || some.hasFactor() && one.hasCostOf(some.whoseCostFollows()));
  }

  private Explanation explanation(List<Fault> faults) {
    FaultyProgram program = new FaultyProgram(faults, false);
    boolean follows = program.hasFactor() && isConsistent(program.whoseCostFollows());
    FaultyProgram whole = follows && !isConsistent(program) ? program.whoseCostFollows() : program;
    List<Evidence> exceptions =
        evidence.stream().filter(each -> !each.isReproducedBy(program)).toList();
    boolean consistent = exceptions.isEmpty() && isConsistent(whole);
    String where =
        exceptions.isEmpty()
            ? ""
            : Separation.words(observations(made(faults)), observations(exceptions));
    return new Explanation(whole, consistent, where);
  }

  /** Where the mistakes were seen. */
  private List<Evidence> made(List<Fault> faults) {
    FaultyProgram program = new FaultyProgram(faults, false);
    return wrong.stream().filter(each -> each.isReproducedBy(program)).toList();
  }

  private boolean isConsistent(FaultyProgram program) {
    return evidence.stream()
        .allMatch(each -> each.isReproducedBy(program) && each.hasCostOf(program));
  }

  private static List<Observation> observations(List<Evidence> cases) {
    return cases.stream().map(Evidence::observation).toList();
  }
}
