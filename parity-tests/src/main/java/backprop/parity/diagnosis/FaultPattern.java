package backprop.parity.diagnosis;

import backprop.parity.model.Quantity;
import backprop.parity.model.Spelling;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the blocks alone tell about a mistake: which are wrong, and whether by a constant factor.
 *
 * @param text what all wrong cases have in common
 * @param note what follows from it, in sentences; may be empty
 */
public record FaultPattern(String text, String note) {
  private static final FaultPattern NOTHING =
      new FaultPattern(
          "every gradient is 0: nothing is computed",
          "Look at whether the backward pass runs, and whether its numbers are returned.");
  private static final FaultPattern NOT_A_NUMBER =
      new FaultPattern(
          "an answer holds NaN, which is not a number",
          "All that is made of one is another: look for 0 / 0, the logarithm of a negative number,"
              + " or a variable that was never set.");
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
          "The cost that is reported is not the one that is differentiated, or it differs by what"
              + " does not depend on the weights.");
  private static final FaultPattern ONLY_UPDATE =
      new FaultPattern("all gradients right, updated parameters wrong", "Look at step 8.");
  private static final FaultPattern ONLY_INPUT_GRADIENTS =
      new FaultPattern(
          "the gradients of the inputs alone are wrong",
          "Everything else that is given is right, so look at the product that carries the delta of"
              + " layer 1 back to the inputs, and at its factor.");
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
  private static final String IF_UPDATE_IS_RIGHT = "; if step 8 is right, %s is not";
  private static final String UPDATES_ALONE =
      "Only they are shown, so the gradients or step 8 may be wrong, or what is left of an earlier"
          + " case: show the gradients as well, and it can be said which.";
  private static final FaultPattern SUMS_OVER_SAMPLES =
      new FaultPattern(
          "right with one sample, wrong with more: the sums over the samples",
          "The deltas of one sample are right, so look at what is done with the others: the loops"
              + " over s in steps 5 and 6, and the factor.");
  private static final String FIRST_WRONG =
      "What comes before it is right, so look there; all that follows is made of it.";
  private static final String WRONG_BESIDE_COST =
      "All else that comes before is right, so look at both: is the cost that is differentiated the"
          + " one that the case asks for?";
  private static final String NOT_GIVEN =
      "What comes before is not known to be right: with preActivations, activations and deltas in"
          + " the answer, it can be said where the numbers part first.";

  /** What a factor means where there are no gradients to see. */
  static final String ONLY_UPDATES =
      "Only updated weights are shown, so it may as well be the learning rate that is off.";

  private static final FaultPattern OUTPUT_DELTA =
      new FaultPattern(
          "last layer wrong, with no constant factor: output delta", "Look at step 4.");

  /**
   * The first pattern that holds for all wrong cases, the most telling first.
   *
   * @param right the cases that agree
   */
  public static Optional<FaultPattern> find(
      List<CaseComparison> wrong, List<CaseComparison> right) {
    return Stream.<Optional<FaultPattern>>of(
            when(wrong, WrongBlocks::isNothing, NOTHING),
            when(wrong, WrongBlocks::isNotANumber, NOT_A_NUMBER),
            FactorPattern.of(wrong),
            ClippedGradients.of(wrong).map(ClippedGradients::pattern),
            WeightDecay.of(wrong).map(WeightDecay::pattern),
            when(wrong, WrongBlocks::isTransposedAlthoughSaid, FACTORS_SWAPPED),
            when(wrong, WrongBlocks::isTransposed, TRANSPOSED),
            ShiftedCost.of(wrong).map(ShiftedCost::pattern),
            when(wrong, WrongBlocks::isOnlyCost, ONLY_COST),
            when(wrong, WrongBlocks::isOnlyUpdate, ONLY_UPDATE),
            ReductionFactor.of(wrong),
            MissingTranspose.of(wrong),
            when(wrong, WrongBlocks::isOnlyInputGradients, ONLY_INPUT_GRADIENTS),
            SwappedFactors.of(wrong),
            hidden(wrong),
            when(wrong, WrongBlocks::isWeightsOnly, WEIGHTS_ONLY),
            when(wrong, WrongBlocks::isBiasesOnly, BIASES_ONLY),
            inLastLayer(wrong, Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS, 5),
            inLastLayer(wrong, Quantity.WEIGHT_GRADIENTS, Quantity.BIAS_GRADIENTS, 6),
            place(wrong),
            sumsOverSamples(wrong, right),
            when(wrong, WrongBlocks::isForwardPass, FORWARD),
            when(wrong, one -> one.hasWrongGradients(one.depth()), OUTPUT_DELTA))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** What is said of a program that is right in a coarser precision than it was asked in. */
  public static FaultPattern of(Precision precision) {
    return switch (precision) {
      case FLOAT ->
          new FaultPattern(
              "about 1e-7 relative everywhere: single precision",
              "If your program computes in single precision, run again with --precision float.");
      default ->
          new FaultPattern(
              "no number is further off than %s precision allows".formatted(Spelling.of(precision)),
              "");
    };
  }

  private static Optional<FaultPattern> when(
      List<CaseComparison> wrong, Predicate<CaseComparison> holds, FaultPattern pattern) {
    return wrong.stream().allMatch(holds) ? Optional.of(pattern) : Optional.empty();
  }

  private static Optional<FaultPattern> sumsOverSamples(
      List<CaseComparison> wrong, List<CaseComparison> right) {
    boolean oneIsRight = right.stream().anyMatch(one -> one.question().samples() == 1);
    boolean moreAreWrong =
        wrong.stream()
            .allMatch(one -> one.question().samples() > 1 && WrongBlocks.hasWrongGradients(one));
    return oneIsRight && moreAreWrong ? Optional.of(SUMS_OVER_SAMPLES) : Optional.empty();
  }

  /** One gradient of the last layer right and the other wrong: its delta is right. */
  private static Optional<FaultPattern> inLastLayer(
      List<CaseComparison> wrong, Quantity quantity, Quantity other, int step) {
    List<CaseComparison> last =
        wrong.stream().filter(one -> one.hasWrongGradients(one.depth())).toList();
    boolean alone =
        last.stream()
            .allMatch(
                one ->
                    WrongBlocks.showsBiases(one, one.depth())
                        && one.isWrong(quantity, one.depth())
                        && !one.isWrong(other, one.depth()));
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
    Optional<FaultPlace> place = FaultPlace.of(wrong);
    if (WrongBlocks.areOnlyUpdates(wrong)) {
      String known = place.map(FaultPlace::words).map(IF_UPDATE_IS_RIGHT::formatted).orElse("");
      return Optional.of(new FaultPattern("updated parameters wrong" + known, UPDATES_ALONE));
    }
    return place.map(FaultPattern::at);
  }

  /** Says no more than is known of the steps before. */
  private static FaultPattern at(FaultPlace place) {
    String words = place.words();
    if (!place.isFirst() || !place.isExact()) {
      return new FaultPattern(words + " is wrong", NOT_GIVEN);
    }
    return place.hasWrongCost()
        ? new FaultPattern("the cost is wrong, and so is " + words, WRONG_BESIDE_COST)
        : new FaultPattern(words + " is the first that is wrong", FIRST_WRONG);
  }

  private static Optional<FaultPattern> hidden(List<CaseComparison> wrong) {
    boolean lastIsRight = wrong.stream().noneMatch(one -> one.hasWrongGradients(one.depth()));
    if (!lastIsRight || !wrong.stream().allMatch(WrongBlocks::hasWrongHiddenDelta)) {
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
        FactorPattern.names(wrong, one -> one.depth() - 1)
            .map(names -> ": " + names + " times the right ones")
            .orElse("");
    return Optional.of(
        new FaultPattern(
            text + scaled, "The output delta is right, so look at step 7, the hidden delta."));
  }
}
