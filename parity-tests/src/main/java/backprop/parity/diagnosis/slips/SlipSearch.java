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
import backprop.parity.verdict.ComparedEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a wrong number may have come about, found by putting together its own terms otherwise.
 *
 * <p>The catalogue of mistakes knows whole programs; this knows one number: the slips of the pen
 * that every loop invites, such as a term left out or an index that stays where it is.
 */
public final class SlipSearch {
  /** Slips are at least 10⁶ rounding bounds away from the right number, rounding below 1. */
  private static final double CLEARLY_WRONG = 1e6;

  private static final double MARGIN = 1e3;

  private SlipSearch() {}

  /**
   * That the number is right but rounded, or else the slip.
   *
   * @param loops what the loops give for the case
   */
  public static Optional<Sentence> to(Case question, Result loops, ComparedEntry wrong) {
    return RoundedNumber.digits(wrong.expected(), wrong.actual())
        .map(Sentence::of)
        .or(() -> slip(question, loops, wrong))
        .or(() -> RoundedNumber.about(wrong.expected(), wrong.actual()).map(Sentence::of));
  }

  /**
   * The same for a number of which only the turning of rows to columns can be at fault, where nothing
   * is summed: of the weights on their way in, of their gradients on their way out.
   *
   * @param loops what the loops give for the case
   */
  public static Optional<Sentence> toTurning(Case question, Result loops, ComparedEntry wrong) {
    Entry entry = wrong.entry();
    if (entry.isCost()) {
      return Optional.empty();
    }
    Expansions expansions = new Expansions(question, loops);
    return first(
        entry.is(Quantity.WEIGHT_GRADIENTS)
            ? new PlaceSlips(expansions, entry).elsewhere()
            : new TransposeSlips(question, expansions, entry).all(),
        wrong);
  }

  /**
   * The first slip that gives the number that was found.
   *
   * @param loops what the loops give for the case
   */
  public static Optional<Sentence> slip(Case question, Result loops, ComparedEntry wrong) {
    return first(slips(question, loops, wrong.entry()), wrong);
  }

  private static Optional<Sentence> first(List<Slip> slips, ComparedEntry wrong) {
    if (!(wrong.boundRatio() >= CLEARLY_WRONG)) {
      return Optional.empty();
    }
    double bound = StrictMath.abs(wrong.actual() - wrong.expected()) / wrong.boundRatio();
    return slips.stream()
        .filter(slip -> StrictMath.abs(slip.value() - wrong.actual()) <= MARGIN * bound)
        .map(Slip::sentence)
        .findFirst();
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
