package backprop.parity.check;

import backprop.parity.model.Case;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.terminal.ProgressLine;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Asks a candidate case after case and holds every answer against the loops. */
final class Check {
  private final Candidate candidate;
  private final ProgressLine progress;
  private final GradientCheck judged;
  private final CaseOutcomes outcomes;
  private final TreeSet<String> ignoredKeys = new TreeSet<>();
  private int asked;

  Check(Candidate candidate, Precision precision, CaseOutcomes outcomes, ProgressLine progress) {
    this.candidate = candidate;
    this.judged = new GradientCheck(precision);
    this.outcomes = outcomes;
    this.progress = progress;
  }

  /**
   * The verdict on a candidate; what is odd about it is said on stderr.
   *
   * @param mild cases on which every correct program agrees
   * @param hard cases on which it may be fragile
   */
  Verdict run(List<Case> mild, List<Case> hard) {
    int total = mild.size() + hard.size();
    try {
      mild.forEach(question -> ask(question, total, false));
      hard.forEach(question -> ask(question, total, true));
      progress.clear();
      candidate.finish().forEach(progress::print);
      if (!ignoredKeys.isEmpty()) {
        progress.print(
            "Ignored keys that a result does not have: %s. Is one of them a misspelt step?"
                .formatted(String.join(", ", ignoredKeys)));
      }
      return outcomes.onlyExpectedFailures()
          ? judged.noAnswer(
              "Nothing was judged: every case that was compared is on the list of expected failures.")
          : judged.verdict();
    } catch (NoUsableAnswer problem) {
      progress.clear();
      List<Case> questions = Stream.concat(mild.stream(), hard.stream()).toList();
      outcomes.breakDown(questions, problem.getMessage());
      return judged.noAnswer(problem.getMessage());
    }
  }

  private void ask(Case question, int total, boolean stress) {
    asked++;
    progress.show("case %d of %d: %s".formatted(asked, total, question.name()));
    CandidateReply reply = candidate.answer(question);
    ignoredKeys.addAll(reply.ignoredKeys());
    if (reply.result().isEmpty()) {
      judged.skip();
      outcomes.skip(question);
      return;
    }
    CaseComparison comparison = judged.compare(question, reply.result().get());
    if (outcomes.add(comparison, stress)) {
      judged.add(comparison, stress);
    }
  }
}
