package backprop.parity.course;

import backprop.parity.io.PathName;
import backprop.parity.terminal.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a learner may have meant who left something out. */
final class MeantCommand {
  private MeantCommand() {}

  /**
   * A sentence with the command as it should be typed.
   *
   * @param command what stands behind {@code --command}, the first word of what was meant
   * @param words that no option takes
   */
  static String of(Optional<String> command, List<String> words) {
    Optional<Language> language = PathName.find(words.get(0)).flatMap(Language::of);
    String rest = words.stream().map(ShellWord::of).collect(Collectors.joining(" "));
    String whole =
        command.isEmpty() && language.isPresent() && words.size() == 1
            ? language.get().command(words.get(0))
            : (command.or(() -> language.map(Language::interpreter)).orElse("") + " " + rest)
                .strip();
    return "%s: expected an option, such as --command %s"
        .formatted(words.get(0), ShellWord.of(whole));
  }

  /**
   * What runs the program that lies beside a file, by its name if it is the only one; {@code
   * COMMAND} if the language cannot be known.
   */
  static String besides(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    List<Path> programs = programsIn(folder);
    if (programs.size() == 1) {
      Path only = file.resolveSibling(programs.get(0).getFileName());
      return Language.of(only).orElseThrow().command(only.toString());
    }
    return onlyLanguageIn(folder)
        .map(language -> language.command("mine" + language.ending()))
        .orElse("COMMAND");
  }

  /** The language of the programs in a folder, if there is only one. */
  static Optional<Language> onlyLanguageIn(Path folder) {
    List<Language> languages =
        programsIn(folder).stream().flatMap(file -> Language.of(file).stream()).distinct().toList();
    return languages.size() == 1 ? Optional.of(languages.get(0)) : Optional.empty();
  }

  private static List<Path> programsIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> Language.of(file).isPresent()).toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
