package backprop.parity.course;

import backprop.parity.damage.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the course remembers. */
public final class ProgressReading implements Reading {
  private final Path file;

  /** A file in this folder. */
  public ProgressReading(Path folder) {
    file = folder.resolve("progress.json");
  }

  @Override
  public List<byte[]> examples() {
    String two =
        """
        {"format": "backprop-follow-1", "passed": {
         "perl mine.pl": {"1": "2026-11-21T10:00:00Z", "2": "2026-11-21T10:05:00.123Z"},
         "./mine": {}}}
        """;
    return List.of(two.getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  @Override
  public Optional<byte[]> read(byte[] input) throws IOException {
    CourseProgress.of(Files.write(file, input)).save();
    return Optional.of(Files.readAllBytes(file));
  }
}
