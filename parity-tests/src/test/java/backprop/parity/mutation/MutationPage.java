package backprop.parity.mutation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run over all groups found, to be read. */
final class MutationPage {
  private MutationPage() {}

  /** The page, in Markdown. */
  static String text(Map<MutationGroup, List<Mutant>> mutants, Map<String, String> living) {
    StringBuilder page =
        new StringBuilder(
            """
            # Do the tests notice?

            Every line is changed in every way that [PIT](https://pitest.org) knows, a change at a time:
            a minus for a plus, a border moved by one, a call left out. A test has to fail each time.
            `./mvnw -Pmutation -DskipTests verify` runs this, writes this page and fails if a change lives
            that is not on the list in `mutation/living.txt`.

            | code | changes | noticed | live |
            |---|---|---|---|
            """);
    mutants.forEach(
        (group, all) -> {
          long noticed = all.stream().filter(Mutant::noticed).count();
          page.append(
              "| %s | %d | %d | %d |\n"
                  .formatted(
                      group.name().toLowerCase(Locale.ROOT),
                      all.size(),
                      noticed,
                      all.size() - noticed));
        });
    page.append("\n## What lives, and why\n\n");
    living.forEach(
        (name, reason) -> page.append("- `%s`: %s\n".formatted(name.replace("|", "·"), reason)));
    return page.toString();
  }
}
