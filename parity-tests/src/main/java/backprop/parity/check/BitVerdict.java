package backprop.parity.check;

import backprop.parity.diagnosis.BitReason;
import backprop.parity.model.Case;
import backprop.parity.model.Layout;
import backprop.parity.model.Result;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.BitDifference;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Whether every number of a candidate has the bits of the loops.
 *
 * @param cases how many were compared
 * @param skipped how many the candidate does not support
 * @param numbers how many were compared
 * @param identical how many of them have the bits
 * @param first where it parts from the loops
 * @param caseName the case of the first difference; empty if there is none
 * @param layout in which that case is spoken of
 * @param reason for it, if one reproduces it
 * @param digest the line of {@code gradients --digest}, of the candidate's answers
 * @param note why there is no answer or no digest; may be empty
 */
public record BitVerdict(
    int cases,
    int skipped,
    int numbers,
    int identical,
    Optional<BitDifference> first,
    String caseName,
    Layout layout,
    Optional<String> reason,
    Optional<String> digest,
    String note) {

  /** The verdict on one case that has other bits. */
  public static BitVerdict of(CaseComparison comparison) {
    Case question = comparison.question();
    Result actual = comparison.actual();
    BitComparison bits = BitComparison.withEitherZero(comparison.expected(), actual);
    Optional<BitDifference> first = bits.firstDifference();
    return new BitVerdict(
        1,
        0,
        bits.total(),
        bits.identical(),
        first,
        question.name(),
        Layout.of(question),
        first.flatMap(difference -> BitReason.of(question, actual, difference)),
        Optional.empty(),
        "");
  }

  Verdict.Kind kind() {
    if (numbers == 0) {
      return Verdict.Kind.NO_ANSWER;
    }
    return first.isPresent() ? Verdict.Kind.DISAGREES : Verdict.Kind.AGREES;
  }

  /** For other programs, in the words of the usual verdict; the note has what those lack. */
  Verdict verdict() {
    Optional<ComparedEntry> entry =
        first.map(
            difference ->
                new ComparedEntry(
                    caseName,
                    layout,
                    difference.step(),
                    difference.entry(),
                    difference.expected(),
                    difference.actual(),
                    Double.POSITIVE_INFINITY));
    String words = reason.or(() -> digest.map(line -> "digest " + line)).orElse(note);
    return new Verdict(
        kind(),
        cases,
        skipped,
        numbers,
        identical,
        0,
        entry,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        words);
  }
}
