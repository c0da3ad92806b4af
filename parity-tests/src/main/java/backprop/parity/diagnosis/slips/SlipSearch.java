package backprop.parity.diagnosis.slips;

import backprop.loops.Activation;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.WeightLayout;
import backprop.parity.terms.CostTerms;
import backprop.parity.terms.Expansion;
import backprop.parity.terms.Expansions;
import backprop.parity.terms.Sentence;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a wrong number may have come about, found by putting together its own terms otherwise.
 *
 * <p>The catalogue of mistakes knows whole programs; this knows one number: the slips of the pen
 * that every loop invites, such as a term left out or an index that stays where it is.
 */
public final class SlipSearch {
  private SlipSearch() {}

  /**
   * That the numbers are right but rounded, or else the slip.
   *
   * @param asked what a program gave, from the first wrong question on; a sentence explains every
   *     wrong number in the first step that is wrong
   */
  public static Optional<Sentence> to(List<CaseComparison> asked) {
    return neverWritten(asked.get(0))
        .or(() -> rounded(asked, RoundedNumber::digits))
        .or(() -> slip(asked, false))
        .or(() -> rounded(asked, RoundedNumber::about));
  }

  /** No step of these networks is so small: such bits were in memory before. */
  private static Optional<Sentence> neverWritten(CaseComparison asked) {
    return new WrongEntries(asked)
        .all().stream()
            .map(wrong -> StrictMath.abs(wrong.actual()))
            .filter(size -> size > 0.0 && size < Double.MIN_NORMAL)
            .map(size -> Sentence.of("what was in memory before: is there a return?"))
            .findFirst();
  }

  private static Optional<Sentence> rounded(
      List<CaseComparison> asked, BiFunction<Double, Double, Optional<String>> reading) {
    List<Optional<String>> readings =
        asked.stream()
            .flatMap(one -> new WrongEntries(one).all().stream())
            .map(wrong -> reading.apply(wrong.expected(), wrong.actual()))
            .toList();
    return readings.stream().allMatch(Optional::isPresent)
        ? readings.stream().findFirst().map(Optional::get).map(Sentence::of)
        : Optional.empty();
  }

  /**
   * The same for a number of which only the turning of rows to columns can be at fault, where nothing
   * is summed: of the weights on their way in, of their gradients on their way out.
   */
  public static Optional<Sentence> toTurning(CaseComparison comparison) {
    if (new WrongEntries(comparison).first().isCost()) {
      return Optional.empty();
    }
    Expansions expansions = new Expansions(comparison.question(), comparison.expected());
    WrongEntries wrong = new WrongEntries(comparison);
    if (wrong.first().is(Quantity.WEIGHT_GRADIENTS)) {
      return MatrixPattern.in(List.of(comparison))
          .or(
              () ->
                  explaining(
                      List.of(comparison),
                      true,
                      (one, entry) -> new PlaceSlips(expansions, entry).elsewhere()));
    }
    Function<Entry, List<Slip>> slips =
        entry -> new TransposeSlips(comparison.question(), expansions, entry).all();
    return explaining(
        List.of(comparison), true, (one, entry) -> leavesTheRight(wrong, entry, slips));
  }

  /**
   * The first slip that gives the numbers that were found, all of them.
   *
   * @param asked what a program gave, from the first wrong question on; each wrong one must be
   *     explained
   */
  public static Optional<Sentence> slip(List<CaseComparison> asked) {
    return slip(asked, true);
  }

  private static Optional<Sentence> slip(List<CaseComparison> asked, boolean inEach) {
    return MatrixPattern.in(asked)
        .or(
            () ->
                explaining(
                    asked, inEach, (one, entry) -> slips(one.question(), one.expected(), entry)));
  }

  /**
   * The first slip that explains them.
   *
   * @param inEach whether each wrong case must show the slip; else it may be one in which no slip of
   *     the kind can be made
   */
  private static Optional<Sentence> explaining(
      List<CaseComparison> asked,
      boolean inEach,
      BiFunction<CaseComparison, Entry, List<Slip>> slips) {
    WrongEntries first = new WrongEntries(asked.get(0));
    return slips.apply(asked.get(0), first.first()).stream()
        .filter(slip -> first.isNear(first.first(), slip.value()))
        .filter(slip -> asked.stream().allMatch(one -> explains(slip, inEach, one, slips)))
        .map(Slip::sentence)
        .findFirst();
  }

  /** The slips of an entry that give what was found in the right ones, too. */
  private static List<Slip> leavesTheRight(
      WrongEntries wrong, Entry entry, Function<Entry, List<Slip>> slips) {
    return slips.apply(entry).stream()
        .filter(
            slip ->
                wrong.right().stream()
                    .allMatch(
                        right ->
                            slips.apply(right.entry()).stream()
                                .filter(other -> other.isOfTheKindOf(slip))
                                .anyMatch(other -> wrong.isNear(right, other.value()))))
        .toList();
  }

  /** Whether a slip of this kind gives every wrong number, wherever one of the kind can be made. */
  private static boolean explains(
      Slip slip,
      boolean inEach,
      CaseComparison comparison,
      BiFunction<CaseComparison, Entry, List<Slip>> slips) {
    WrongEntries wrong = new WrongEntries(comparison);
    boolean explained = !inEach || wrong.all().isEmpty();
    for (ComparedEntry other : wrong.all()) {
      List<Slip> ofItsKind =
          slips.apply(comparison, other.entry()).stream()
              .filter(each -> each.isOfTheKindOf(slip))
              .toList();
      boolean possible = !ofItsKind.isEmpty();
      if (possible && ofItsKind.stream().noneMatch(s -> wrong.isNear(other.entry(), s.value()))) {
        return false;
      }
      explained |= possible;
    }
    return explained;
  }

  private static List<Slip> slips(Case question, Result loops, Entry entry) {
    if (entry.isCost()) {
      return new CostSlips(question, new CostTerms(question, loops)).all();
    }
    Expansions expansions = new Expansions(question, loops);
    Expansion right = expansions.of(entry);
    List<Slip> slips = new ArrayList<>();
    if (question.weightLayout() == WeightLayout.INPUTS_BY_OUTPUTS) {
      slips.addAll(new TransposeSlips(question, expansions, entry).all());
    }
    slips.addAll(new TermSlips(question, right).all());
    slips.addAll(ofTheFunction(question, expansions, entry, right));
    slips.addAll(new PlaceSlips(expansions, entry).all());
    slips.addAll(WholeNumberSlips.of(right));
    return slips;
  }

  private static List<Slip> ofTheFunction(
      Case question, Expansions expansions, Entry entry, Expansion right) {
    Activation activation = question.network().layer(entry.layer()).activation();
    return switch (entry.quantity().orElseThrow()) {
      case PRE_ACTIVATIONS ->
          List.of(
              new Slip(
                  activation.value(right.value()),
                  "f of the right number: z is what stands before f is applied."));
      case ACTIVATIONS -> new ActivationSlips(activation, z(expansions, entry)).all();
      case DELTAS -> new DerivativeSlips(right, activation, z(expansions, entry)).all();
      case UPDATED_WEIGHTS, UPDATED_BIASES ->
          UpdateSlips.of(
              right.start(), expansions.gradient(entry), question.learningRate().orElseThrow());
      default -> List.of();
    };
  }

  private static double z(Expansions expansions, Entry entry) {
    return entry.in(expansions.values(Quantity.PRE_ACTIVATIONS, entry.layer()));
  }
}
