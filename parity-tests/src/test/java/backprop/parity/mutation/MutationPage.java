package backprop.parity.mutation;

import java.util.List;
import java.util.Map;

/** What the runs found, to be read. */
final class MutationPage {
  private MutationPage() {}

  /** How a reason begins that nobody has found yet. */
  private static final String NOT_LOOKED_AT = "not looked at";

  /** The page, in Markdown. */
  static String text(Map<MutationGroup, List<Mutant>> mutants, Map<String, String> living) {
    StringBuilder page =
        new StringBuilder(
            """
            # Do the tests notice?

            Every line is changed in every way that [PIT](https://pitest.org) knows, a change at a time:
            a minus for a plus, a border moved by one, a call left out. A test has to fail each time, or
            not to end. `./mvnw -Pmutation -DskipTests verify` runs this, writes this page and fails if a
            change lives that is not on the list in `mutation/living.txt`.

            | code | changes | noticed | live |
            |---|---|---|---|
            """);
    for (MutationGroup group : MutationGroup.values()) {
      page.append(
          mutants.containsKey(group)
              ? row(group, mutants.get(group))
              : "| %s | not run on the code as it is | | |\n".formatted(group.lowerCase()));
    }
    page.append("\n## What is changed, and which tests are asked\n\n");
    for (MutationGroup group : MutationGroup.values()) {
      page.append(
          "- **%s**: `%s`, by `%s`\n".formatted(group.lowerCase(), group.code(), group.asked()));
    }
    page.append("\n## What lives, and why\n\n");
    long open = living.values().stream().filter(reason -> reason.startsWith(NOT_LOOKED_AT)).count();
    page.append(
        "%d lines; %d of them nobody has looked at yet.\n\n".formatted(living.size(), open));
    living.forEach(
        (name, reason) -> page.append("- `%s`: %s\n".formatted(name.replace("|", "·"), reason)));
    return page.toString();
  }

  private static String row(MutationGroup group, List<Mutant> all) {
    long noticed = all.stream().filter(Mutant::noticed).count();
    return "| %s | %d | %d | %d |\n"
        .formatted(group.lowerCase(), all.size(), noticed, all.size() - noticed);
  }
}
