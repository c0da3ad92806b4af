package backprop.parity.sources.candidate;

import backprop.parity.io.Answer;
import backprop.parity.model.Case;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How a program is asked.
 *
 * @param timeout for the answer to one case
 * @param givenUp whether it is known before then that no answer will come
 * @param reading what is looked at in an answer; refuses by {@code InvalidInput}
 * @param environment variables that the program finds beside those that are there
 * @param errorListener is given the program's lines on stderr
 */
public record Interview(
    Duration timeout,
    BooleanSupplier givenUp,
    BiFunction<Answer, Case, CandidateReply> reading,
    Map<String, String> environment,
    Consumer<String> errorListener) {

  /** Of a program whose answers are whole. */
  static Interview whole(Duration timeout, Consumer<String> errorListener) {
    return new Interview(
        timeout, () -> false, CandidateReply::whole, Map.of(), new FirstLines(errorListener));
  }
}
