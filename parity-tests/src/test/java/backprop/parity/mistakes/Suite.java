package backprop.parity.mistakes;

import backprop.parity.cases.Case;
import backprop.parity.cases.RandomCases;
import java.util.ArrayList;
import java.util.List;

/** Sixty small cases: those that reveal, then random ones. */
final class Suite {
  private static final int SEED = 3;
  private static final int SIZE = 60;

  static final List<Case> CASES = cases();

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
  static List<Observation> observations(List<Case> cases, Program program) {
    FaultyLoops faulty = new FaultyLoops(program);
    return cases.stream()
        .filter(faulty::applies)
        .map(question -> new Observation(question, faulty.answer(question)))
        .toList();
  }
}
