package backprop.parity.course;

import backprop.parity.course.LearnersMatrices.MatrixProblem;
import backprop.parity.io.FailureReason;
import backprop.parity.io.WholeFile;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Layout;
import backprop.parity.terminal.LabelledLines;
import backprop.parity.terminal.TextStyle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The matrix track: a learner places the Ts, a line for each step and layout. */
final class MatrixTrack {
  private static final String HOW =
      """
      # Place the Ts: behind each colon, the product that gives what the loop in step N gives.
      # W weights, F the next layer's weights, A activations of the layer before, D delta
      # (in step 7 the next layer's). "inputs" is the gradient of the inputs, step 7 once more.
      # A product is written W * A or W @ A, a T as A^T or A.T.
      """;

  private final Optional<LearnersMatrices> matrices;
  private final PrintStream out;
  private final LabelledLines lines;

  /**
   * @param matrices of a program that evaluates the products, too; empty for the placement alone
   */
  MatrixTrack(Optional<LearnersMatrices> matrices, TextStyle style, PrintStream out) {
    this.matrices = matrices;
    this.out = out;
    this.lines = new LabelledLines(style, out);
  }

  /**
   * Writes a file without answers if there is none, or else looks at the answers in it.
   *
   * @param file {@code -} for standard input, where a program may print the lines
   * @param hint from 1 to 3; 0 for none
   * @return whether every answer is right
   */
  boolean look(Path file, int hint) {
    boolean input = file.toString().equals("-");
    if (!input && !Files.exists(file)) {
      WholeFile.write(file, HOW + String.join("", labels().map(label -> label + ":\n").toList()));
      out.println(file + ": written; fill in the first line");
      out.println("Next: save it, and run this again.");
      return false;
    }
    return judge(input ? read() : read(file), hint);
  }

  private static Stream<String> labels() {
    return MatrixTask.all().stream().map(MatrixTask::label);
  }

  private static List<String> read() {
    try {
      return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException problem) {
      throw new InvalidInput("standard input: " + FailureReason.of(problem) + ".");
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException problem) {
      throw new InvalidInput(
          file + ": expected a readable file: " + FailureReason.of(problem) + ".");
    }
  }

  private boolean judge(List<String> written, int hint) {
    Map<String, PlacedProduct> placed = new HashMap<>();
    for (MatrixTask task : MatrixTask.all()) {
      String answer = answer(written, task.label());
      Optional<PlacedProduct> product = PlacedProduct.of(answer);
      if (product.isEmpty() || !isRight(task, product.get())) {
        out.println("→ " + task.label() + ": " + answer);
        out.println();
        stop(task, answer, product, hint);
        return false;
      }
      out.println("✓ " + task.label() + ": " + answer);
      placed.put(task.name(), product.get());
      boolean whole = task.name().equals(MatrixTask.INPUTS);
      if (whole && matrices.isPresent() && !evaluates(task.layout(), placed)) {
        return false;
      }
    }
    out.println();
    out.println("All sixteen are right: you can place every T, in everybody's layout.");
    return true;
  }

  /** The layout's four products compute the chapters' gradients again. */
  private boolean evaluates(Layout layout, Map<String, PlacedProduct> placed) {
    GradientsByProducts gradients =
        new GradientsByProducts(matrices.orElseThrow(), layout, Map.copyOf(placed));
    try {
      out.println("  " + MatrixChapters.computed(gradients));
      return true;
    } catch (MatrixProblem problem) {
      out.println();
      lines.print("wrong", problem.getMessage());
      out.println();
      out.println("Next: fix it, save, and run this again.");
      return false;
    }
  }

  private static String answer(List<String> written, String label) {
    String answer = "";
    for (String line : written) {
      int colon = line.indexOf(':');
      if (colon >= 0 && line.substring(0, colon).strip().equals(label)) {
        answer = line.substring(colon + 1).strip();
      }
    }
    return answer;
  }

  private static boolean isRight(MatrixTask task, PlacedProduct product) {
    return differences(task, product).isEmpty();
  }

  private static List<String> differences(MatrixTask task, PlacedProduct product) {
    PlacedProduct right = task.answer();
    boolean sameLetters =
        List.of(product.left(), product.right()).containsAll(List.of(right.left(), right.right()));
    if (!sameLetters) {
      return List.of(product.mistake(task));
    }
    List<String> differences = new ArrayList<>();
    MatrixTrial.rectangular(task)
        .difference(product)
        .ifPresent(found -> differences.add("3-4-2, 5 samples: " + found));
    MatrixTrial.square(task)
        .difference(product)
        .ifPresent(found -> differences.add("3-3-3, 3 samples: " + found));
    return differences;
  }

  private void stop(MatrixTask task, String answer, Optional<PlacedProduct> product, int hint) {
    lines.print("loop", task.loop());
    if (answer.isEmpty()) {
      lines.print("predict", "Which index is r, which is c, and which is summed? Then write it.");
    } else if (product.isEmpty()) {
      lines.print("unreadable", "expected a product such as F^T * D or W @ A.T, found " + answer);
    } else {
      String mistake = product.get().mistake(task);
      differences(task, product.get()).stream()
          .filter(found -> !found.endsWith(mistake))
          .forEach(found -> lines.print("tried on", found));
      lines.print("mistake", mistake);
    }
    hints(task).subList(0, hint).forEach(text -> lines.print("hint", text));
    out.println();
    out.println(
        hint < LessonHints.LAST
            ? "Next: write it, save, and run this again; --hint %d helps.".formatted(hint + 1)
            : "Next: write it, save, and run this again.");
  }

  private static List<String> hints(MatrixTask task) {
    return List.of(
        "%s stands on the result: r = %s, c = %s; %s is summed."
            .formatted(task.result().inLoop(), task.rule().r(), task.rule().c(), task.rule().q()),
        String.join("; ", task.rule().lines()) + ".",
        task.answer() + ".");
  }
}
