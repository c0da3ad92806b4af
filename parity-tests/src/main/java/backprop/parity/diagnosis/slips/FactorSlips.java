package backprop.parity.diagnosis.slips;

import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Spelling;
import backprop.parity.terms.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a sum over the samples if it is multiplied by another factor. */
final class FactorSlips {
  private FactorSlips() {}

  /** The likeliest first. */
  static List<Slip> of(Case question, double sum) {
    int samples = question.samples();
    int outputs = question.targets().length;
    Reduction own = question.network().reduction();
    List<Slip> slips = new ArrayList<>();
    if (samples == 1 && outputs > 1 && own != Reduction.ELEMENT_MEAN) {
      String sentence = "the sum divided by the outputs: they are added up, not averaged.";
      return List.of(new Slip(sum / outputs, sentence));
    }
    for (Reduction other : Reduction.values()) {
      if (other != own) {
        double factor = other.factor(samples, outputs);
        String sentence = "the sum times %s, which is the factor of %s.";
        String name = Spelling.of(other);
        slips.add(new Slip(sum * factor, sentence.formatted(NumberText.brief(factor), name)));
      }
    }
    slips.add(new Slip(sum / outputs, "the sum divided by the outputs, not by the samples."));
    if (own != Reduction.SUM) {
      double squared = sum * own.factor(samples, outputs) / samples;
      slips.add(new Slip(squared, "the right number divided by N once more."));
    }
    if (own == Reduction.ELEMENT_MEAN) {
      String sentence = "the sum / N * outputs: N * outputs needs parentheses.";
      slips.add(new Slip(sum / samples * outputs, sentence));
    }
    if (samples > 1 && own != Reduction.SUM) {
      String product = own == Reduction.MEAN ? "" : " * outputs";
      double others = own == Reduction.MEAN ? 1.0 : outputs;
      String sentence = "the sum divided by %s, not by N%s.";
      String name = product.isEmpty() ? "N - 1" : "(N - 1)" + product;
      slips.add(new Slip(sum / ((samples - 1) * others), sentence.formatted(name, product)));
      slips.add(
          new Slip(
              sum / ((samples + 1) * others), sentence.formatted(name.replace('-', '+'), product)));
    }
    return slips;
  }
}
