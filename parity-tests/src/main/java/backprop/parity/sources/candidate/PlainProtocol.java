package backprop.parity.sources.candidate;

import backprop.parity.io.PlainReader;
import backprop.parity.io.PlainWriter;
import backprop.parity.model.Case;
import java.util.Set;

/** Cases and answers in words and decimal numbers, for languages without JSON. */
public final class PlainProtocol implements Protocol {
  @Override
  public String expected() {
    return "that begins with \"gradients\", \"updates\" or \"unsupported\"";
  }

  @Override
  public String write(Case question) {
    return PlainWriter.write(question);
  }

  @Override
  public boolean isAnswer(String line) {
    return PlainReader.isAnswer(line);
  }

  @Override
  public CandidateReply read(String line, Case question) {
    return new CandidateReply(PlainReader.read("its answer", line, question), Set.of());
  }
}
