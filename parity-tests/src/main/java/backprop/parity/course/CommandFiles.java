package backprop.parity.course;

import backprop.parity.io.PathName;
import backprop.parity.model.InvalidInput;
import backprop.parity.terminal.ShellWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that a command names.
 *
 * @param command as it is typed in a shell
 */
record CommandFiles(String command) {
  /** A command in which a shell finds nothing to do but to start it. */
  private static final String PLAIN = "[^;&|<>$`*?~(){}\\[\\]\\n]*";

  /** The word behind it names what a compiler makes. */
  private static final String MADE_FOLLOWS = "-o";

  /** Such as {@code sh -c} or {@code bash -lc}: the word behind it is a command itself. */
  private static final String COMMAND_FOLLOWS = "-[a-z]*c";

  /**
   * Those that are there. What starts the command is one of them only if there is no other: then it
   * is the program itself, and else what runs it.
   */
  List<Path> there() {
    List<Path> paths = paths();
    List<Path> files = paths.stream().filter(Files::isRegularFile).filter(this::isRead).toList();
    boolean started = files.size() > 1 && files.get(0).equals(paths.get(0));
    return started ? files.subList(1, files.size()) : files;
  }

  /** Not what the command makes itself: to watch that would never end. */
  private boolean isRead(Path file) {
    List<String> words = ShellWords.in(command);
    int before = words.indexOf(MADE_FOLLOWS);
    return before < 0
        || before + 1 == words.size()
        || !PathName.find(words.get(before + 1))
            .map(Path::normalize)
            .equals(Optional.of(file.normalize()));
  }

  /** The learner's program, by its ending; empty if it is in none of the starters' languages. */
  Optional<Path> program() {
    return there().stream()
        .filter(file -> Language.of(file).isPresent())
        .findFirst()
        .or(this::source);
  }

  /** The file beside a compiled program that it comes from, by its name. */
  private Optional<Path> source() {
    return there().stream().flatMap(Language::sources).filter(Files::isRegularFile).findFirst();
  }

  /** The program by one name, however the command spells it: {@code ./mine.pl} is {@code mine.pl}. */
  String spelledOnce() {
    return program().map(CommandFiles::fromHere).orElse(command);
  }

  private static String fromHere(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path whole = file.toAbsolutePath().normalize();
    return (whole.startsWith(here) ? here.relativize(whole) : whole).toString();
  }

  /**
   * A plain command must name no program that is not there; what a shell makes of others is its.
   *
   * @throws InvalidInput if it does
   */
  void requireProgram() {
    if (!command.matches(PLAIN)) {
      return;
    }
    for (Path path : paths()) {
      if (Language.of(path).isPresent() && !Files.exists(path)) {
        throw new InvalidInput(path + ": there is no such file here.");
      }
    }
  }

  private List<Path> paths() {
    List<Path> paths = new ArrayList<>();
    String before = "";
    for (String word : ShellWords.in(command)) {
      Optional<Path> path = PathName.find(word);
      boolean isThere = path.filter(Files::exists).isPresent();
      if (before.matches(COMMAND_FOLLOWS) && !isThere) {
        paths.addAll(new CommandFiles(word).paths());
      } else {
        path.ifPresent(paths::add);
      }
      before = word;
    }
    return paths;
  }
}
