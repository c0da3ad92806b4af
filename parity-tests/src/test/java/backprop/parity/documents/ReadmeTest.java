package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the README shows is what the code says and prints. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\n(.*?)```", Pattern.DOTALL);

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(readme());
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }

  @TestFactory
  Stream<DynamicTest> everyConsoleBlockIsWhatTheCommandPrints() throws IOException {
    List<String> sessions = new ArrayList<>();
    for (String block : blocks("console")) {
      for (String session : block.split("(?m)^(?=\\$ )")) {
        if (!session.isBlank()) {
          sessions.add(session);
        }
      }
    }
    assertThat(sessions).hasSizeGreaterThanOrEqualTo(3);
    return sessions.stream()
        .map(
            session ->
                DynamicTest.dynamicTest(
                    session.lines().findFirst().orElseThrow(), () -> checkSession(session)));
  }

  /** Every shown line is printed, in this order; … stands for lines left out. */
  private static void checkSession(String session) {
    List<String> lines = session.lines().toList();
    assertThat(lines.get(0)).startsWith("$ backprop ");
    String[] arguments = lines.get(0).substring("$ backprop ".length()).split(" ");
    Iterator<String> printed = Run.backprop(arguments).output().lines().iterator();
    boolean gap = true;
    for (String line : lines.subList(1, lines.size())) {
      if (line.equals("…")) {
        gap = true;
        continue;
      }
      String next = printed.hasNext() ? printed.next() : "the end of the output";
      while (gap && !next.equals(line) && printed.hasNext()) {
        next = printed.next();
      }
      assertThat(next).isEqualTo(line);
      gap = false;
    }
  }

  @Test
  void everyJavaBlockStandsInATwin() throws IOException {
    String sources = "";
    for (String twin : new String[] {"loops", "matrix"}) {
      Path folder = ROOT.resolve(twin + "/src/main/java/backprop/" + twin);
      sources += Files.readString(folder.resolve("BackwardPass.java"));
    }
    List<String> blocks = blocks("java");
    assertThat(blocks).hasSize(2);
    for (String block : blocks) {
      assertThat(sources).contains(block);
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    Matcher link = Pattern.compile("]\\(([^)]+)\\)").matcher(readme());
    int links = 0;
    while (link.find()) {
      links++;
      assertThat(ROOT.resolve(link.group(1))).exists();
    }
    assertThat(links).isGreaterThan(4);
  }
}
