package backprop.parity.check;

import backprop.parity.damage.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The names of cases that may disagree. */
public final class ExpectedNamesReading implements Reading {
  private static final List<String> KNOWN = List.of("mazur", "hello");

  private final Path file;

  /** A file in this folder. */
  public ExpectedNamesReading(Path folder) {
    file = folder.resolve("failures.txt");
  }

  @Override
  public List<byte[]> examples() {
    return List.of("# known\n\nmazur\r\n hello \n".getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  @Override
  public Optional<byte[]> read(byte[] input) throws IOException {
    ExpectedFailures.read(Files.write(file, input), KNOWN::contains);
    return Optional.empty();
  }
}
