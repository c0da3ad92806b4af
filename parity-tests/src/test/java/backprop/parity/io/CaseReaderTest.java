package backprop.parity.io;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.suites.WorkedExamples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases are read from wherever they are. */
class CaseReaderTest {
  private static final String MAZUR = new JsonWriter(false).write(WorkedExamples.named("mazur"));

  private final CaseReader reader = new CaseReader(Limits.DEFAULT);

  @TempDir private Path folder;

  @Test
  void aFile() throws IOException {
    Path file = Files.writeString(folder.resolve("case of any name"), MAZUR);
    assertThat(reader.read(file)).extracting(Case::name).containsExactly("mazur");
  }

  @Test
  void theCaseFilesOfAFolder() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), MAZUR);
    Files.writeString(folder.resolve("a.jsonl.txt"), "This is no case.");
    assertThat(reader.read(folder)).extracting(Case::name).containsExactly("mazur");
  }

  @Test
  void standardInputOnce() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(MAZUR.getBytes(UTF_8)));
    try {
      assertThat(reader.readStandardInput()).extracting(Case::name).containsExactly("mazur");
      assertThatThrownBy(reader::readStandardInput).hasMessage("- can be given once.");
    } finally {
      System.setIn(before);
    }
  }

  /** A socket is no file that anybody can open, whatever they may read. */
  @Test
  void whatCannotBeOpenedIsRefused() throws IOException {
    Path socket = folder.resolve("socket");
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.bind(UnixDomainSocketAddress.of(socket));
      assertThatThrownBy(() -> reader.read(socket))
          .isInstanceOf(InvalidInput.class)
          .hasMessageStartingWith(socket + ": expected a readable file: ");
    }
  }
}
