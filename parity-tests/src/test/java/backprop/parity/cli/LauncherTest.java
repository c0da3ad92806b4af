package backprop.parity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.terminal.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/backprop}, in a checkout whose build is a jar that names this test's classes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has a launcher of its own")
class LauncherTest {
  private static final Path LAUNCHER = Path.of("bin/backprop");

  @TempDir private Path checkout;
  private Path launcher;

  @BeforeEach
  void aCheckoutThatIsNotBuilt() throws IOException {
    Path bin = Files.createDirectories(checkout.resolve("parity-tests/bin"));
    launcher = Files.copy(LAUNCHER, bin.resolve("backprop"));
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    Path built = jar(checkout.resolve("built.jar"));
    Path wrapper = checkout.resolve("mvnw");
    String build =
        "#!/bin/sh\nmkdir -p parity-tests/target\ncp '%s' parity-tests/target/backprop.jar\n";
    Files.writeString(wrapper, build.formatted(built));
    assertThat(wrapper.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void whatIsMissingIsBuiltOnce() throws Exception {
    Run first = run(launcher, Map.of(), "--version");
    assertThat(first.exitCode()).as(first.errors()).isZero();
    assertThat(first.output()).startsWith("backprop ");
    assertThat(first.errors()).contains("this takes a minute, once.");

    Files.delete(checkout.resolve("mvnw"));
    Run second = run(launcher, Map.of(), "--version");
    assertThat(second).isEqualTo(new Run(0, first.output(), ""));
  }

  @Test
  void argumentsAndExitCodesPassThroughALinkFromAnywhere() throws Exception {
    Path link = Files.createSymbolicLink(checkout.resolve("a link"), launcher);
    Run run = run(link, Map.of(), "check", "--case", "hello", "--result", "no such * file.json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors())
        .endsWith("no such * file.json: expected a file with results, found none.\n");
  }

  @Test
  void withoutAJdkItSaysWhatItExpects() throws Exception {
    Run run = run(launcher, Map.of("JAVA_HOME", "/none"), "--version");
    String sentence = "/none/bin/java: expected a JDK, 17 or later, on the PATH or in JAVA_HOME.\n";
    assertThat(run).isEqualTo(new Run(ExitCode.BAD_INPUT, "", sentence));
  }

  @Test
  void aClosedStandardInputIsEmpty() throws Exception {
    Path shell =
        Files.writeString(checkout.resolve("closed"), "'%s' gradients - <&-".formatted(launcher));
    Run run = run(Path.of("/bin/sh"), Map.of(), shell.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors()).endsWith("standard input: expected a case, found nothing at all.\n");
  }

  private Run run(Path program, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path errors = checkout.resolve("errors.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.directory(checkout.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output, Files.readString(errors));
  }

  private static Path jar(Path file) throws IOException {
    String classes =
        Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" "));
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Backprop.class.getName());
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes);
    try (OutputStream output = Files.newOutputStream(file)) {
      new JarOutputStream(output, manifest).close();
    }
    return file;
  }
}
