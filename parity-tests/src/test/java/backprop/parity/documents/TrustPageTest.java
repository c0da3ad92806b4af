package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page on trust names is there. */
class TrustPageTest {
  private static final Document PAGE = Document.named("parity-tests/TRUST.md");

  @Test
  void everyNamedTestExists() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      tests =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
    }
    assertThat(named("`(\\w+Test)`")).hasSizeGreaterThan(40).isSubsetOf(tests);
  }

  @Test
  void everyNamedCommandExists() {
    List<String> commands = named("`backprop (\\w+)[^`]*`");
    assertThat(commands).isNotEmpty();
    for (String command : commands) {
      // Asked with a name that is no command's, the program shows its own help.
      String help = Run.backprop(command, "--help").output();
      assertThat(help).startsWith("Usage: backprop " + command + " ");
    }
  }

  @Test
  void everyClaimHasItsKind() {
    List<String> rows = PAGE.text().lines().filter(line -> line.startsWith("| ")).skip(1).toList();
    assertThat(rows)
        .allSatisfy(
            row -> {
              String[] cells = row.split("\\|");
              assertThat(cells).as(row).hasSize(4);
              assertThat(cells[2].strip()).isIn("kind", "proved", "measured", "trusted");
              boolean testNamed = cells[3].contains("Test`");
              assertThat(testNamed || !cells[2].contains("proved")).as(row).isTrue();
            });
  }

  private static List<String> named(String pattern) {
    return Pattern.compile(pattern)
        .matcher(PAGE.text())
        .results()
        .map(name -> name.group(1))
        .toList();
  }
}
