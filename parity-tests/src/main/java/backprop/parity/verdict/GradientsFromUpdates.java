package backprop.parity.verdict;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import java.util.Map;
import java.util.Optional;

/**
 * The gradients that follow from updated parameters, (W - W′) / η.
 *
 * <p>They are less accurate than gradients: what is subtracted is rounded to the last digit of W.
 */
final class GradientsFromUpdates {
  /** Which update holds which gradient. */
  private static final Map<Quantity, Quantity> UPDATES =
      Map.of(
          Quantity.WEIGHT_GRADIENTS, Quantity.UPDATED_WEIGHTS,
          Quantity.BIAS_GRADIENTS, Quantity.UPDATED_BIASES);

  /** One rounding for the difference, one for the quotient, and as many by another formula. */
  private static final double ROUNDINGS = 4.0;

  private final Case question;
  private final Result actual;

  GradientsFromUpdates(Case question, Result actual) {
    this.question = question;
    this.actual = actual;
  }

  /** The update that holds the gradient of a quantity, if it is one. */
  static Optional<Quantity> updateOf(Quantity gradient) {
    return Optional.ofNullable(UPDATES.get(gradient));
  }

  /** The answer with the gradients that follow where it gives updates alone. */
  Result completed() {
    Result.Builder completed = Result.to(question);
    actual.cost().ifPresent(completed::cost);
    for (int l = 1; l <= actual.depth(); l++) {
      for (Quantity quantity : Quantity.values()) {
        Optional<double[][]> given = actual.values(quantity, l);
        int layer = l;
        given
            .or(() -> following(quantity, layer))
            .ifPresent(values -> completed.put(quantity, layer, values));
      }
    }
    return completed.build();
  }

  /** Whether the gradients are not given, or are nothing but what follows from the updates. */
  boolean areAllThereIs(Quantity gradient, int l, Precision precision) {
    Optional<double[][]> following = following(gradient, l);
    Optional<double[][]> given = actual.values(gradient, l);
    return following.isPresent()
        && (given.isEmpty() || same(following.get(), given.get(), precision.unitRoundoff()));
  }

  private static boolean same(double[][] following, double[][] given, double unitRoundoff) {
    for (int j = 0; j < given.length; j++) {
      for (int i = 0; i < given[j].length; i++) {
        double allowed = ROUNDINGS * unitRoundoff * StrictMath.abs(following[j][i]);
        if (!(StrictMath.abs(given[j][i] - following[j][i]) <= allowed)) {
          return false;
        }
      }
    }
    return true;
  }

  private Optional<double[][]> following(Quantity gradient, int l) {
    if (question.learningRate().isEmpty()) {
      return Optional.empty();
    }
    double learningRate = question.learningRate().getAsDouble();
    double[][] before =
        gradient == Quantity.WEIGHT_GRADIENTS
            ? question.network().layer(l).weights()
            : Rows.column(question.network().layer(l).biases());
    return updateOf(gradient)
        .flatMap(update -> actual.values(update, l))
        .map(after -> following(before, after, learningRate));
  }

  private static double[][] following(double[][] before, double[][] after, double learningRate) {
    double[][] gradients = Rows.copy(after);
    for (int j = 0; j < before.length; j++) {
      for (int i = 0; i < before[j].length; i++) {
        gradients[j][i] = (before[j][i] - after[j][i]) / learningRate;
      }
    }
    return gradients;
  }
}
