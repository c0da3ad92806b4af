package backprop.parity.page;

import backprop.parity.io.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One step as both twins write it: the same three Javadoc lines, then their two bodies.
 *
 * @param method its name, with the class in front for softmax: {@code Softmax.activations}
 * @param headline what it is, such as {@code Step 6: weight gradients, …}
 * @param terms what the loop adds up
 * @param matrix the same as a product
 * @param file in which both twins have it
 */
record TwinStep(
    String method,
    String headline,
    String terms,
    String matrix,
    String file,
    Listing loops,
    Listing product) {

  private static final List<String> FILES =
      List.of("ForwardPass.java", "Softmax.java", "BackwardPass.java", "GradientDescent.java");

  /** A method whose Javadoc names its terms, up to its closing brace. */
  private static final Pattern STEP =
      Pattern.compile(
          " {2}/\\*\\*\n {3}\\* ([^\n]+)\n {3}\\* Terms: ([^\n]+)\n {3}\\* Matrix: ([^\n]+)\n"
              + "(?: {3}\\*[^\n]*\n)*? {3}\\*/\n(.*?\n {2}}\n)",
          Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("(\\w+)\\(");

  /**
   * The code of one twin.
   *
   * @param line on which it starts in its file, from 1
   * @param code without the indentation that all lines share
   */
  record Listing(int line, String code) {}

  /**
   * All steps in the order of the files, aligned by their headline.
   *
   * @throws IllegalStateException if the twins do not have the same steps
   */
  static List<TwinStep> all() {
    List<TwinStep> steps = new ArrayList<>();
    for (String file : FILES) {
      String loops = Resources.text(TwinStep.class, "sources/loops/" + file);
      String matrix = Resources.text(TwinStep.class, "sources/matrix/" + file);
      List<MatchResult> left = STEP.matcher(loops).results().toList();
      List<MatchResult> right = STEP.matcher(matrix).results().toList();
      List<String> headlines = left.stream().map(step -> step.group(1)).toList();
      if (!headlines.equals(right.stream().map(step -> step.group(1)).toList())) {
        throw new IllegalStateException(file + ": expected the same steps in both twins");
      }
      for (int index = 0; index < left.size(); index++) {
        Listing loop = listing(loops, left.get(index));
        steps.add(of(file, left.get(index), loop, listing(matrix, right.get(index))));
      }
    }
    return steps;
  }

  private static TwinStep of(String file, MatchResult step, Listing loops, Listing product) {
    Matcher name = NAME.matcher(loops.code());
    if (!name.find()) {
      throw new IllegalStateException(file + ": expected a method below " + step.group(1));
    }
    String prefix = file.equals("Softmax.java") ? "Softmax." : "";
    String method = prefix + name.group(1);
    return new TwinStep(method, step.group(1), step.group(2), step.group(3), file, loops, product);
  }

  private static Listing listing(String source, MatchResult step) {
    int line = (int) source.substring(0, step.start(4)).lines().count() + 1;
    return new Listing(line, step.group(4).stripTrailing().stripIndent());
  }
}
