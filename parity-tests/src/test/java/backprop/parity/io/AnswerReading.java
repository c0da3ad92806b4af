package backprop.parity.io;

import backprop.parity.damage.Reading;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a program answers in JSON. */
public final class AnswerReading implements Reading {
  private static final Case MAZUR = WorkedExamples.named("mazur");
  private static final String TRACE = write(new LoopsSource().answer(MAZUR));

  private static String write(Result result) {
    return new JsonWriter(false).write(result, WeightLayout.OUTPUTS_BY_INPUTS, true);
  }

  @Override
  public List<byte[]> examples() {
    return Stream.of(
            TRACE,
            new JsonWriter(true)
                .write(new LoopsSource().answer(MAZUR), WeightLayout.OUTPUTS_BY_INPUTS, false),
            TRACE.replace("0.", "\"NaN\", 0."),
            """
            {"format": "backprop-gradients-1", "name": "mazur", "unsupported": "no softmax"}""",
            """
            {"format": "backprop-gradients-1", "name": "mazur", "layers": [], "odd": [{"a": [1]}],
             "problems": [{"function": "f", "kind": "unfit", "line": 3, "message": "a text",
             "sizes": [2, 3], "found": "2 x 2", "advice": "none", "more": {}}]}""",
            "")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public Optional<byte[]> read(byte[] input) {
    Answer answer = ResultReader.readLine("answer", new String(input, StandardCharsets.UTF_8));
    answer.problems().forEach(FunctionProblem::sentence);
    return answer.unsupported().isPresent()
        ? Optional.empty()
        : Optional.of(write(answer.resultFor(MAZUR)).getBytes(StandardCharsets.UTF_8));
  }
}
