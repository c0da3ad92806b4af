package backprop.parity.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command falls into the words that the shell takes it for. */
class ShellWordsTest {
  private static final String ALPHABET = "ab'\"\\ \t./-é";

  @BeforeEach
  void theShellIsPosix() {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "cmd quotes otherwise");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "python3 mine.py | python3, mine.py",
        "node 'my net.mjs' | node, my net.mjs",
        "node \"my net.mjs\" | node, my net.mjs",
        "node my\\ net.mjs | node, my net.mjs",
        "node my' 'net.\"mjs\" | node, my net.mjs",
        "perl it\\'s.pl \"a \\\"b\\\" \\c\" | perl, it's.pl, a \"b\" \\c",
        "perl 'it'\\''s.pl' | perl, it's.pl",
        "perl 'not closed | perl, not closed",
        "perl \"not closed | perl, not closed",
        "perl \\ | perl, \\",
      })
  void quotesAndBackslashesHoldAWordTogether(String command, String words) {
    assertThat(ShellWords.in(command.strip())).containsExactly(words.split(", "));
  }

  @Test
  void anEmptyWordIsOneToo() {
    assertThat(ShellWords.in("perl '' \"\"")).containsExactly("perl", "", "");
    assertThat(ShellWords.in("  ")).isEmpty();
  }

  @Test
  void whatIsWrittenAsOneWordIsReadAsOne() {
    Random random = new Random(1);
    for (int n = 0; n < 1_000; n++) {
      List<String> texts = List.of(text(random), text(random), text(random));
      String command = String.join(" ", texts.stream().map(ShellWord::of).toList());
      assertThat(ShellWords.in(command)).as(command).isEqualTo(texts);
    }
  }

  @Test
  void theShellItselfFindsTheSameWords() throws IOException {
    Random random = new Random(2);
    List<String> commands = new ArrayList<>();
    StringBuilder script = new StringBuilder();
    while (commands.size() < 300) {
      String command = "x " + text(random);
      if (isClosed(command)) {
        commands.add(command);
        script.append("printf '<%s>' ").append(command).append("; echo\n");
      }
    }
    Process shell = new ProcessBuilder("sh", "-c", script.toString()).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    List<String> expected = said.lines().toList();
    List<String> found =
        commands.stream().map(command -> String.join("", bracketed(command))).toList();
    assertThat(found).isEqualTo(expected);
  }

  private static List<String> bracketed(String command) {
    return ShellWords.in(command).stream().map(word -> "<" + word + ">").toList();
  }

  /** Whether a shell would take it as it stands, by a pattern that knows nothing of words. */
  private static boolean isClosed(String command) {
    return command.matches("(?:[^'\"\\\\]|\\\\.|'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\")*");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
