package backprop.parity.gallery;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.diagnosis.mistakes.CaseSummary;
import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeCatalogue;
import backprop.parity.diagnosis.mistakes.MistakeDescription;
import backprop.parity.diagnosis.mistakes.SmallestNetwork;
import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.terminal.LabelledLines;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terms.NumberText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One mistake: its formulas, and the smallest network that shows it, right and wrong. */
public final class MistakeExplanation {
  private static final int NAME = 28;
  private static final int NUMBER = 24;
  private static final int FEWEST_DIGITS = 6;
  private static final int MOST_DIGITS = 17;

  private final Mistake mistake;
  private final TextStyle style;
  private final PrintStream out;
  private final LabelledLines lines;

  public MistakeExplanation(Mistake mistake, TextStyle style, PrintStream out) {
    this.mistake = mistake;
    this.style = style;
    this.out = out;
    this.lines = new LabelledLines(style, out);
  }

  /** What the catalogue says, then live numbers. */
  public void print() {
    MistakeDescription description = MistakeCatalogue.of(mistake);
    out.println(style.rule(mistake.spelling()));
    lines.print("made in", mistake.family().title());
    lines.print("right", description.right(), text -> style.verdict(true, text));
    lines.print("wrong", description.wrong(), text -> style.verdict(false, text));
    lines.print("wrong code", description.code());
    lines.print("disturbs", description.disturbs());
    lines.print("hidden when", description.hiddenWhen());
    lines.print("fix", description.fix());
    description.convention().ifPresent(text -> lines.print("convention", text));
    description.seen().ifPresent(text -> lines.print("seen in", text, style::faint));
    out.println();
    printNetwork(SmallestNetwork.revealing(mistake));
  }

  private void printNetwork(Case question) {
    out.println(style.rule("The smallest network that shows it"));
    out.println(CaseSummary.of(question));
    Network network = question.network();
    for (int l = 1; l <= network.depth(); l++) {
      Layer layer = network.layer(l);
      lines.print("layer " + l, "weights " + text(layer.weights()));
      lines.print("", "biases " + text(new double[][] {layer.biases()}));
    }
    lines.print("samples", samples(question));
    question
        .learningRate()
        .ifPresent(rate -> lines.print("step 8", "learning rate " + NumberText.brief(rate)));
    out.println();
    out.println(padded("", NAME) + padded("right", NUMBER) + "wrong");
    printAnswers(
        new FaultyLoops(FaultyProgram.correct()).answer(question),
        new FaultyLoops(FaultyProgram.with(mistake)).answer(question));
  }

  private void printAnswers(Result right, Result wrong) {
    printNumbers("cost", right.cost().orElseThrow(), wrong.cost().orElseThrow());
    for (int l = right.depth(); l >= 1; l--) {
      for (Quantity quantity : Quantity.values()) {
        if (quantity.shape() != Quantity.Shape.PER_SAMPLE
            && right.values(quantity, l).isPresent()) {
          double[][] rightValues = right.values(quantity, l).orElseThrow();
          double[][] wrongValues = wrong.values(quantity, l).orElseThrow();
          for (int j = 0; j < rightValues.length; j++) {
            for (int i = 0; i < rightValues[j].length; i++) {
              String name = quantity.entryName(l, j, i);
              printNumbers(name, rightValues[j][i], wrongValues[j][i]);
            }
          }
        }
      }
    }
  }

  private void printNumbers(String name, double right, double wrong) {
    boolean same = Bits.identical(right, wrong);
    int digits = FEWEST_DIGITS;
    while (!same
        && digits < MOST_DIGITS
        && NumberText.rounded(right, digits).equals(NumberText.rounded(wrong, digits))) {
      digits++;
    }
    out.println(
        padded(name, NAME)
            + padded(NumberText.rounded(right, digits), NUMBER)
            + style.verdict(same, padded(NumberText.rounded(wrong, digits), NUMBER))
            + style.verdict(same, same ? "=" : "≠"));
  }

  private static String samples(Case question) {
    double[][] inputs = Rows.transpose(question.inputs());
    double[][] targets = Rows.transpose(question.targets());
    List<String> samples = new ArrayList<>();
    for (int s = 0; s < inputs.length; s++) {
      samples.add(row(inputs[s]) + " → " + row(targets[s]));
    }
    return String.join(", ", samples);
  }

  private static String text(double[][] rows) {
    return Arrays.stream(rows).map(MistakeExplanation::row).collect(Collectors.joining(" "));
  }

  private static String row(double[] row) {
    return Arrays.stream(row)
        .mapToObj(NumberText::brief)
        .collect(Collectors.joining(" ", "[", "]"));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(StrictMath.max(1, width - text.length()));
  }
}
