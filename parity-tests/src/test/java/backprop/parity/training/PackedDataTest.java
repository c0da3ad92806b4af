package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Backprop;
import backprop.parity.terminal.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small file that unpacks to more than the memory holds is refused in one sentence. */
class PackedDataTest {
  private static final int LINES = 2_000_000;

  @TempDir private Path folder;

  @Test
  void moreLinesThanFitAreRefused() throws Exception {
    Path file = folder.resolve("bomb.csv.gz");
    pack(file);
    assertThat(Files.size(file)).isLessThan(100_000);
    Process process = train(file);
    String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(errors)
        .matches(
            file
                + ":[0-9]+: expected what fits into the memory of the JVM, [0-9]+ MiB"
                + " \\(java -Xmx gives more\\), found more\\.\n");
    assertThat(process.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
  }

  private static void pack(Path file) throws IOException {
    byte[] lines = "1,2\n".repeat(1_000).getBytes(StandardCharsets.UTF_8);
    try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int written = 0; written < LINES; written += 1_000) {
        packed.write(lines);
      }
    }
  }

  private static Process train(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx48m",
            "-cp",
            System.getProperty("java.class.path"),
            Backprop.class.getName(),
            "train",
            file.toString())
        .start();
  }
}
