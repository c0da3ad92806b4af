package backprop.parity.course;

import backprop.parity.model.Layout;
import backprop.parity.model.SampleLayout;
import backprop.parity.model.Spelling;
import backprop.parity.model.WeightLayout;
import backprop.parity.terms.SlotRule;
import backprop.parity.terms.Slots;
import java.util.ArrayList;
import java.util.List;

/**
 * One product to write in one layout, for which a learner places the Ts.
 *
 * @param name such as {@code step 6}; the gradient of the inputs is {@code inputs}
 * @param result of the loop
 * @param one the first factor of the loop's term
 * @param other the second
 */
record MatrixTask(String name, Layout layout, Slots result, Slots one, Slots other) {
  static final String STEP_1 = "step 1";
  static final String STEP_6 = "step 6";
  static final String STEP_7 = "step 7";

  /** Step 7 once more, below the first layer; it stands last of a layout's four. */
  static final String INPUTS = "inputs";

  /** All sixteen, layout by layout. */
  static List<MatrixTask> all() {
    List<MatrixTask> tasks = new ArrayList<>();
    for (SampleLayout samples : SampleLayout.values()) {
      for (WeightLayout weights : WeightLayout.values()) {
        Layout layout = new Layout(samples, weights);
        Slots delta = Slots.perSample("D", "delta", "j", layout);
        Slots before = Slots.perSample("A", "activations", "i", layout);
        Slots z = Slots.perSample("Z", "preActivations", "j", layout);
        Slots w = Slots.perWeight("W", "weights", "j", "i", layout);
        Slots gradients = Slots.perWeight("G", "weightGradients", "j", "i", layout);
        Slots f = Slots.perWeight("F", "forwardWeights", "k", "j", layout);
        Slots forward = Slots.perSample("D", "forwardDelta", "k", layout);
        Slots inputs = Slots.perSample("X", "inputGradients", "i", layout);
        tasks.add(new MatrixTask(STEP_1, layout, z, w, before));
        tasks.add(new MatrixTask(STEP_6, layout, gradients, delta, before));
        tasks.add(new MatrixTask(STEP_7, layout, delta, f, forward));
        tasks.add(new MatrixTask(INPUTS, layout, inputs, w, delta));
      }
    }
    return tasks;
  }

  /** What begins its line, such as {@code rows inputs-by-outputs step 6}. */
  String label() {
    return "%s %s %s".formatted(Spelling.of(layout.samples()), Spelling.of(layout.weights()), name);
  }

  /** The product that the slot rule gives. */
  SlotRule rule() {
    return SlotRule.of(result, one, other);
  }

  /** The product as a learner would write it. */
  PlacedProduct answer() {
    SlotRule rule = rule();
    return new PlacedProduct(
        rule.left().symbol(), rule.transposesLeft(), rule.right().symbol(), rule.transposesRight());
  }

  /** The whole step, such as {@code delta[j][s] = (Σk … * …) * f′(preActivations[j][s])}. */
  String loop() {
    String sum = "Σ%s %s * %s".formatted(rule().q(), one.inLoop(), other.inLoop());
    return "%s = (%s) %s".formatted(result.inLoop(), sum, after());
  }

  /** What the loop does with the sum, entry by entry. */
  private String after() {
    return switch (name) {
      case STEP_1 -> "+ biases[j]";
      case STEP_6, INPUTS -> "* factor";
      default -> "* f′(%s)".formatted(Slots.perSample("Z", "preActivations", "j", layout).inLoop());
    };
  }

  /** What of the step is to be placed. */
  String place() {
    return switch (name) {
      case INPUTS ->
          "the slope of the cost for each input: step 7 once more, without f′; place the sum alone";
      case STEP_7 -> "place the sum alone; ∘ f′(Z), entry by entry, is no product";
      default -> "place the sum alone; what follows it, entry by entry, is no product";
    };
  }
}
