package backprop.parity.diagnosis;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the cases have in common on which a mistake is seen, and the others have not.
 *
 * @param words such as {@code on cases with cross-entropy}
 */
record Separation(String words, Predicate<Case> holds) {

  /** The plainest property that tells the two lists apart, or how many there are. */
  static String words(List<Observation> seen, List<Observation> others) {
    return all().stream()
        .filter(each -> seen.stream().allMatch(one -> each.holds.test(one.question())))
        .filter(each -> others.stream().noneMatch(one -> each.holds.test(one.question())))
        .map(Separation::words)
        .findFirst()
        .orElse(
            "on %d of %d cases that can show it"
                .formatted(seen.size(), seen.size() + others.size()));
  }

  private static List<Separation> all() {
    List<Separation> all = new ArrayList<>();
    for (Cost cost : Cost.values()) {
      both(all, "the cost " + Spelling.of(cost), asked -> asked.network().cost() == cost);
    }
    for (Activation activation : Activation.values()) {
      String words = Spelling.of(activation) + " at the output";
      both(all, words, asked -> output(asked) == activation);
    }
    for (Activation activation : Activation.values()) {
      both(all, Spelling.of(activation) + " layers", asked -> has(asked, activation));
    }
    for (Reduction reduction : Reduction.values()) {
      String words = "the reduction " + Spelling.of(reduction);
      both(all, words, asked -> asked.network().reduction() == reduction);
    }
    both(all, "one sample", asked -> asked.samples() == 1);
    both(all, "one output", asked -> asked.targets().length == 1);
    for (int depth = 1; depth <= 4; depth++) {
      int layers = depth;
      String words = layers == 1 ? "one layer" : layers + " layers";
      both(all, words, asked -> asked.network().depth() == layers);
    }
    both(all, "more than two layers", asked -> asked.network().depth() > 2);
    return all;
  }

  private static void both(List<Separation> all, String words, Predicate<Case> holds) {
    all.add(new Separation("on cases with " + words, holds));
    all.add(new Separation("on cases without " + words, holds.negate()));
  }

  private static Activation output(Case asked) {
    return asked.network().layer(asked.network().depth()).activation();
  }

  private static boolean has(Case asked, Activation activation) {
    return asked.network().layers().stream().map(Layer::activation).anyMatch(activation::equals);
  }
}
