package backprop.parity.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.InvalidInput;
import java.io.ByteArrayInputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The cursor says where the input ends, and closes what it was given. */
class JsonCursorTest {
  @Test
  void theEndIsNamed() {
    JsonCursor json = new JsonCursor("file", new ByteArrayInputStream(new byte[0]));
    assertThatThrownBy(() -> json.enterArray("place", "a list in []"))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("file: place: expected a list in [], found the end.");
  }

  @Test
  void theInputIsClosedBeforeItsEnd() {
    AtomicBoolean closed = new AtomicBoolean();
    ByteArrayInputStream input =
        new ByteArrayInputStream("{} {}".getBytes(UTF_8)) {
          @Override
          public void close() {
            closed.set(true);
          }
        };
    try (JsonCursor json = new JsonCursor("file", input)) {
      json.nextObject();
      assertThat(closed).isFalse();
    }
    assertThat(closed).isTrue();
  }
}
