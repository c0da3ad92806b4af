package backprop.parity.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.parity.cli.Run;
import backprop.parity.sources.candidate.AnsweringProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The tests that people copy together with the vectors: each passes on its program, and fails when a
 * number of the vectors is another.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are those of sh")
class VendoredVectorsTest {
  private static final int MOST_LINES = 25;
  private static final Path HERE = Path.of(System.getProperty("basedir", "."));

  /** A test in one language, and how it is built and run in a folder with its program. */
  enum Language {
    C("vectors.c", "cc --version", "cc -o vectors vectors.c -lm && ./vectors"),
    CPP("vectors.cpp", "c++ --version", "c++ -w -o vectors vectors.cpp && ./vectors"),
    RUST("vectors.rs", "rustc --version", "rustc --test vectors.rs && ./vectors"),
    GO("vectors_test.go", "go version", "go test backprop.go vectors_test.go"),
    RUBY("vectors_test.rb", "ruby -e 'require \"minitest\"'", "ruby vectors_test.rb"),
    R("vectors.R", "Rscript --version", "Rscript vectors.R"),
    OCTAVE("vectors.m", "octave-cli --version", "octave-cli vectors.m < /dev/null"),
    JULIA("vectors.jl", "julia --version", "julia vectors.jl"),
    PYTHON("test_vectors.py", "python3 --version", "python3 test_vectors.py"),
    JAVASCRIPT("vectors.test.mjs", "node --version", "node --test vectors.test.mjs"),
    PERL("vectors.t", "perl -MJSON::PP -e 1", "prove vectors.t");

    private final String file;
    private final String probe;
    private final String command;

    Language(String file, String probe, String command) {
      this.file = file;
      this.probe = probe;
      this.command = command;
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void passesOnTheProgramAndFailsOnAnotherNumber(Language language) throws Exception {
    boolean present = run(language.probe) == 0;
    assumeTrue(present, () -> "not installed here: the language of " + language);
    for (String source : List.of("candidates/plain", "candidates/vectors", "golden")) {
      copyFiles(HERE.resolve(source));
    }
    for (String source : List.of("python", "javascript", "perl")) {
      copyFiles(HERE.resolve("candidates").resolve(source));
    }
    assertThat(run(language.command)).as(output()).isZero();
    changeOneNumber("golden-plain.txt", "gradients 0.2746800049849898 -0.0", " -0.1");
    changeOneNumber("golden.jsonl", "\"weightGradients\":[[-0.0", "[[-0.1");
    // What is compiled reads the vectors when it runs.
    String[] compiledAndRun = language.command.split(" && ");
    String again = compiledAndRun[compiledAndRun.length - 1];
    assertThat(run(again)).as(output()).isNotZero();
  }

  @ParameterizedTest
  @EnumSource
  void isShortEnoughToCopy(Language language) throws IOException {
    Path test = HERE.resolve("candidates/vectors").resolve(language.file);
    assertThat(Files.readAllLines(test)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @ParameterizedTest
  @EnumSource
  void standsOnThePageAsItIsRunHere(Language language) throws IOException {
    String file = "[%1$s](candidates/vectors/%1$s)".formatted(language.file);
    assertThat(page().lines())
        .anyMatch(line -> line.contains(file) && line.endsWith("| `" + language.command + "` |"));
  }

  @Test
  void theLinesOfThePageMakeATestOfCTest() throws Exception {
    assumeTrue(run("cmake --version && cc --version") == 0, "not installed here: cmake");
    copyFiles(HERE.resolve("candidates/plain"));
    copyFiles(HERE.resolve("candidates/vectors"));
    copyFiles(HERE.resolve("golden"));
    String block = page().split("```cmake\n")[1].split("```")[0];
    String project = "cmake_minimum_required(VERSION 3.10)\nproject(own C)\nenable_testing()\n";
    Files.writeString(folder.resolve("CMakeLists.txt"), project + block);
    assertThat(run("cmake -B build . && cmake --build build && cd build && ctest"))
        .as(output())
        .isZero();
    assertThat(output()).contains("100% tests passed, 0 tests failed out of 1");
  }

  @Test
  void cargoFindsTheTest() throws Exception {
    assumeTrue(run("cargo --version") == 0, "not installed here: cargo");
    copyFiles(HERE.resolve("golden"));
    Files.createDirectories(folder.resolve("src"));
    Files.createDirectories(folder.resolve("tests"));
    String manifest = "[package]\nname = \"own\"\nversion = \"0.1.0\"\nedition = \"2021\"\n";
    Files.writeString(folder.resolve("Cargo.toml"), manifest);
    Files.writeString(folder.resolve("src/lib.rs"), "");
    Path program = HERE.resolve("candidates/plain/backprop.rs");
    Files.copy(program, folder.resolve("src/backprop.rs"));
    String test = Files.readString(HERE.resolve("candidates/vectors/vectors.rs"));
    Files.writeString(
        folder.resolve("tests/vectors.rs"),
        test.replace("\"backprop.rs\"", "\"../src/backprop.rs\""));
    assertThat(run("cargo test --offline")).as(output()).isZero();
    assertThat(output()).contains("test every_vector ... ok");
  }

  /** The commands for build servers, asked of a program that is right. */
  @Test
  void everyCommandOfThePageChecks() throws IOException {
    Path list = Files.writeString(folder.resolve("not-yet.txt"), "# nothing\n");
    String block = page().split("```sh\n")[1].split("```")[0];
    assertThat(block.lines()).hasSize(3);
    for (String line : block.lines().toList()) {
      String beginning =
          "java -jar parity-tests/target/backprop.jar check --command 'perl mine.pl' ";
      assertThat(line).startsWith(beginning);
      List<String> words = new ArrayList<>(List.of("check", "--command"));
      words.add(AnsweringProgram.command("right"));
      for (String option : line.substring(beginning.length()).split(" ")) {
        words.add(option.contains(".") ? folder.resolve(option).toString() : option);
      }
      assertThat(Run.backprop(words.toArray(String[]::new)).exitCode()).as(line).isZero();
    }
    assertThat(folder.resolve("gradients.xml")).isNotEmptyFile();
    assertThat(list).exists();
  }

  private static String page() throws IOException {
    return Files.readString(HERE.resolve("IN-YOUR-PROJECT.md"));
  }

  private void copyFiles(Path source) throws IOException {
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(file.getFileName().toString());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The first weight gradient of the first case. */
  private void changeOneNumber(String name, String right, String ending) throws IOException {
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    String wrong = right.substring(0, right.length() - ending.length()) + ending;
    assertThat(text).contains(right);
    int place = text.indexOf(right);
    Files.writeString(
        file, text.substring(0, place) + wrong + text.substring(place + right.length()));
  }

  private int run(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output.txt").toFile())
            .start();
    process.getOutputStream().close();
    return process.waitFor();
  }

  private String output() throws IOException {
    return Files.readString(folder.resolve("output.txt"), StandardCharsets.ISO_8859_1);
  }
}
