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

  /** The language of the programs in a folder, if there is only one. */
  static Optional<Language> onlyLanguageIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Language> languages =
          files.flatMap(file -> Language.of(file).stream()).distinct().collect(Collectors.toList());
      return languages.size() == 1 ? Optional.of(languages.get(0)) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
