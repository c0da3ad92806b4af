package backprop.parity.documents;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.parity.cli.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder in which a page's learner types: {@code mine.pl}, {@code mine.txt} and what is remembered stand there.
 *
 * @param folder of one page, so that each begins anew
 */
record LearnersFolder(Path folder) {
  static final String COMMAND = "follow";
  private static final Pattern FILE_NAME = Pattern.compile("\\bmine\\.(?:pl|txt)\\b");

  /** What the command prints; skipped where there is no Perl. */
  String output(String... words) {
    assumeTrue(perlIsThere(), "not installed here: perl");
    String path = folder.toAbsolutePath() + File.separator;
    // Pages speak from the project's top folder; the tests run one below.
    List<String> placed =
        Stream.of(words)
            .map(word -> FILE_NAME.matcher(word).replaceAll(name -> quoted(path + name.group())))
            .map(word -> word.replace("parity-tests/course/", "course/"))
            .toList();
    List<String> remembered =
        List.of("--progress", folder.resolve("progress.json").toAbsolutePath().toString());
    String[] all = Stream.concat(placed.stream(), remembered.stream()).toArray(String[]::new);
    return Run.backprop(all).output().replace(path, "");
  }

  private static String quoted(String path) {
    return Matcher.quoteReplacement(path);
  }

  private static boolean perlIsThere() {
    try {
      Process perl = new ProcessBuilder("perl", "-MJSON::PP", "-e", "1").start();
      return perl.waitFor() == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
