package backprop.parity.io;

import backprop.loops.Layer;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.model.Spelling;

/**
 * Writes cases and answers as lines of words and decimal numbers, for languages without JSON.
 *
 * <p>Weights always have a row per receiving neuron, whatever the case's layout is in JSON.
 */
public final class PlainWriter {
  private final StringBuilder line = new StringBuilder();

  private PlainWriter() {}

  /** A case in the format {@code plain-1}, without a line break. */
  public static String write(Case question) {
    return new PlainWriter().question(question);
  }

  /**
   * The gradients of a case as they are answered, without a line break.
   *
   * @param result with a cost and gradients
   */
  public static String write(Case question, Result result) {
    return write(PlainReader.GRADIENTS, question, result);
  }

  /**
   * The same numbers in the same order behind another word.
   *
   * @param kind what the line holds, such as {@code allowed}
   * @param result with a cost and gradients
   */
  public static String write(String kind, Case question, Result result) {
    return new PlainWriter().answer(kind, question, result);
  }

  private String question(Case question) {
    word(PlainReader.FORMAT);
    count(question.network().depth());
    count(question.samples());
    word(Spelling.of(question.network().cost()));
    word(Spelling.of(question.network().reduction()));
    number(question.learningRate().orElse(0.0));
    count(question.inputs().length);
    for (int l = 1; l <= question.network().depth(); l++) {
      Layer layer = question.network().layer(l);
      count(layer.outputs());
      word(Spelling.of(layer.activation()));
      count(question.hasBiases(l) ? 1 : 0);
      rows(layer.weights());
      if (question.hasBiases(l)) {
        row(layer.biases());
      }
    }
    double[][] inputs = Rows.transpose(question.inputs());
    double[][] targets = Rows.transpose(question.targets());
    for (int s = 0; s < question.samples(); s++) {
      row(inputs[s]);
      row(targets[s]);
    }
    return line.toString();
  }

  private String answer(String kind, Case question, Result result) {
    word(kind);
    number(result.cost().orElseThrow());
    for (int l = 1; l <= result.depth(); l++) {
      rows(result.values(Quantity.WEIGHT_GRADIENTS, l).orElseThrow());
      if (question.hasBiases(l)) {
        rows(result.values(Quantity.BIAS_GRADIENTS, l).orElseThrow());
      }
    }
    return line.toString();
  }

  private void rows(double[][] rows) {
    for (double[] row : rows) {
      row(row);
    }
  }

  private void row(double[] row) {
    for (double number : row) {
      number(number);
    }
  }

  private void number(double number) {
    word(PlainNumber.write(number));
  }

  private void count(int count) {
    word(Integer.toString(count));
  }

  private void word(String word) {
    line.append(line.length() == 0 ? "" : " ").append(word);
  }
}
