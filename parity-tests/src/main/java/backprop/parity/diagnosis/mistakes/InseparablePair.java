package backprop.parity.diagnosis.mistakes;

import backprop.parity.diagnosis.ResultMatch;
import backprop.parity.model.Case;

/**
 * Two mistakes that give the same numbers on every case of a list.
 *
 * @param reason what the list does not have that would tell them apart
 */
public record InseparablePair(Mistake first, Mistake second, String reason) {

  /** Looks for a case that tells the two apart, so that the reason can name it. */
  static InseparablePair of(Mistake first, Mistake second, ResultMatch match) {
    for (Case question : RevealingCases.all()) {
      if (parts(first, second, question, match)) {
        return new InseparablePair(first, second, reason(first, second, question));
      }
    }
    return new InseparablePair(first, second, "no known case tells them apart");
  }

  /** Whether two programs that make one of the mistakes each do not answer a case alike. */
  static boolean parts(Mistake first, Mistake second, Case question, ResultMatch match) {
    FaultyLoops left = new FaultyLoops(FaultyProgram.with(first));
    FaultyLoops right = new FaultyLoops(FaultyProgram.with(second));
    if (!left.applies(question) || !right.applies(question)) {
      return left.applies(question) != right.applies(question);
    }
    return !match.matches(question, left.answer(question), right.answer(question));
  }

  private static String reason(Mistake first, Mistake second, Case question) {
    String sentence = "no case like the built-in \"%s\" (%s), which tells them apart";
    boolean both =
        new FaultyLoops(FaultyProgram.with(first)).applies(question)
            && new FaultyLoops(FaultyProgram.with(second)).applies(question);
    String alike = sentence.formatted(question.name(), CaseSummary.of(question));
    return both ? alike : alike + ": only one of them can answer it";
  }
}
