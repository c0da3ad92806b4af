package backprop.parity.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The functions beside every candidate give all bits of the function vectors. */
class FunctionFileTest {
  private static final Path CANDIDATES = Path.of("candidates").toAbsolutePath();
  private static final Path PROGRAMS = Path.of("src/test/resources/backprop/parity/candidates");

  private static final Pattern CONSTANT = Pattern.compile("[0-9]\\.[0-9]{15,}(e[+-]?[0-9]+)?");

  /** A program of this folder, as the shell of the system starts it. */
  private static final String RUN = "." + File.separator + "run";

  /** What runs a small program that prints the bits of fdlibm's functions. */
  enum Language {
    PERL("perl", "functions.pl", "fdlibm.pm", "perl -I. functions.pl"),
    PYTHON("python3", "functions.py", "fdlibm.py", "python3 -B functions.py"),
    JAVASCRIPT("node", "functions.mjs", "fdlibm.mjs", "node functions.mjs fdlibm.mjs"),
    C("cc", "functions.c", "fdlibm.h", "cc -O2 -ffp-contract=off functions.c -o run && " + RUN),
    RUST("rustc", "functions.rs", "fdlibm.rs", "rustc -O functions.rs -o run && " + RUN);

    private final String tool;
    private final String program;
    private final String functions;
    private final String command;

    Language(String tool, String program, String functions, String command) {
      this.tool = tool;
      this.program = program;
      this.functions = functions;
      this.command = command;
    }

    Path functions() {
      return CANDIDATES.resolve(name().toLowerCase(Locale.ROOT)).resolve(functions);
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void itsFunctionsGiveTheBitsOfAllVectors(Language language) throws Exception {
    boolean runs = run(language.tool + " --version", "").exitCode == 0;
    assumeTrue(runs, () -> "not installed here: " + language.tool);
    copy(PROGRAMS.resolve(language.program));
    copy(language.functions());
    List<String[]> vectors = vectors();
    StringBuilder questions = new StringBuilder();
    vectors.forEach(words -> questions.append(words[0]).append(' ').append(words[1]).append('\n'));
    Run run = run(language.command, questions.toString());
    assertThat(run.exitCode).as(run.output).isZero();
    List<String> different = new ArrayList<>();
    List<String> results = run.output.lines().toList();
    assertThat(results).hasSameSizeAs(vectors);
    for (int n = 0; n < results.size(); n++) {
      String[] words = vectors.get(n);
      if (!sameBits(words[2], results.get(n))) {
        different.add(String.join(" ", words) + ", found " + results.get(n));
      }
    }
    assertThat(different).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void itsConstantsStandInExactMd(Language language) throws IOException {
    Set<Double> expected = constants(Path.of("EXACT.md"));
    assertThat(expected).hasSizeGreaterThan(20);
    assertThat(constants(language.functions())).isEqualTo(expected);
  }

  /** Numbers of so many digits are written down by no one twice. */
  private static Set<Double> constants(Path file) throws IOException {
    return CONSTANT
        .matcher(Files.readString(file))
        .results()
        .map(constant -> Double.valueOf(constant.group()))
        .collect(Collectors.toSet());
  }

  @Test
  void thereAreThousandsOfVectors() throws IOException {
    assertThat(vectors()).hasSizeGreaterThan(4000);
  }

  /** Any NaN is as good as another. */
  private static boolean sameBits(String expected, String found) {
    return number(expected) == number(found);
  }

  private static long number(String bits) {
    return Double.doubleToLongBits(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)));
  }

  /** Those of the functions that stand in the files; the sigmoid stands in the programs. */
  private static List<String[]> vectors() throws IOException {
    return Files.readAllLines(Path.of("golden/functions.txt")).stream()
        .filter(line -> !line.startsWith("sigmoid"))
        .map(line -> line.split(" "))
        .toList();
  }

  private void copy(Path file) throws IOException {
    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }

  private record Run(int exitCode, String output) {}

  private Run run(String command, String input) throws IOException, InterruptedException {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    List<String> shell = windows ? List.of("cmd", "/c", command) : List.of("sh", "-c", command);
    Path questions = Files.writeString(folder.resolve("questions.txt"), input);
    Process process =
        new ProcessBuilder(shell)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(questions.toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), output);
  }
}
