package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a language is compiled, its words are used for the program that comes of it, too. */
class CompiledCommandTest {
  @TempDir private Path folder;

  @Test
  void theFileBesideACompiledProgramIsTheLearners() throws IOException {
    Path made = Files.createFile(folder.resolve("mine"));
    Path source = Files.createFile(folder.resolve("mine.c"));
    assertThat(new CommandFiles(made.toString()).program()).contains(source);
    Files.delete(source);
    assertThat(new CommandFiles(made.toString()).program()).isEmpty();
  }

  @Test
  void parametersAreSpelledAsTheLanguageDoesAndKeysAsTheyAre() {
    String text = "forwardWeights[k][j] * f′(preActivations[j]), \"weightLayout\"";
    assertThat(new LessonHints(2, Optional.of(Language.C)).inLanguage(text))
        .isEqualTo("forward_weights[k][j] * f′(pre_activations[j]), \"weightLayout\"");
    assertThat(new LessonHints(2, Optional.empty()).inLanguage(text)).isEqualTo(text);
  }
}
