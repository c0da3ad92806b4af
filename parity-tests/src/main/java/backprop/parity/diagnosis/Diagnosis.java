package backprop.parity.diagnosis;

import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a candidate does wrong, found by doing the same.
 *
 * <p>Every program of the catalogue answers the candidate's cases; named is only what gives the
 * candidate's numbers on every one of them: single mistakes, or else two together. A program that
 * cannot answer one of the cases is not the candidate, which did.
 *
 * @param correct whether every number is right
 * @param programs all that reproduce the candidate, none if it is correct or nothing does; several
 *     if the cases do not tell them apart
 */
public record Diagnosis(boolean correct, List<FaultyProgram> programs) {

  public Diagnosis {
    programs = List.copyOf(programs);
  }

  /** Compares the candidate with the loops, with every mistake, then with every two. */
  public static Diagnosis of(List<Observation> observations, ResultMatch match) {
    return of(observations, match, program -> true);
  }

  /** The same with some of the programs only. */
  public static Diagnosis of(
      List<Observation> observations, ResultMatch match, Predicate<FaultyProgram> possible) {
    Set<Observation> wrong =
        observations.stream()
            .filter(observation -> !reproduces(FaultyProgram.correct(), observation, match))
            .collect(Collectors.toSet());
    if (wrong.isEmpty()) {
      return new Diagnosis(true, List.of());
    }
    // A small case that went wrong rules out nearly everything.
    List<Observation> ordered = new ArrayList<>(observations);
    ordered.sort(
        Comparator.comparing((Observation observation) -> !wrong.contains(observation))
            .thenComparing(Observation::work));
    List<FaultyProgram> found = reproducing(singles(), possible, ordered, match);
    if (found.isEmpty()) {
      found = reproducing(pairs(), possible, ordered, match);
    }
    return new Diagnosis(false, found);
  }

  /** The names of the mistakes, two that come together as {@code a + b}. */
  public List<String> names() {
    return programs.stream().map(FaultyProgram::name).distinct().toList();
  }

  /** Whether the candidate is right by another convention: its cost has the same factor. */
  public boolean convention() {
    return !programs.isEmpty() && programs.stream().allMatch(FaultyProgram::costFollows);
  }

  private static List<FaultyProgram> singles() {
    List<FaultyProgram> singles = new ArrayList<>();
    for (Mistake mistake : Mistake.values()) {
      addWithConvention(singles, FaultyProgram.with(mistake));
    }
    return singles;
  }

  private static List<FaultyProgram> pairs() {
    List<FaultyProgram> pairs = new ArrayList<>();
    for (Mistake first : Mistake.values()) {
      for (Mistake second : Mistake.values()) {
        if (first.compareTo(second) < 0) {
          addWithConvention(pairs, FaultyProgram.with(first, second));
        }
      }
    }
    return pairs;
  }

  private static void addWithConvention(List<FaultyProgram> programs, FaultyProgram program) {
    programs.add(program);
    if (program.hasConvention()) {
      programs.add(program.whoseCostFollows());
    }
  }

  private static List<FaultyProgram> reproducing(
      List<FaultyProgram> programs,
      Predicate<FaultyProgram> possible,
      List<Observation> observations,
      ResultMatch match) {
    return programs.stream()
        .filter(possible)
        .filter(
            program ->
                observations.stream()
                    .allMatch(observation -> reproduces(program, observation, match)))
        .toList();
  }

  private static boolean reproduces(
      FaultyProgram program, Observation observation, ResultMatch match) {
    FaultyLoops faulty = new FaultyLoops(program);
    return faulty.applies(observation.question())
        && match.matches(
            observation.question(), faulty.answer(observation.question()), observation.candidate());
  }
}
