package backprop.parity.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which steps a reader wants to see. Immutable.
 *
 * @param numbers from 1 to 8
 * @param onceEach whether each is shown for one layer alone, the last that has it
 */
record ShownSteps(Set<Integer> numbers, boolean onceEach) {
  /** Every step of every layer. */
  static final ShownSteps ALL = new ShownSteps(Set.of(1, 2, 3, 4, 5, 6, 7, 8), false);

  /** The two in which something is transposed: 6, then 7. */
  static final ShownSteps FIRST = new ShownSteps(Set.of(6, 7), true);

  ShownSteps {
    numbers = Set.copyOf(numbers);
  }

  /** One step of every layer. */
  static ShownSteps only(int number) {
    return new ShownSteps(Set.of(number), false);
  }

  boolean contains(int number) {
    return numbers.contains(number);
  }

  /** Those of a list, in their order; where each is shown once, by number. */
  List<Step> of(List<Step> all) {
    List<Step> wanted = all.stream().filter(step -> contains(step.number())).toList();
    return onceEach
        ? numbers.stream().sorted().flatMap(number -> last(wanted, number).stream()).toList()
        : wanted;
  }

  private static Optional<Step> last(List<Step> steps, int number) {
    return steps.stream()
        .filter(step -> step.number() == number)
        .max(Comparator.comparingInt(Step::layer));
  }
}
