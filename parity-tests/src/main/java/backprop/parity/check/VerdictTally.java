package backprop.parity.check;

import backprop.parity.diagnosis.FaultPattern;
import backprop.parity.diagnosis.PrintedDigits;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import backprop.parity.verdict.Verdict.Divergence;
import backprop.parity.verdict.Verdict.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Collects comparison after comparison and draws the verdict. */
public final class VerdictTally {
  private static final String ALL_SKIPPED =
      ": every case was skipped. --only asks for what a program knows, such as"
          + " --only sigmoid,half-squared-error,no-biases.";

  private final List<CaseComparison> mild = new ArrayList<>();
  private final List<CaseComparison> stress = new ArrayList<>();
  private Optional<Precision> rightIn = Optional.empty();
  private int skipped;

  /** A case on which every correct program has to agree. */
  public void add(CaseComparison comparison) {
    mild.add(comparison);
  }

  /** An ill-conditioned case: leaving the bound as a careless formula does is only fragile. */
  public void addStress(CaseComparison comparison) {
    stress.add(comparison);
  }

  /** A case that the candidate does not support. */
  public void skip() {
    skipped++;
  }

  /** Whether any number has been compared. */
  public boolean isEmpty() {
    return all().allMatch(comparison -> comparison.entries() == 0);
  }

  /**
   * The verdict on everything so far.
   *
   * @param told says of the first wrong number of these cases what it should have been
   */
  public Verdict verdict(Function<List<CaseComparison>, Optional<Divergence>> told) {
    if (isEmpty()) {
      String note = "Nothing was compared" + (skipped > 0 ? ALL_SKIPPED : ".");
      return verdict(Kind.NO_ANSWER, List.of(), Optional.empty(), Optional.empty(), note);
    }
    if (sum(CaseComparison::entries) == sum(CaseComparison::undecidable)) {
      String note = "Nothing can be told: there is no bound for any number of these cases.";
      return verdict(Kind.NO_ANSWER, all().toList(), Optional.empty(), Optional.empty(), note);
    }
    List<CaseComparison> left = stress.stream().filter(one -> !one.agrees()).toList();
    List<CaseComparison> unexplained =
        left.stream().filter(one -> one.carelessFormula().isEmpty()).toList();
    List<CaseComparison> ordinary = mild.stream().filter(one -> !one.agrees()).toList();
    List<CaseComparison> wrong = ordinary.isEmpty() ? unexplained : ordinary;
    if (!wrong.isEmpty()) {
      List<CaseComparison> right = all().filter(CaseComparison::agrees).toList();
      Optional<PrintedDigits> printed = PrintedDigits.of(wrong);
      boolean otherDigits = printed.isPresent() || PrintedDigits.areOfDouble(wrong);
      rightIn = otherDigits ? Optional.empty() : coarserPrecision();
      Optional<FaultPattern> pattern =
          printed
              .map(PrintedDigits::pattern)
              .or(() -> rightIn.map(FaultPattern::of))
              .or(() -> FaultPattern.find(beyondRounding(wrong), right));
      return verdict(
          Kind.DISAGREES,
          wrong,
          told.apply(wrong),
          pattern.map(FaultPattern::text),
          pattern.map(FaultPattern::note).orElse(""));
    }
    if (!left.isEmpty()) {
      return verdict(
          Kind.FRAGILE,
          left,
          told.apply(left),
          Optional.empty(),
          "It agrees on every ordinary network, and loses accuracy on %d of %d ill-conditioned ones, as"
              .concat(" a program does in which %s.")
              .formatted(left.size(), stress.size(), left.get(0).carelessFormula().orElseThrow()));
    }
    return verdict(Kind.AGREES, all().toList(), Optional.empty(), Optional.empty(), "");
  }

  /**
   * The same cases as single precision sees them, where the program may compute in it: else its
   * rounding would make every number wrong, and hide which ones the mistake has touched.
   */
  private static List<CaseComparison> beyondRounding(List<CaseComparison> wrong) {
    List<CaseComparison> inSingle =
        wrong.stream().map(one -> one.in(Precision.FLOAT)).filter(one -> !one.agrees()).toList();
    boolean mayBeSingle = wrong.stream().noneMatch(CaseComparison::isComputedInDouble);
    return mayBeSingle && !inSingle.isEmpty() ? inSingle : wrong;
  }

  /** Where gradients are wrong, but no more than another precision allows, on every case. */
  private Optional<Precision> coarserPrecision() {
    boolean gradients =
        mild.stream()
            .anyMatch(
                one -> IntStream.rangeClosed(1, one.depth()).anyMatch(one::hasWrongGradients));
    if (!gradients || mild.stream().anyMatch(CaseComparison::isComputedInDouble)) {
      return Optional.empty();
    }
    return mild.get(0).precision().coarser().stream()
        .filter(precision -> mild.stream().allMatch(one -> one.agreesIn(precision)))
        .findFirst();
  }

  /** The verdict when the candidate gave up on the way. */
  public Verdict noAnswer(String sentence) {
    return verdict(Kind.NO_ANSWER, all().toList(), Optional.empty(), Optional.empty(), sentence);
  }

  private Verdict verdict(
      Kind kind,
      List<CaseComparison> deciding,
      Optional<Divergence> divergence,
      Optional<String> pattern,
      String note) {
    return new Verdict(
        kind,
        mild.size() + stress.size(),
        skipped,
        sum(CaseComparison::entries),
        sum(CaseComparison::identical),
        sum(CaseComparison::undecidable),
        deciding.stream()
            .flatMap(comparison -> comparison.worst().stream())
            .max(Comparator.comparingDouble(ComparedEntry::boundRatio)),
        divergence,
        rightIn,
        pattern,
        List.of(),
        note);
  }

  private Stream<CaseComparison> all() {
    return Stream.concat(mild.stream(), stress.stream());
  }

  private int sum(ToIntFunction<CaseComparison> count) {
    return all().mapToInt(count).sum();
  }
}
