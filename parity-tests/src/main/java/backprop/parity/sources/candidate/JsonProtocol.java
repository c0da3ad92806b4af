package backprop.parity.sources.candidate;

import backprop.parity.io.Answer;
import backprop.parity.io.JsonWriter;
import backprop.parity.io.ResultReader;
import backprop.parity.model.Case;
import java.util.function.BiFunction;

/**
 * Cases and answers in JSON.
 *
 * @param reading what is looked at in an answer; refuses by {@code InvalidInput}
 */
public record JsonProtocol(BiFunction<Answer, Case, CandidateReply> reading) implements Protocol {
  /** Whose answers must be whole. */
  public static final Protocol WHOLE = new JsonProtocol(CandidateReply::whole);

  private static final JsonWriter WRITER = new JsonWriter(false);

  @Override
  public String expected() {
    return "with the result in JSON";
  }

  @Override
  public String write(Case question) {
    return WRITER.write(question);
  }

  @Override
  public boolean isAnswer(String line) {
    return line.stripLeading().startsWith("{");
  }

  @Override
  public CandidateReply read(String line, Case question) {
    return reading.apply(ResultReader.readLine("its answer", line), question);
  }
}
