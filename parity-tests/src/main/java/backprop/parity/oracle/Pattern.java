package backprop.parity.oracle;

import backprop.parity.cases.Quantity;
import backprop.parity.cases.Rows;
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
record Pattern(String text, String note) {
  private static final int MOST_FACTORS_NAMED = 3;

  /** The first pattern that holds for all of these cases, the most telling first. */
  static Optional<Pattern> find(List<CaseComparison> wrong) {
    return Stream.<Optional<Pattern>>of(
            when(wrong, Pattern::isSinglePrecision, SINGLE_PRECISION),
            convention(wrong),
            scale(wrong),
            when(wrong, Pattern::isTransposed, TRANSPOSED),
            when(wrong, Pattern::isOnlyCost, ONLY_COST),
            when(wrong, Pattern::isOnlyUpdate, ONLY_UPDATE),
            when(wrong, Pattern::isForward, FORWARD),
            hidden(wrong),
            when(wrong, Pattern::isWeightsOnly, WEIGHTS_ONLY),
            when(wrong, Pattern::isBiasesOnly, BIASES_ONLY),
            when(wrong, one -> one.hasWrongGradients(one.depth()), OUTPUT_DELTA))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static final Pattern SINGLE_PRECISION =
      new Pattern(
          "about 1e-7 relative everywhere: single precision",
          "If your program computes in single precision, run again with --precision float.");
  private static final Pattern TRANSPOSED =
      new Pattern(
          "every weight gradient transposed",
          "This may be a convention: if a row of your weights belongs to a sending neuron, say"
              + " \"weightLayout\": \"inputs-by-outputs\" in the case.");
  private static final Pattern ONLY_COST =
      new Pattern(
          "all gradients right, cost wrong",
          "The cost that is reported is not the one that is differentiated.");
  private static final Pattern ONLY_UPDATE =
      new Pattern("all gradients right, updated parameters wrong", "Look at step 8.");
  private static final Pattern FORWARD =
      new Pattern(
          "cost or activations wrong too: forward pass",
          "Make steps 1 to 3 right first; all that follows is made of them.");
  private static final Pattern WEIGHTS_ONLY =
      new Pattern(
          "all bias gradients right, some weight gradients wrong",
          "The deltas are right, so look at step 6.");
  private static final Pattern BIASES_ONLY =
      new Pattern(
          "all weight gradients right, some bias gradients wrong",
          "The deltas are right, so look at step 5.");
  private static final Pattern OUTPUT_DELTA =
      new Pattern("last layer wrong, with no constant factor: output delta", "Look at step 4.");

  private static Optional<Pattern> when(
      List<CaseComparison> wrong, Predicate<CaseComparison> holds, Pattern pattern) {
    return wrong.stream().allMatch(holds) ? Optional.of(pattern) : Optional.empty();
  }

  /** All entries within the bound of single precision, and the gradients not within the other. */
  private static boolean isSinglePrecision(CaseComparison comparison) {
    boolean gradients = layers(comparison).anyMatch(comparison::hasWrongGradients);
    return gradients
        && new CaseComparison(
                comparison.question(), comparison.expected(), comparison.actual(), Precision.FLOAT)
            .agrees();
  }

  private static Optional<Pattern> convention(List<CaseComparison> wrong) {
    return Convention.explaining(wrong)
        .map(
            convention ->
                new Pattern(
                    factors(wrong, CaseComparison::depth)
                        .map(names -> "all gradients are " + names + " times the right ones")
                        .orElse("all gradients are those of " + convention),
                    "Everything agrees if the cases are read as "
                        + convention
                        + ": a convention, and a mistake only if the other one was meant."));
  }

  private static Optional<Pattern> scale(List<CaseComparison> wrong) {
    return factors(wrong, CaseComparison::depth)
        .map(names -> new Pattern("all gradients are " + names + " times the right ones", ""));
  }

  /** All factors that explain every case; N and C are told apart only where they differ. */
  private static Optional<String> factors(
      List<CaseComparison> wrong, ToIntFunction<CaseComparison> lastLayer) {
    return factors(Scale.simple(), wrong, lastLayer)
        .or(() -> factors(Scale.twofold(), wrong, lastLayer));
  }

  private static Optional<String> factors(
      List<Scale> scales, List<CaseComparison> wrong, ToIntFunction<CaseComparison> lastLayer) {
    return scales.stream()
        .filter(scale -> wrong.stream().allMatch(one -> scale.fits(one, lastLayer.applyAsInt(one))))
        .limit(MOST_FACTORS_NAMED)
        .map(Scale::name)
        .reduce((first, second) -> first + " or " + second);
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
        Position position = new Position(6, l, Optional.of(Quantity.WEIGHT_GRADIENTS), j, i);
        if (!comparison.allowance(position).agrees(actual[j][i], expected[j][i])) {
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

  private static boolean isForward(CaseComparison comparison) {
    return hasWrongForward(comparison) || comparison.hasWrongCost();
  }

  private static boolean hasWrongForward(CaseComparison comparison) {
    return layers(comparison)
        .anyMatch(
            l ->
                comparison.isWrong(Quantity.PRE_ACTIVATIONS, l)
                    || comparison.isWrong(Quantity.ACTIVATIONS, l));
  }

  private static Optional<Pattern> hidden(List<CaseComparison> wrong) {
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
        new Pattern(
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
