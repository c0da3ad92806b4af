package backprop.parity.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.InvalidInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people write is read whole, or refused before it fills the memory. */
class HandwrittenTextTest {
  @Test
  void aTextIsRead() throws Exception {
    byte[] bytes = "one\ntwo é\n".getBytes(StandardCharsets.UTF_8);
    assertThat(HandwrittenText.in("text", new ByteArrayInputStream(bytes)))
        .isEqualTo("one\ntwo é\n");
  }

  @Test
  void whatNeverEndsIsRefused() {
    assertThatThrownBy(() -> HandwrittenText.in("text", new EndlessText('a')))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("text: expected at most 16777216 bytes, found more.");
  }

  @Test
  void otherBytesAreRefused() {
    byte[] latin = "\u00e4".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> HandwrittenText.in("text", new ByteArrayInputStream(latin)))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("text: expected text in UTF-8, found other bytes.");
  }

  @Test
  void aFileThatIsNotThereIsSaid(@TempDir Path folder) {
    Path none = folder.resolve("none.txt");
    assertThatThrownBy(() -> HandwrittenText.in(none, "a readable file"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage(none + ": expected a readable file: not found.");
  }
}
