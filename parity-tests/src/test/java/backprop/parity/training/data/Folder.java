package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/**
 * Data files that a test has written.
 *
 * @param path of the folder
 */
record Folder(Path path) {
  Path write(String name, byte[] bytes) throws IOException {
    return Files.write(path.resolve(name), bytes);
  }

  Path write(String name, String text) throws IOException {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The samples of a text. */
  DataSet csv(String text, OptionalInt targets) throws IOException {
    return DataFile.read(write("data.csv", text), targets).training();
  }

  /** What is said of a file that is refused, without the folder's name. */
  String refusal(Path file, OptionalInt targets) {
    InvalidInput refused =
        catchThrowableOfType(InvalidInput.class, () -> DataFile.read(file, targets));
    return refused == null
        ? file + " was read"
        : refused.getMessage().replace(path + "/", "").replace(path.toString(), "folder");
  }
}
