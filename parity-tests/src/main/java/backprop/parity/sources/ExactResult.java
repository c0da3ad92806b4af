package backprop.parity.sources;

import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.dfp.Dfp;

/** An answer before it is rounded: every quantity to about 75 digits. */
public final class ExactResult {
  private final String name;
  private final Dfp cost;
  private final List<Map<Quantity, Dfp[][]>> layers;

  /** Keeps what it is given: the exact source makes new arrays and hands them over. */
  ExactResult(String name, Dfp cost, List<Map<Quantity, Dfp[][]>> layers) {
    this.name = name;
    this.cost = cost;
    this.layers = layers;
  }

  /** Step 3. */
  public Dfp cost() {
    return cost;
  }

  /** What a step gave for layer l, counted from 1, shaped as in {@link Result}. */
  public Optional<Dfp[][]> values(Quantity quantity, int l) {
    return Optional.ofNullable(layers.get(l - 1).get(quantity)).map(Dfp[][]::clone);
  }

  /** Every entry as the nearest double. */
  public Result rounded() {
    List<Map<Quantity, double[][]>> rounded = new ArrayList<>();
    for (Map<Quantity, Dfp[][]> layer : layers) {
      Map<Quantity, double[][]> values = new EnumMap<>(Quantity.class);
      layer.forEach((quantity, exact) -> values.put(quantity, ExactArithmetic.rounded(exact)));
      rounded.add(values);
    }
    return new Result(name, OptionalDouble.of(ExactArithmetic.rounded(cost)), rounded);
  }
}
