package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What one of a program's functions gave for matrices: rows, or why there are none.
 *
 * @param matrix empty if there is none
 * @param problems what the program says of that
 */
public record MatrixAnswer(Optional<double[][]> matrix, List<FunctionProblem> problems) {
  /**
   * Reads {@code {"name": …, "matrix": [[…]]}}.
   *
   * @throws InvalidInput if the line is something else
   */
  public static MatrixAnswer read(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    Optional<double[][]> matrix = Optional.empty();
    List<FunctionProblem> problems = List.of();
    try (JsonCursor json = new JsonCursor("its answer", new ByteArrayInputStream(bytes))) {
      if (!json.nextObject()) {
        throw json.invalid("", "expected an object in {}");
      }
      for (Optional<String> key = json.nextField(); key.isPresent(); key = json.nextField()) {
        switch (key.get()) {
          case "matrix" -> matrix = Optional.of(json.rows("matrix", false));
          case "problems" -> problems = FunctionProblemReader.readAll(json);
          default -> json.skipValue();
        }
      }
    }
    return new MatrixAnswer(matrix, problems);
  }
}
