package backprop.parity.course;

import backprop.parity.diagnosis.BoundMatch;
import backprop.parity.diagnosis.Diagnosis;
import backprop.parity.diagnosis.Observation;
import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.verdict.Precision;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which mistakes of the catalogue a learner's program makes.
 *
 * <p>On a small network many of them give the same number: with one input the first is also the
 * last. So what reproduces the wrong answer must reproduce the answers to the chapter's other
 * questions too, and what can still not be told apart is not named.
 *
 * @param answers what the program gives for a question, nothing if it cannot be asked
 */
record NamedMistakes(Function<Case, Optional<Result>> answers) {
  /**
   * The mistake, or the two together, that the program makes; none if nothing that can be
   * made in the chapter reproduces it.
   *
   * @param lesson the chapter
   * @param observations up to the wrong answer
   * @param others the questions of the chapter that were not asked yet
   */
  List<FaultyProgram> in(Lesson lesson, List<Observation> observations, List<Case> others) {
    BoundMatch match = new BoundMatch(Precision.DOUBLE);
    List<FaultyProgram> suspects =
        Diagnosis.consistent(observations, match, program -> Syllabus.allows(program, lesson))
            .programs();
    for (Case other : others) {
      Optional<Result> answer = suspects.isEmpty() ? Optional.empty() : answers.apply(other);
      if (answer.isPresent()) {
        suspects =
            suspects.stream()
                .filter(suspect -> reproduces(suspect, other, answer.get(), match))
                .toList();
      }
    }
    return suspects;
  }

  /** Where the shapes do not fit, a program with the mistake may do anything. */
  private static boolean reproduces(
      FaultyProgram suspect, Case other, Result answer, BoundMatch match) {
    FaultyLoops faulty = new FaultyLoops(suspect);
    return !faulty.applies(other)
        || readsBeyondARow(suspect, other)
        || match.matches(other, faulty.answer(other), answer);
  }

  /** C takes for a number whatever stands there. */
  private static boolean readsBeyondARow(FaultyProgram suspect, Case other) {
    return suspect.mistakes().contains(Mistake.TRANSPOSE_MISSING)
        && other.network().layers().stream()
            .skip(1)
            .anyMatch(layer -> layer.inputs() != layer.outputs());
  }
}
