package backprop.parity.course;

import backprop.parity.model.Layout;
import backprop.parity.model.Printable;
import backprop.parity.terminal.LabelledLines;
import backprop.parity.terminal.NextStep;
import backprop.parity.terminal.ShellWord;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terminal.Wrapped;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The matrix track: a learner places the Ts, a line for each step and layout. */
final class MatrixTrack {
  private final Optional<LearnersMatrices> matrices;
  private final MatrixProblemScreen problems;
  private final int hint;
  private final TextStyle style;
  private final PrintStream out;
  private final LabelledLines lines;

  /**
   * @param matrices of a program that evaluates the products, too; empty for the placement alone
   * @param program its file, empty if it is in none of the starters' languages
   * @param hint from 1 to 3; 0 for none
   */
  MatrixTrack(
      Optional<LearnersMatrices> matrices,
      Optional<LearnersFile> program,
      int hint,
      TextStyle style,
      PrintStream out) {
    this.matrices = matrices;
    this.problems = new MatrixProblemScreen(program, hint, style, out);
    this.hint = hint;
    this.style = style;
    this.out = out;
    this.lines = new LabelledLines(style, out);
  }

  /**
   * Writes a file without answers if there is none, or else looks at the answers in it.
   *
   * @return whether every answer is right
   */
  boolean look(ProductsFile file) {
    if (!file.exists()) {
      file.write();
      out.println(file.path() + ": written; fill in the first line");
      out.println("Next: save it, and run this again.");
      return false;
    }
    if (!judge(file.read())) {
      return false;
    }
    out.println();
    out.println("All sixteen are right: you can place every T, in everybody's layout.");
    out.println();
    next(file).forEach(out::println);
    return true;
  }

  private List<String> next(ProductsFile file) {
    if (matrices.isEmpty()) {
      String command = "backprop follow --products %s --command %s";
      return NextStep.command(
          command.formatted(
              ShellWord.of(file.path().toString()),
              ShellWord.of(MeantCommand.besides(file.path()))),
          "computes chapters 3 to 8 again, by these products and your program's own multiply and"
              + " transpose.",
          style.width());
    }
    return Wrapped.lines(
        "Next: parity-tests/tutorial/11-input-gradients.md. Six chapters ask for products that"
            + " nobody has shown you; predict them.",
        style.width());
  }

  private boolean judge(List<String> written) {
    Map<String, PlacedProduct> placed = new HashMap<>();
    for (MatrixTask task : MatrixTask.all()) {
      String answer = ProductsFile.answer(written, task);
      Optional<PlacedProduct> product = PlacedProduct.of(answer);
      if (product.isEmpty() || !isRight(task, product.get())) {
        out.println("→ " + task.label() + ": " + Printable.part(answer));
        out.println();
        stop(task, answer, product);
        return false;
      }
      out.println("✓ " + task.label() + ": " + Printable.part(answer));
      placed.put(task.name(), product.get());
      boolean whole = task.name().equals(MatrixTask.INPUTS);
      if (whole && matrices.isPresent() && !evaluates(task.layout(), placed)) {
        return false;
      }
    }
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
      problems.print(problem);
      return false;
    }
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

  private void stop(MatrixTask task, String answer, Optional<PlacedProduct> product) {
    lines.print("loop", task.loop());
    lines.print("", task.place());
    if (answer.isEmpty()) {
      lines.print("predict", "Which index is r, which is c, and which is summed? Then write it.");
    } else if (product.isEmpty()) {
      lines.print(
          "unreadable",
          "expected a product and nothing else, such as F^T * D or W @ A.T, found "
              + Printable.part(answer));
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
