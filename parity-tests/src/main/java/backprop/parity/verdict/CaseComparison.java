package backprop.parity.verdict;

import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One case as a candidate answered it, held against the loops entry by entry. */
public final class CaseComparison {

  /**
   * All numbers that one step gives for one layer.
   *
   * @param quantity empty for the cost
   */
  record Block(Optional<Quantity> quantity, int layer) {}

  private final Case question;
  private final Result expected;
  private final Result given;
  private final Result actual;
  private final Agreement agreement;
  private final Precision precision;
  private final GradientsFromUpdates updates;
  private final Map<Block, Boolean> followed = new HashMap<>();
  private final Set<Block> wrongBlocks = new HashSet<>();
  private int entries;
  private int identical;
  private int undecidable;
  private boolean computedInDouble;
  private ComparedEntry worst;
  private ComparedEntry firstDivergence;

  /**
   * Compares everything that the candidate gives.
   *
   * @param expected what the loops give
   * @param actual what the candidate gives, which computes in this precision
   */
  public CaseComparison(Case question, Result expected, Result actual, Precision precision) {
    this.question = question;
    this.expected = expected;
    this.precision = precision;
    this.agreement = new Agreement(question, precision);
    this.given = actual;
    this.updates = new GradientsFromUpdates(question, actual);
    SideBySide.visit(expected, actual, this::compare);
    this.actual = updates.completed();
    SideBySide.visit(
        expected,
        this.actual,
        (entry, expectedValue, written) -> {
          if (!allowance(entry).agrees(precision.named(written), expectedValue)) {
            wrongBlocks.add(new Block(entry.quantity(), entry.layer()));
          }
        });
  }

  private void compare(Entry entry, double expectedValue, double written) {
    double actualValue = precision.named(written);
    Allowance allowance = allowance(entry);
    double ratio = allowance.boundRatio(actualValue, expectedValue);
    ComparedEntry compared =
        new ComparedEntry(
            question.name(),
            Layout.of(question),
            entry.step(depth()),
            entry,
            expectedValue,
            actualValue,
            ratio);
    entries++;
    identical += Bits.identical(expectedValue, actualValue) ? 1 : 0;
    undecidable += allowance.undecidable() ? 1 : 0;
    computedInDouble |=
        Bits.identical(expectedValue, actualValue) && !Precision.FLOAT.holds(actualValue);
    if (worst == null || ratio > worst.boundRatio()) {
      worst = compared;
    }
    if (!allowance.agrees(actualValue, expectedValue)) {
      firstDivergence = firstDivergence == null ? compared : firstDivergence;
    }
  }

  /** How much this number may differ. */
  public Allowance allowance(Entry entry) {
    return entry.quantity().map(quantity -> allowance(entry, quantity)).orElseGet(agreement::cost);
  }

  private Allowance allowance(Entry entry, Quantity quantity) {
    int l = entry.layer();
    boolean following =
        followed.computeIfAbsent(
            new Block(entry.quantity(), l), any -> updates.areAllThereIs(quantity, l, precision));
    return following
        ? agreement.followingEntry(quantity, l, entry.neuron(), entry.second(), entry.in(expected))
        : agreement.entry(quantity, l, entry.neuron(), entry.second());
  }

  /** Whether rounding explains every difference. */
  public boolean agrees() {
    return firstDivergence == null;
  }

  /** The careless but right formula that explains what leaves the bound, if there is one. */
  public Optional<String> carelessFormula() {
    return CarelessFormulas.explaining(this);
  }

  /** The same in a program that computes in another precision. */
  public boolean agreesIn(Precision other) {
    return in(other).agrees();
  }

  /** The same answer, taken to be computed in another precision. */
  public CaseComparison in(Precision other) {
    return new CaseComparison(question, expected, given, other);
  }

  /** What the candidate gave. */
  public Result given() {
    return given;
  }

  /** Whether a number has bits of the loops that no coarser precision can have. */
  public boolean isComputedInDouble() {
    return computedInDouble;
  }

  /** What the candidate is taken to compute in. */
  public Precision precision() {
    return precision;
  }

  /** The case that was asked. */
  public Case question() {
    return question;
  }

  public Result expected() {
    return expected;
  }

  /** What the candidate gives, with the gradients that follow where it gives updates alone. */
  public Result actual() {
    return actual;
  }

  /** How many numbers were compared. */
  public int entries() {
    return entries;
  }

  /** How many of them have the same bits as in the loops. */
  public int identical() {
    return identical;
  }

  /** How many of them were accepted because there is no telling. */
  public int undecidable() {
    return undecidable;
  }

  /** The entry that is most bounds away from the loops. */
  public Optional<ComparedEntry> worst() {
    return Optional.ofNullable(worst);
  }

  /** The first entry, in the order of the steps, that rounding does not explain. */
  public Optional<ComparedEntry> firstDivergence() {
    return Optional.ofNullable(firstDivergence);
  }

  public int depth() {
    return question.network().depth();
  }

  /** Whether this step of this layer has an entry that rounding does not explain. */
  public boolean isWrong(Quantity quantity, int l) {
    return wrongBlocks.contains(new Block(Optional.of(quantity), l));
  }

  /** Whether the layer's bias or weight gradients are wrong. */
  public boolean hasWrongGradients(int l) {
    return isWrong(Quantity.BIAS_GRADIENTS, l) || isWrong(Quantity.WEIGHT_GRADIENTS, l);
  }

  public boolean hasWrongCost() {
    return wrongBlocks.contains(new Block(Optional.empty(), depth()));
  }
}
