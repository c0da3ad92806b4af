package backprop.parity.io;

import backprop.parity.damage.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program answers that is asked for one of its functions. */
public final class MatrixAnswerReading implements Reading {
  @Override
  public List<byte[]> examples() {
    return Stream.of(
            """
            {"name": "step 6", "matrix": [[1, -2.5e-3], [0, "NaN"]]}""",
            """
            {"name": "step 6", "problems": [{"function": "multiply", "kind": "stopped",
             "line": 12, "message": "no such index", "sizes": [2], "found": "a text"}]}""",
            "{}",
            "")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public Optional<byte[]> read(byte[] input) {
    MatrixAnswer answer = MatrixAnswer.read(new String(input, StandardCharsets.UTF_8));
    answer.problems().forEach(FunctionProblem::sentence);
    return Optional.empty();
  }
}
