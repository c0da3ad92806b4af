package backprop.parity.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import backprop.parity.terminal.Columns;
import backprop.parity.terminal.Terminal;
import backprop.parity.terminal.Wrapped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IHelpSectionRenderer;

/** The lines of a help; picocli alone would break them at every hyphen and comma. */
final class UsageLines {
  /** So wide that picocli breaks nothing. */
  private static final int UNBROKEN = 1000;

  /** What the lines below do not begin before: a command's name, or an option and the gap. */
  private static final Pattern START =
      Pattern.compile("Usage: \\S*backprop \\S+ (?=\\[)| *\\S.*? {2,}| +");

  private UsageLines() {}

  /** Breaks the help of a command and its subcommands between words, as wide as the terminal. */
  static void wrap(CommandLine commandLine) {
    commandLine.setUsageHelpWidth(UNBROKEN);
    Map<String, IHelpSectionRenderer> sections =
        new LinkedHashMap<>(commandLine.getHelpSectionMap());
    IHelpSectionRenderer usage = sections.remove(SECTION_KEY_SYNOPSIS_HEADING);
    IHelpSectionRenderer options = sections.get(SECTION_KEY_SYNOPSIS);
    sections.put(SECTION_KEY_SYNOPSIS, help -> usage.render(help) + options.render(help));
    sections.replaceAll((key, section) -> help -> wrapped(section.render(help), Terminal.width()));
    commandLine.setHelpSectionMap(sections);
  }

  static String wrapped(String section, int width) {
    return section
        .lines()
        .flatMap(line -> wrappedLine(line.stripTrailing(), width).lines())
        .map(line -> line + System.lineSeparator())
        .collect(Collectors.joining());
  }

  private static String wrappedLine(String line, int width) {
    Matcher start = START.matcher(line);
    int end = start.lookingAt() ? start.end() : 0;
    String text = line.substring(end);
    String before = line.substring(0, end);
    return Columns.of(line) <= width
        ? line + "\n"
        : String.join("\n", Wrapped.behind(before, Columns.of(before), text, width));
  }
}
