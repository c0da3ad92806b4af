package backprop.parity.course;

import backprop.parity.io.FailureReason;
import backprop.parity.io.HandwrittenText;
import backprop.parity.io.WholeFile;
import backprop.parity.model.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The file in which a learner places the products, a line for each step and layout.
 *
 * @param path {@code -} for standard input, where a program may print the lines
 */
record ProductsFile(Path path) {
  /** What stands above the lines; {@code #} begins what is for the reader alone. */
  static final String HOW =
      """
      # Place the Ts: behind each colon, the product that gives what the loop gives.
      # W weights, F the next layer's weights, A activations of the layer before,
      # D delta (in step 7 the next layer's). A product is written W * A or W @ A,
      # a T as A^T or A.T.
      #
      # How the samples stand in A and D:
      #   columns  a column for each: activations[i][s], delta[j][s]
      #   rows     a row for each: activations[s][i], delta[s][j]
      # How the weights stand in W and F:
      #   outputs-by-inputs  a row for each receiving neuron: weights[j][i]
      #   inputs-by-outputs  a row for each sending neuron: weights[i][j]
      #
      # Write the product alone. After it comes, entry by entry:
      #   step 1  + the bias
      #   step 6  * the factor, such as 1/N for a mean
      #   step 7  * f'(z)
      #   inputs  * the factor. This is the slope of the cost for each input, by the
      #           first layer's W and D: step 7 once more, but an input has no f'.

      """;

  private boolean isInput() {
    return path.toString().equals("-");
  }

  boolean exists() {
    return isInput() || Files.exists(path);
  }

  /** Writes one without answers. */
  void write() {
    String lines =
        MatrixTask.all().stream().map(task -> task.label() + ":\n").collect(Collectors.joining());
    WholeFile.write(path, HOW + lines);
  }

  /**
   * Its lines.
   *
   * @throws InvalidInput if they cannot be read
   */
  List<String> read() {
    try {
      String text =
          isInput()
              ? HandwrittenText.in("standard input", System.in)
              : HandwrittenText.in(path, "a readable file");
      return text.lines().toList();
    } catch (IOException problem) {
      throw new InvalidInput("standard input: " + FailureReason.of(problem) + ".");
    }
  }

  /** What stands behind the colon of a task's line, the last of them; empty if nothing does. */
  static String answer(List<String> lines, MatrixTask task) {
    String answer = "";
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon >= 0 && line.substring(0, colon).strip().equals(task.label())) {
        answer = line.substring(colon + 1).strip();
      }
    }
    return answer;
  }
}
