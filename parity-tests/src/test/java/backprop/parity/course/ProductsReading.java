package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.damage.Reading;
import backprop.parity.model.Printable;
import backprop.parity.terminal.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The file of products. */
public final class ProductsReading implements Reading {
  private final Path file;

  /** A file in this folder. */
  public ProductsReading(Path folder) {
    file = folder.resolve("products.txt");
  }

  @Override
  public List<byte[]> examples() {
    String right =
        MatrixTask.all().stream()
            .map(task -> task.label() + ": " + task.answer() + "\n")
            .collect(Collectors.joining());
    return List.of(
        (ProductsFile.HOW + right).getBytes(StandardCharsets.UTF_8),
        right.replace("^T", ".T").replace("*", "@").getBytes(StandardCharsets.UTF_8),
        right.replace("W", "W ").getBytes(StandardCharsets.UTF_8),
        new byte[0]);
  }

  @Override
  public Optional<byte[]> read(byte[] input) throws IOException {
    Files.write(file, input);
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    new MatrixTrack(Optional.empty(), Optional.empty(), LessonHints.LAST, TextStyle.plain(), out)
        .look(new ProductsFile(file));
    assertThat(screen.toString(StandardCharsets.UTF_8).lines()).allMatch(Printable::is);
    return Optional.empty();
  }
}
