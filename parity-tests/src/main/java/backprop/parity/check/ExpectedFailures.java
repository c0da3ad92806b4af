package backprop.parity.check;

import backprop.parity.io.HandwrittenText;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The names of the cases that may disagree, one a line; empty lines and such that begin with # do not
 * count.
 *
 * <p>A case that agrees although it is listed fails the run, as in other harnesses: or a list would
 * only ever grow, and hide the day on which what was repaired breaks again.
 */
final class ExpectedFailures {
  static final ExpectedFailures NONE = new ExpectedFailures(Set.of());

  private final Set<String> names;

  private ExpectedFailures(Set<String> names) {
    this.names = names;
  }

  /**
   * Reads a list.
   *
   * @param known whether there is a case of that name, asked this time or not
   * @throws InvalidInput if the file cannot be read or has the name of no case
   */
  static ExpectedFailures read(Path file, Predicate<String> known) {
    Set<String> names = new LinkedHashSet<>();
    List<String> lines =
        HandwrittenText.in(file, "a readable file with names of cases").lines().toList();
    for (int index = 0; index < lines.size(); index++) {
      String name = lines.get(index).strip();
      if (!name.isEmpty() && !name.startsWith("#")) {
        if (!known.test(name)) {
          throw new InvalidInput(
              "%s: line %d: expected the name of a case, found \"%s\"."
                  .formatted(file, index + 1, Printable.part(name)));
        }
        names.add(name);
      }
    }
    return new ExpectedFailures(names);
  }

  boolean contains(String name) {
    return names.contains(name);
  }
}
