package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A pipe is read to its end, though it cannot say how much is in it. */
class PipeInputTest {
  @Test
  void bothPartsOfAGzipFileComeThroughAPipe() throws Exception {
    InputStream parts = new SequenceInputStream(packed("first, "), packed("second"));
    try (InputStream text = new GZIPInputStream(new PipeInput(new Pipe(parts)))) {
      assertThat(text).hasContent("first, second");
    }
  }

  private static InputStream packed(String text) throws IOException {
    return new ByteArrayInputStream(IdxBytes.gzipped(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Asked how much there is, Java's own channels of a pipe fail so. */
  private static final class Pipe extends FilterInputStream {
    Pipe(InputStream bytes) {
      super(bytes);
    }

    @Override
    public int available() throws IOException {
      throw new IOException("Illegal seek");
    }
  }
}
