package backprop.parity.diagnosis;

import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.RevealingCases;
import backprop.parity.model.Case;
import backprop.parity.suites.RandomCases;
import java.util.ArrayList;
import java.util.List;

/** Sixty small cases: those that reveal, then random ones. */
public final class Suite {
  private static final int SEED = 3;
  private static final int SIZE = 60;

  public static final List<Case> CASES = cases();

  private Suite() {}

  private static List<Case> cases() {
    List<Case> cases = new ArrayList<>(RevealingCases.all());
    RandomCases random = new RandomCases(SEED);
    while (cases.size() < SIZE) {
      cases.add(random.next());
    }
    return List.copyOf(cases);
  }

  /** What a program answers to the cases that it can answer. */
  static List<Observation> observations(List<Case> cases, FaultyProgram program) {
    FaultyLoops faulty = new FaultyLoops(program);
    return cases.stream()
        .filter(faulty::applies)
        .map(question -> new Observation(question, faulty.answer(question)))
        .toList();
  }
}
