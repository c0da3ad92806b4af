package backprop.parity.cli;

import java.util.HashSet;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ParseResult.GroupMatch;
import picocli.CommandLine.ParseResult.GroupMatchContainer;

/**
 * Options that were said twice. Within a section of the help the parser begins the whole section anew
 * at the second one, and would forget all the others.
 */
final class RepeatedOptions {
  private RepeatedOptions() {}

  /**
   * Refuses them, in a command and the one after it.
   *
   * @throws OverwrittenOptionException if there is one
   */
  static void refuse(ParseResult parsed) {
    Set<OptionSpec> seen = new HashSet<>();
    for (GroupMatch sections : parsed.getGroupMatches()) {
      for (GroupMatchContainer section : sections.matchedSubgroups().values()) {
        section.matches().forEach(match -> refuse(parsed, match, seen));
      }
    }
    if (parsed.hasSubcommand()) {
      refuse(parsed.subcommand());
    }
  }

  private static void refuse(ParseResult parsed, GroupMatch match, Set<OptionSpec> seen) {
    for (OptionSpec option : match.container().group().options()) {
      if (!match.matchedValues(option).isEmpty() && !seen.add(option)) {
        String sentence = "option '%s' (%s) should be specified only once";
        String name = option.names()[0];
        throw new OverwrittenOptionException(
            parsed.commandSpec().commandLine(),
            option,
            sentence.formatted(name, option.paramLabel()));
      }
    }
  }
}
