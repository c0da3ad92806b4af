package backprop.parity.suites;

import backprop.parity.model.Case;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every case that comes with the program, by name: examples, suites, course, and those made for a kind. */
public final class BuiltInCases {
  private BuiltInCases() {}

  /** The case with that name. */
  public static Optional<Case> named(String name) {
    if (WorkedExamples.names().contains(name)) {
      return Optional.of(WorkedExamples.named(name));
    }
    return Stream.of(DefaultSuite.cases(), StressSuite.cases(), CourseCases.all())
        .flatMap(List::stream)
        .filter(question -> question.name().equals(name))
        .findFirst()
        .or(() -> CasesOfKind.named(name));
  }
}
