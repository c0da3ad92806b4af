package backprop.parity.io;

import backprop.parity.damage.Reading;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program without JSON answers. */
public final class PlainAnswerReading implements Reading {
  private static final Case MAZUR = WorkedExamples.named("mazur");
  private static final String GRADIENTS = PlainWriter.write(MAZUR, new LoopsSource().answer(MAZUR));

  @Override
  public List<byte[]> examples() {
    return Stream.of(
            GRADIENTS,
            GRADIENTS.replace("gradients", "updates"),
            GRADIENTS.replaceFirst(" \\S+", " ?"),
            GRADIENTS.replaceAll(" 0\\.0", " nan -1.#INF 0x1p-4 0.0"),
            "unsupported no softmax here",
            "gradients",
            "")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public Optional<byte[]> read(byte[] input) {
    String line = new String(input, StandardCharsets.UTF_8);
    if (!PlainReader.isAnswer(line)) {
      throw new InvalidInput("line: expected an answer, found something else.");
    }
    return PlainReader.read("line", line, MAZUR)
        .filter(result -> result.cost().isPresent())
        .filter(result -> result.values(Quantity.WEIGHT_GRADIENTS, 1).isPresent())
        .map(PlainAnswerReading::write);
  }

  private static byte[] write(Result result) {
    return PlainWriter.write(MAZUR, result).getBytes(StandardCharsets.UTF_8);
  }
}
