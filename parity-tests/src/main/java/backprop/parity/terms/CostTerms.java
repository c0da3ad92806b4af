package backprop.parity.terms;

import backprop.loops.Cost;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Spelling;
import backprop.parity.terms.Name.Cell;

/** The cost of a batch, taken apart into what every output of every sample adds. */
public final class CostTerms {
  /** How the cost is called where other numbers have an entry's name. */
  private final Cost cost;

  private final double[][] activations;
  private final double[][] targets;
  private final double factor;

  /**
   * Of one case.
   *
   * @param loops what the loops give for it
   */
  public CostTerms(Case question, Result loops) {
    int depth = question.network().depth();
    this.cost = question.network().cost();
    this.activations = loops.values(Quantity.ACTIVATIONS, depth).orElseThrow();
    this.targets = question.targets();
    this.factor = question.network().reduction().factor(samples(), outputs());
  }

  public int samples() {
    return targets[0].length;
  }

  public int outputs() {
    return targets.length;
  }

  public double factor() {
    return factor;
  }

  /** What output j of sample s adds. */
  public double value(int j, int s) {
    return cost.value(activations[j][s], targets[j][s]);
  }

  /** What every output of every sample adds, outputs × samples. */
  public double[][] values() {
    double[][] values = new double[outputs()][samples()];
    for (int j = 0; j < outputs(); j++) {
      for (int s = 0; s < samples(); s++) {
        values[j][s] = value(j, s);
      }
    }
    return values;
  }

  /** a - t of output j and sample s. */
  public double error(int j, int s) {
    return activations[j][s] - targets[j][s];
  }

  /** Such as {@code ½(activations[j][s] - targets[j][s])²}. */
  public Sentence formula() {
    Cell a = new Cell(Array.ACTIVATIONS, 0, "j", "s");
    Cell t = new Cell(Array.TARGETS, 0, "j", "s");
    return Sentence.of(format(), a, t);
  }

  /** Such as {@code ½(0.616567 - 1)²}. */
  public String numbers(int j, int s) {
    return format()
        .formatted(NumberText.brief(activations[j][s]), NumberText.inParentheses(targets[j][s]));
  }

  private String format() {
    return switch (cost) {
      case SQUARED_ERROR -> "(%s - %s)²";
      case HALF_SQUARED_ERROR -> "½(%s - %s)²";
      default -> Spelling.of(cost) + "(%s, %s)";
    };
  }
}
