package backprop.parity.sources.candidate;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How a program is asked.
 *
 * @param timeout for the answer to one case
 * @param givenUp whether it is known before then that no answer will come
 * @param protocol in which words
 * @param environment variables that the program finds beside those that are there
 * @param errorListener is given the program's lines on stderr
 */
public record Interview(
    Duration timeout,
    BooleanSupplier givenUp,
    Protocol protocol,
    Map<String, String> environment,
    Consumer<String> errorListener) {

  /** Of a program whose answers are whole. */
  public static Interview whole(
      Duration timeout, Protocol protocol, Consumer<String> errorListener) {
    return new Interview(timeout, () -> false, protocol, Map.of(), new FirstLines(errorListener));
  }
}
