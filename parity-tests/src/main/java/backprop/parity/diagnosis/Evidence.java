package backprop.parity.diagnosis;

import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One observation, and which faulty programs would have answered the same. */
final class Evidence {
  private final Observation observation;
  private final ResultMatch match;
  private final Result steps;
  private final Result cost;
  private final Map<FaultyProgram, Boolean> reproduced = new HashMap<>();

  Evidence(Observation observation, ResultMatch match) {
    this.observation = observation;
    this.match = match;
    this.steps = observation.withoutCost();
    this.cost = observation.costAlone();
  }

  Observation observation() {
    return observation;
  }

  /** What a program answers; nothing where the shapes stop it. */
  Optional<Result> answer(FaultyProgram program) {
    FaultyLoops faulty = new FaultyLoops(program);
    return faulty.applies(observation.question())
        ? Optional.of(faulty.answer(observation.question()))
        : Optional.empty();
  }

  /** Whether a program would have given all of these numbers, the cost apart. */
  boolean isReproducedBy(FaultyProgram program) {
    return reproduced.computeIfAbsent(
        program.on(observation.question().network()),
        here -> answer(here).filter(this::hasSteps).isPresent());
  }

  private boolean hasSteps(Result answer) {
    return match.matches(observation.question(), answer, steps);
  }

  /** Whether a program prints this cost. */
  boolean hasCostOf(FaultyProgram program) {
    return answer(program)
        .filter(answer -> match.matches(observation.question(), answer, cost))
        .isPresent();
  }

  /** The same case as if this had been answered. */
  Evidence insteadOf(Result answer) {
    Result sameParts = answer.only(true, (quantity, l) -> steps.values(quantity, l).isPresent());
    return new Evidence(new Observation(observation.question(), sameParts), match);
  }

  boolean isRight() {
    return isReproducedBy(FaultyProgram.correct()) && hasCostOf(FaultyProgram.correct());
  }

  /** How many steps of layers a program reproduces. */
  int blocksOf(FaultyProgram program) {
    Optional<Result> answer = answer(program);
    int blocks = 0;
    for (int l = 1; answer.isPresent() && l <= steps.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        blocks += has(answer.get(), quantity, l) ? 1 : 0;
      }
    }
    return blocks;
  }

  /** Whether a program gives the gradients of the last layer that were found. */
  boolean hasLastLayerOf(Result answer) {
    int depth = steps.depth();
    for (Quantity quantity : Quantity.values()) {
      boolean given = steps.values(quantity, depth).isPresent();
      if (given && !has(answer, quantity, depth)) {
        return false;
      }
    }
    return true;
  }

  private boolean has(Result answer, Quantity quantity, int l) {
    return steps.values(quantity, l).isPresent()
        && match.matches(
            observation.question(),
            answer,
            steps.only(false, (kept, layer) -> kept == quantity && layer == l));
  }
}
