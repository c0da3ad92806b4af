package backprop.parity.course;

import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terminal.Wrapped;
import backprop.parity.terms.NumberText;
import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A learner's own program learns: the falling cost as it goes, then what it makes of the pictures. */
public final class CourseTrainingScreen {
  private static final Set<Integer> SHOWN = Set.of(0, 1, 2, 5, 10, 20, 50, 100, 200);

  /** By then every picture is told apart clearly. */
  private static final int LAST_STEP = 200;

  private static final int SIDE = 3;
  private static final int BAR = 40;

  private final TextStyle style;
  private final PrintStream out;
  private double firstCost;

  /** Prints in this style. */
  public CourseTrainingScreen(TextStyle style, PrintStream out) {
    this.style = style;
    this.out = out;
  }

  /**
   * Trains and prints.
   *
   * @param candidate that has passed every chapter
   * @return whether it went down as the loops do, all the way
   * @throws NoUsableAnswer if there is none somewhere on the way
   */
  public boolean print(Candidate candidate) {
    out.println(style.heading("Every chapter is right. Now it learns:"));
    String how =
        "its updatedWeights and updatedBiases are its next question, %d times, and so it finds out"
            + " how to tell pictures of a circle from pictures of a cross.";
    wrapped(how.formatted(LAST_STEP));
    out.println();
    CourseTraining training = new CourseTraining(candidate);
    Optional<String> oddity = training.ask();
    double[][] atFirst = oddity.isEmpty() ? training.outputs() : null;
    while (oddity.isEmpty() && training.steps() < LAST_STEP) {
      printCost(training);
      training.step();
      oddity = training.ask();
    }
    if (oddity.isPresent()) {
      printOddity(training.steps(), oddity.get());
      return false;
    }
    printCost(training);
    printPictures(training.pictures(), atFirst, training.outputs());
    out.println("The loops went down beside it, from the same start by their own gradients.");
    wrapped(training.match().sentence());
    return true;
  }

  private void wrapped(String text) {
    Wrapped.lines(text, style.width()).forEach(out::println);
  }

  private void printCost(CourseTraining training) {
    double cost = training.cost();
    firstCost = training.steps() == 0 ? cost : firstCost;
    if (SHOWN.contains(training.steps())) {
      int length = (int) StrictMath.ceil(BAR * StrictMath.min(1.0, cost / firstCost));
      out.printf(
          "  step %-4d  cost %-11s %s%n",
          training.steps(), NumberText.brief(cost), style.faint("█".repeat(length)));
      out.flush();
    }
  }

  private void printOddity(int step, String oddity) {
    String sentence = "Step %d is not right: %s.".formatted(step, oddity);
    Wrapped.lines(sentence, style.width()).forEach(line -> out.println(style.verdict(false, line)));
    wrapped("Every chapter was. Does the program keep something from one question to the next?");
  }

  private void printPictures(double[][] pictures, double[][] atFirst, double[][] atLast) {
    int samples = pictures[0].length;
    out.println();
    for (int row = 0; row < SIDE; row++) {
      int first = row * SIDE;
      printRow("", samples, s -> points(pictures, first, s));
    }
    printRow("said first", samples, s -> word(atFirst, s));
    printRow("says now", samples, s -> word(atLast, s));
    printRow("circle", samples, s -> NumberText.rounded(atLast[0][s], 3));
    printRow("cross", samples, s -> NumberText.rounded(atLast[1][s], 3));
    out.println();
  }

  private void printRow(String label, int samples, IntFunction<String> cell) {
    String cells =
        IntStream.range(0, samples)
            .mapToObj(s -> "%-8s".formatted(cell.apply(s)))
            .collect(Collectors.joining());
    out.println(("  " + style.faint("%-12s".formatted(label)) + cells).stripTrailing());
  }

  private static String points(double[][] pictures, int first, int s) {
    return IntStream.range(first, first + SIDE)
        .mapToObj(i -> pictures[i][s] > 0.5 ? "■" : "·")
        .collect(Collectors.joining());
  }

  private static String word(double[][] outputs, int s) {
    return outputs[0][s] > outputs[1][s] ? "circle" : "cross";
  }
}
