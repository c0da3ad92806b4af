package backprop.parity.terminal;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The words that a POSIX shell finds in a command; what {@link ShellWord} writes, read back.
 *
 * <p>Blanks part them, unless they stand in quotes or behind a backslash. Everything else that a
 * shell knows (variables, pipes, patterns) stays as it is written.
 */
public final class ShellWords {
  private static final String ESCAPED_IN_DOUBLE_QUOTES = "\"\\$`";

  /** On Windows it parts the folders of a path, and quotes nothing. */
  private static final boolean BACKSLASH_QUOTES = File.separatorChar != '\\';

  private final String command;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean begun;
  private int next;

  private ShellWords(String command) {
    this.command = command;
  }

  /** All of them; a quote that is not closed goes on to the end. */
  public static List<String> in(String command) {
    return new ShellWords(command).read();
  }

  private List<String> read() {
    while (next < command.length()) {
      char character = command.charAt(next++);
      if (" \t\n".indexOf(character) >= 0) {
        end();
        continue;
      }
      begun = true;
      if (character == '\'') {
        readSingleQuoted();
      } else if (character == '"') {
        readDoubleQuoted();
      } else if (isBackslash(character)) {
        word.append(command.charAt(next++));
      } else {
        word.append(character);
      }
    }
    end();
    return words;
  }

  private void readSingleQuoted() {
    int closing = command.indexOf('\'', next);
    int end = closing < 0 ? command.length() : closing;
    word.append(command, next, end);
    next = end + 1;
  }

  private void readDoubleQuoted() {
    while (next < command.length()) {
      char character = command.charAt(next++);
      if (character == '"') {
        return;
      }
      boolean escapes =
          isBackslash(character) && ESCAPED_IN_DOUBLE_QUOTES.indexOf(command.charAt(next)) >= 0;
      word.append(escapes ? command.charAt(next++) : character);
    }
  }

  /** One at the very end has nothing to quote. */
  private boolean isBackslash(char character) {
    return character == '\\' && BACKSLASH_QUOTES && next < command.length();
  }

  private void end() {
    if (begun) {
      words.add(word.toString());
    }
    word.setLength(0);
    begun = false;
  }
}
