package backprop.parity.diagnosis;

import backprop.parity.diagnosis.mistakes.Fault;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a candidate does wrong, found by doing the same.
 *
 * <p>Every mistake of the catalogue is made on the candidate's cases, in every form; named is only
 * what explains each of them: there the candidate's numbers are those of a program with the named
 * mistakes, with some of them, or right. A program that cannot answer one of the cases is not the
 * candidate, which did.
 *
 * @param correct whether every number is right
 * @param explanations none if it is correct or nothing explains it; several if the cases do not
 *     tell them apart
 */
public record Diagnosis(boolean correct, List<Explanation> explanations) {

  public Diagnosis {
    explanations = List.copyOf(explanations);
  }

  /** Compares the candidate with the loops, with every mistake, then with several together. */
  public static Diagnosis of(List<Observation> observations, ResultMatch match) {
    return of(observations, match, Variants.all());
  }

  /** The same with some of the mistakes only, as the catalogue has them and wherever they show. */
  public static Diagnosis consistent(
      List<Observation> observations, ResultMatch match, Predicate<FaultyProgram> possible) {
    List<Fault> faults =
        Variants.plain().stream()
            .filter(fault -> possible.test(FaultyProgram.with(fault)))
            .toList();
    Diagnosis all = of(observations, match, faults);
    return new Diagnosis(
        all.correct, all.explanations.stream().filter(Explanation::consistent).toList());
  }

  private static Diagnosis of(
      List<Observation> observations, ResultMatch match, List<Fault> faults) {
    List<Evidence> evidence =
        observations.stream()
            .sorted(Comparator.comparing(Observation::work))
            .map(observation -> new Evidence(observation, match))
            .toList();
    if (evidence.stream().allMatch(Evidence::isRight)) {
      return new Diagnosis(true, List.of());
    }
    return new Diagnosis(false, new ExplanationSearch(evidence, faults).best());
  }

  /** The programs that explain the candidate. */
  public List<FaultyProgram> programs() {
    return explanations.stream().map(Explanation::program).toList();
  }

  /** The names of the mistakes, two that come together as {@code a + b}. */
  public List<String> names() {
    return programs().stream().map(FaultyProgram::name).distinct().toList();
  }

  /** Which variant and where, in words; empty if the names say all. */
  public String detail() {
    List<String> details = explanations.stream().map(Explanation::detail).distinct().toList();
    return details.size() == 1 ? details.get(0) : "";
  }

  /** Whether the candidate is right by another convention: its cost has the same factor. */
  public boolean convention() {
    return !explanations.isEmpty() && programs().stream().allMatch(FaultyProgram::costFollows);
  }
}
