package backprop.parity.check;

import backprop.parity.diagnosis.BitReason;
import backprop.parity.gradients.GradientDigest;
import backprop.parity.model.Case;
import backprop.parity.model.Layout;
import backprop.parity.model.Result;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.terminal.ProgressLine;
import backprop.parity.verdict.BitComparison;
import backprop.parity.verdict.BitDifference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a candidate case after case and demands the loops' 64 bits of every number. */
final class BitCheck {
  private final Candidate candidate;
  private final ProgressLine progress;
  private final LoopsSource loops = new LoopsSource();
  private final Map<Case, Result> answers = new HashMap<>();
  private int asked;
  private int skipped;
  private int numbers;
  private int identical;
  private Optional<BitDifference> first = Optional.empty();
  private Case firstCase;

  BitCheck(Candidate candidate, ProgressLine progress) {
    this.candidate = candidate;
    this.progress = progress;
  }

  /**
   * Asks all cases, whatever the answers are.
   *
   * @param digested the cases of the digest, asked if all bits agreed so far; empty for no digest
   */
  BitVerdict run(List<Case> cases, List<Case> digested) {
    int total = cases.size() + digested.size();
    try {
      cases.forEach(question -> ask(question, total));
      if (first.isEmpty()) {
        digested.forEach(question -> ask(question, total));
      }
      progress.clear();
      candidate.finish().forEach(progress::print);
    } catch (NoUsableAnswer problem) {
      progress.clear();
      return new BitVerdict(
          0,
          0,
          0,
          0,
          first,
          "",
          Layout.STANDARD,
          Optional.empty(),
          Optional.empty(),
          problem.getMessage());
    }
    if (numbers == 0) {
      return verdict(Optional.empty(), "Nothing was compared.");
    }
    boolean complete = first.isEmpty() && !digested.isEmpty();
    return complete ? withDigest(digested) : verdict(Optional.empty(), "");
  }

  private void ask(Case question, int total) {
    asked++;
    progress.show("case %d of %d: %s".formatted(asked, total, question.name()));
    Optional<Result> answer = candidate.answer(question).result();
    if (answer.isEmpty()) {
      skipped++;
      return;
    }
    Result actual = answer.get();
    answers.put(question, actual);
    BitComparison comparison = BitComparison.withEitherZero(loops.answer(question), actual);
    numbers += comparison.total();
    identical += comparison.identical();
    if (first.isEmpty() && comparison.firstDifference().isPresent()) {
      first = comparison.firstDifference();
      firstCase = question;
    }
  }

  private BitVerdict withDigest(List<Case> digested) {
    GradientSource recorded =
        new GradientSource() {
          @Override
          public String name() {
            return "candidate";
          }

          @Override
          public Result answer(Case question) {
            return Optional.ofNullable(answers.get(question))
                .orElseThrow(() -> new IllegalArgumentException(question.name() + ": no answer"));
          }
        };
    try {
      return verdict(Optional.of(GradientDigest.of(recorded, digested)), "");
    } catch (IllegalArgumentException incomplete) {
      return verdict(Optional.empty(), "No digest, " + incomplete.getMessage() + " was answered.");
    }
  }

  private BitVerdict verdict(Optional<String> digest, String note) {
    return new BitVerdict(
        asked - skipped,
        skipped,
        numbers,
        identical,
        first,
        first.map(difference -> firstCase.name()).orElse(""),
        first.map(difference -> Layout.of(firstCase)).orElse(Layout.STANDARD),
        first.flatMap(difference -> BitReason.of(firstCase, answers.get(firstCase), difference)),
        digest,
        note);
  }
}
