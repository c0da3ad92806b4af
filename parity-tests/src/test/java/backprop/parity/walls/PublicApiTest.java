package backprop.parity.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * What other Java projects call is what was published: who changes it sees it in {@code api.txt}.
 * {@code -DwritePages=true} writes it anew.
 */
class PublicApiTest {
  private static final Path PUBLISHED = Path.of("api.txt");

  @Test
  void itIsThePublishedOne() throws IOException {
    String found = String.join("\n", PublicApi.lines()) + "\n";
    if (Boolean.getBoolean("writePages")) {
      Files.writeString(PUBLISHED, found);
    }
    assertThat(found).isEqualTo(Files.readString(PUBLISHED));
  }

  @Test
  void itHoldsTheTwinsAndWhatTheirTestsNeed() {
    assertThat(PublicApi.lines())
        .anyMatch(line -> line.contains("RealMatrix weightGradients("))
        .anyMatch(line -> line.contains("Result answer(backprop.parity.model.Case)"))
        .anyMatch(line -> line.contains("static backprop.parity.model.Result of("))
        .noneMatch(line -> line.contains(" private ") || line.contains("picocli"));
  }
}
