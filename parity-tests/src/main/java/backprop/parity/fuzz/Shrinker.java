package backprop.parity.fuzz;

import backprop.parity.model.Case;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Makes a failing case as small as it gets while it still fails.
 *
 * <p>Always takes the first simplification that still fails and starts again, so the same case and
 * the same program give the same result. Structure goes before numbers: a smaller network has fewer
 * numbers to round.
 */
public final class Shrinker {
  private final Predicate<Case> fails;
  private final int mostTries;
  private int tries;

  /**
   * @param fails whether a case still shows the failure
   * @param mostTries after which the smallest case so far has to do
   */
  public Shrinker(Predicate<Case> fails, int mostTries) {
    this.fails = fails;
    this.mostTries = mostTries;
  }

  /** The smallest case that was found to fail; the given one if no simpler one does. */
  public Case shrink(Case failing) {
    Case smallest = exhaust(failing, Simplifications::ofStructure);
    smallest = exhaust(smallest, Simplifications::ofNumbers);
    // With rounder numbers a neuron or a layer may have become superfluous.
    smallest = exhaust(smallest, Simplifications::ofStructure);
    return exhaust(smallest, Simplifications::ofNumbers);
  }

  /** How many cases were tried. */
  public int tries() {
    return tries;
  }

  private Case exhaust(Case failing, Function<Case, List<Case>> simplifications) {
    Case smallest = failing;
    boolean simplified = true;
    while (simplified) {
      simplified = false;
      for (Case simpler : simplifications.apply(smallest)) {
        if (tries < mostTries && stillFails(simpler)) {
          smallest = simpler;
          simplified = true;
          break;
        }
      }
    }
    return smallest;
  }

  private boolean stillFails(Case simpler) {
    tries++;
    return fails.test(simpler);
  }
}
