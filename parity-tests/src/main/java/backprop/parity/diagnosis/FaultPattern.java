package backprop.parity.diagnosis;

import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Rows;
import backprop.parity.model.WeightLayout;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.SideBySide;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the blocks alone tell about a mistake: which are wrong, and whether by a constant factor.
 *
 * @param text what all wrong cases have in common
 * @param note what follows from it, in sentences; may be empty
 */
public record FaultPattern(String text, String note) {
  private static final int MOST_FACTORS_NAMED = 3;

  /** The first pattern that holds for all of these cases, the most telling first. */
  public static Optional<FaultPattern> find(List<CaseComparison> wrong) {
    return Stream.<Optional<FaultPattern>>of(
            when(wrong, FaultPattern::isNothing, NOTHING),
            when(wrong, FaultPattern::isSinglePrecision, SINGLE_PRECISION),
            convention(wrong),
            scale(wrong),
            when(wrong, FaultPattern::isTransposedAlthoughSaid, FACTORS_SWAPPED),
            when(wrong, FaultPattern::isTransposed, TRANSPOSED),
            when(wrong, FaultPattern::isOnlyCost, ONLY_COST),
            when(wrong, FaultPattern::isOnlyUpdate, ONLY_UPDATE),
            swappedFactors(wrong),
            hidden(wrong),
            when(wrong, FaultPattern::isWeightsOnly, WEIGHTS_ONLY),
            when(wrong, FaultPattern::isBiasesOnly, BIASES_ONLY),
            inLastLayer(wrong, Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS, 5),
            inLastLayer(wrong, Quantity.WEIGHT_GRADIENTS, Quantity.BIAS_GRADIENTS, 6),
            place(wrong),
            when(wrong, FaultPattern::isForward, FORWARD),
            when(wrong, one -> one.hasWrongGradients(one.depth()), OUTPUT_DELTA))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static final FaultPattern NOTHING =
      new FaultPattern(
          "every gradient is 0: nothing is computed",
          "Look at whether the backward pass runs, and whether its numbers are returned.");
  private static final FaultPattern SINGLE_PRECISION =
      new FaultPattern(
          "about 1e-7 relative everywhere: single precision",
          "If your program computes in single precision, run again with --precision float.");
  private static final FaultPattern TRANSPOSED =
      new FaultPattern(
          "every weight gradient transposed",
          "This may be a convention: if a row of your weights belongs to a sending neuron, say"
              + " \"weightLayout\": \"inputs-by-outputs\" in the case.");
  private static final FaultPattern FACTORS_SWAPPED =
      new FaultPattern(
          "every weight gradient transposed",
          "The factors of step 6 stand in the other order: their product is the transpose of the"
              + " right one, (L·R)ᵀ = Rᵀ·Lᵀ.");
  private static final FaultPattern ONLY_COST =
      new FaultPattern(
          "all gradients right, cost wrong",
          "The cost that is reported is not the one that is differentiated.");
  private static final FaultPattern ONLY_UPDATE =
      new FaultPattern("all gradients right, updated parameters wrong", "Look at step 8.");
  private static final FaultPattern FORWARD =
      new FaultPattern(
          "cost or activations wrong too: forward pass",
          "Make steps 1 to 3 right first; all that follows is made of them.");
  private static final FaultPattern WEIGHTS_ONLY =
      new FaultPattern(
          "all bias gradients right, some weight gradients wrong",
          "The deltas are right, so look at step 6.");
  private static final FaultPattern BIASES_ONLY =
      new FaultPattern(
          "all weight gradients right, some bias gradients wrong",
          "The deltas are right, so look at step 5.");
  private static final FaultPattern OUTPUT_DELTA =
      new FaultPattern(
          "last layer wrong, with no constant factor: output delta", "Look at step 4.");

  private static Optional<FaultPattern> when(
      List<CaseComparison> wrong, Predicate<CaseComparison> holds, FaultPattern pattern) {
    return wrong.stream().allMatch(holds) ? Optional.of(pattern) : Optional.empty();
  }

  /** All entries within the bound of single precision, and the gradients not within the other. */
  private static boolean isSinglePrecision(CaseComparison comparison) {
    boolean gradients = layers(comparison).anyMatch(comparison::hasWrongGradients);
    return gradients
        && comparison.precision() == Precision.DOUBLE
        && comparison.agreesIn(Precision.FLOAT);
  }

  private static Optional<FaultPattern> convention(List<CaseComparison> wrong) {
    return Convention.explaining(wrong)
        .map(
            convention ->
                new FaultPattern(
                    factors(wrong, CaseComparison::depth)
                        .map(names -> "all gradients are " + names + " times the right ones")
                        .orElse("all gradients are those of " + convention),
                    "Everything agrees if the cases are read as "
                        + convention
                        + ": a convention, and a mistake only if the other one was meant."));
  }

  private static Optional<FaultPattern> scale(List<CaseComparison> wrong) {
    return factors(wrong, CaseComparison::depth)
        .map(names -> new FaultPattern("all gradients are " + names + " times the right ones", ""));
  }

  /** All factors that explain every case; N and C are told apart only where they differ. */
  private static Optional<String> factors(
      List<CaseComparison> wrong, ToIntFunction<CaseComparison> lastLayer) {
    return factors(ConstantFactor.simple(), wrong, lastLayer)
        .or(() -> factors(ConstantFactor.twofold(), wrong, lastLayer));
  }

  private static Optional<String> factors(
      List<ConstantFactor> scales,
      List<CaseComparison> wrong,
      ToIntFunction<CaseComparison> lastLayer) {
    return scales.stream()
        .filter(scale -> wrong.stream().allMatch(one -> scale.fits(one, lastLayer.applyAsInt(one))))
        .limit(MOST_FACTORS_NAMED)
        .map(ConstantFactor::name)
        .reduce((first, second) -> first + " or " + second);
  }

  /** The case says already that a row of weights belongs to a sending neuron. */
  private static boolean isTransposedAlthoughSaid(CaseComparison comparison) {
    return comparison.question().weightLayout() == WeightLayout.INPUTS_BY_OUTPUTS
        && isTransposed(comparison);
  }

  private static boolean isTransposed(CaseComparison comparison) {
    return layers(comparison)
        .allMatch(
            l -> {
              double[][] expected =
                  comparison.expected().values(Quantity.WEIGHT_GRADIENTS, l).orElseThrow();
              double[][] actual =
                  Rows.transpose(
                      comparison.actual().values(Quantity.WEIGHT_GRADIENTS, l).orElseThrow());
              return expected.length == actual.length
                  && !comparison.isWrong(Quantity.BIAS_GRADIENTS, l)
                  && agree(comparison, l, expected, actual);
            });
  }

  private static boolean agree(
      CaseComparison comparison, int l, double[][] expected, double[][] actual) {
    for (int j = 0; j < expected.length; j++) {
      for (int i = 0; i < expected[j].length; i++) {
        Entry entry = Entry.of(Quantity.WEIGHT_GRADIENTS, l, j, i);
        if (!comparison.allowance(entry).agrees(actual[j][i], expected[j][i])) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOnlyCost(CaseComparison comparison) {
    return comparison.hasWrongCost() && layers(comparison).noneMatch(comparison::hasWrongGradients);
  }

  private static boolean isOnlyUpdate(CaseComparison comparison) {
    return !comparison.hasWrongCost()
        && !hasWrongForward(comparison)
        && layers(comparison).noneMatch(comparison::hasWrongGradients)
        && layers(comparison)
            .anyMatch(
                l ->
                    comparison.isWrong(Quantity.UPDATED_WEIGHTS, l)
                        || comparison.isWrong(Quantity.UPDATED_BIASES, l));
  }

  private static boolean isNothing(CaseComparison comparison) {
    boolean[] nothing = {false};
    boolean[] something = {false};
    SideBySide.visit(
        comparison.expected(),
        comparison.actual(),
        (entry, expected, actual) -> {
          boolean gradient =
              entry.is(Quantity.WEIGHT_GRADIENTS) || entry.is(Quantity.BIAS_GRADIENTS);
          nothing[0] |= gradient && actual == 0.0 && expected != 0.0;
          something[0] |= gradient && actual != 0.0;
        });
    return nothing[0] && !something[0];
  }

  /** One gradient of the last layer right and the other wrong: its delta is right. */
  private static Optional<FaultPattern> inLastLayer(
      List<CaseComparison> wrong, Quantity quantity, Quantity other, int step) {
    List<CaseComparison> last =
        wrong.stream().filter(one -> one.hasWrongGradients(one.depth())).toList();
    boolean alone =
        last.stream()
            .allMatch(
                one -> one.isWrong(quantity, one.depth()) && !one.isWrong(other, one.depth()));
    if (last.isEmpty() || !alone) {
      return Optional.empty();
    }
    String what = quantity == Quantity.BIAS_GRADIENTS ? "bias" : "weight";
    String scaled = StepFactor.words(last, quantity).map(words -> ": " + words).orElse("");
    return Optional.of(
        new FaultPattern(
            "the %s gradients of the last layer are wrong%s".formatted(what, scaled),
            "The output delta is right, so look at step %d of the last layer.".formatted(step)));
  }

  private static Optional<FaultPattern> place(List<CaseComparison> wrong) {
    return FaultPlace.of(wrong)
        .map(
            place ->
                new FaultPattern(
                    place.words() + " is the first that is wrong",
                    "What comes before it is right, so look there; all that follows is made of"
                        + " it."));
  }

  private static boolean isForward(CaseComparison comparison) {
    boolean costToo = comparison.hasWrongCost() && comparison.hasWrongGradients(comparison.depth());
    return hasWrongForward(comparison) || costToo;
  }

  private static boolean hasWrongForward(CaseComparison comparison) {
    return layers(comparison)
        .anyMatch(
            l ->
                comparison.isWrong(Quantity.PRE_ACTIVATIONS, l)
                    || comparison.isWrong(Quantity.ACTIVATIONS, l));
  }

  private static Optional<FaultPattern> swappedFactors(List<CaseComparison> wrong) {
    if (!wrong.stream().allMatch(SwappedFactors::explain)) {
      return Optional.empty();
    }
    String text = "the product of step 7 transposed in every hidden layer that allows it";
    return Optional.of(new FaultPattern(text, SwappedFactors.sentence(wrong.get(0).question())));
  }

  private static Optional<FaultPattern> hidden(List<CaseComparison> wrong) {
    if (wrong.stream().anyMatch(one -> one.hasWrongGradients(one.depth()))) {
      return Optional.empty();
    }
    if (!wrong.stream().allMatch(one -> layers(one).anyMatch(deltaIsWrong(one)))) {
      return Optional.empty();
    }
    long every =
        wrong.stream()
            .filter(one -> IntStream.range(1, one.depth()).allMatch(one::hasWrongGradients))
            .count();
    String text =
        "last layer right, every hidden layer wrong"
            + (every == wrong.size() ? "" : " in %d of %d cases".formatted(every, wrong.size()));
    String scaled =
        factors(wrong, one -> one.depth() - 1)
            .map(names -> ": " + names + " times the right ones")
            .orElse("");
    return Optional.of(
        new FaultPattern(
            text + scaled, "The output delta is right, so look at step 7, the hidden delta."));
  }

  /** Both gradients of a layer are wrong when its delta is. */
  private static IntPredicate deltaIsWrong(CaseComparison comparison) {
    return l ->
        comparison.isWrong(Quantity.BIAS_GRADIENTS, l)
            && comparison.isWrong(Quantity.WEIGHT_GRADIENTS, l);
  }

  private static boolean isWeightsOnly(CaseComparison comparison) {
    return only(comparison, Quantity.WEIGHT_GRADIENTS, Quantity.BIAS_GRADIENTS);
  }

  private static boolean isBiasesOnly(CaseComparison comparison) {
    return only(comparison, Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS);
  }

  private static boolean only(CaseComparison comparison, Quantity wrong, Quantity right) {
    return layers(comparison).anyMatch(l -> comparison.isWrong(wrong, l))
        && layers(comparison).noneMatch(l -> comparison.isWrong(right, l));
  }

  private static IntStream layers(CaseComparison comparison) {
    return IntStream.rangeClosed(1, comparison.depth());
  }
}
