package backprop.parity.mistakes;

import backprop.parity.cases.Case;
import backprop.parity.cases.Quantity;
import backprop.parity.cases.Result;
import backprop.parity.sources.LoopsSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What the wrong blocks alone tell of a candidate, whether or not a mistake is found. */
final class Pattern {
  /** The factors that have a name; a case gives them their number. */
  private static final Map<String, ToDoubleFunction<Case>> FACTORS = new LinkedHashMap<>();

  static {
    FACTORS.put("-1", question -> -1.0);
    FACTORS.put("2", question -> 2.0);
    FACTORS.put("1/2", question -> 0.5);
    FACTORS.put("N", Case::samples);
    FACTORS.put("1/N", question -> 1.0 / question.samples());
    FACTORS.put("C", Pattern::outputs);
    FACTORS.put("1/C", question -> 1.0 / outputs(question));
    FACTORS.put("N/C", question -> question.samples() / outputs(question));
  }

  private static final Set<Block> GRADIENTS =
      EnumSet.of(
          Block.LAST_BIAS_GRADIENTS,
          Block.LAST_WEIGHT_GRADIENTS,
          Block.HIDDEN_BIAS_GRADIENTS,
          Block.HIDDEN_WEIGHT_GRADIENTS);

  private static final double SINGLE_PRECISION = 1e-5;

  private final List<Observation> observations;
  private final ResultMatch match;
  private final LoopsSource loops = new LoopsSource();
  private final Set<Block> wrong = EnumSet.noneOf(Block.class);

  Pattern(List<Observation> observations, ResultMatch match) {
    this.observations = observations;
    this.match = match;
    for (Observation observation : observations) {
      Result right = loops.answer(observation.question());
      for (Block block : Block.values()) {
        Result ofCandidate = block.of(observation.candidate());
        if (!match.matches(observation.question(), block.of(right), ofCandidate)) {
          wrong.add(block);
        }
      }
    }
  }

  /** Such as {@code last layer right, every hidden layer wrong}. */
  String sentence() {
    if (wrong.isEmpty()) {
      return "every number right";
    }
    if (everywhereClose()) {
      return "about 1e-7 off everywhere: single precision, not a mistake";
    }
    if (wrong.contains(Block.ACTIVATIONS)) {
      return "activations wrong already: look at the forward pass";
    }
    if (wrong.stream().noneMatch(GRADIENTS::contains)) {
      return withoutWrongGradients();
    }
    if (everyGradientIs(this::ownFactor)) {
      return scale();
    }
    return ofGradients() + (wrong.contains(Block.COST) ? "; cost wrong, too" : "");
  }

  private String withoutWrongGradients() {
    if (wrong.equals(EnumSet.of(Block.COST))) {
      return "every gradient right, cost wrong";
    }
    if (wrong.equals(EnumSet.of(Block.UPDATES))) {
      return "every gradient right, update wrong";
    }
    return "every gradient right, other steps wrong";
  }

  private String ofGradients() {
    boolean lastWrong =
        wrong.contains(Block.LAST_BIAS_GRADIENTS) || wrong.contains(Block.LAST_WEIGHT_GRADIENTS);
    boolean biasesWrong =
        wrong.contains(Block.LAST_BIAS_GRADIENTS) || wrong.contains(Block.HIDDEN_BIAS_GRADIENTS);
    boolean weightsWrong =
        wrong.contains(Block.LAST_WEIGHT_GRADIENTS)
            || wrong.contains(Block.HIDDEN_WEIGHT_GRADIENTS);
    if (!biasesWrong) {
      return "all bias gradients right, some weight gradients wrong";
    }
    if (!weightsWrong) {
      return "all weight gradients right, some bias gradients wrong";
    }
    if (!lastWrong) {
      return "last layer right, every hidden layer wrong";
    }
    return "everything wrong without a constant factor: look at the output delta";
  }

  /** One factor with a name in every case, or another in each. */
  private String scale() {
    for (Map.Entry<String, ToDoubleFunction<Case>> factor : FACTORS.entrySet()) {
      if (everyGradientIs(observation -> factor.getValue().applyAsDouble(observation.question()))) {
        return "every gradient is %s times the right one: scale".formatted(factor.getKey());
      }
    }
    return "every gradient of a case is the same factor times the right one: scale";
  }

  /** The candidate's largest gradient of a case in units of the right one. */
  private double ownFactor(Observation observation) {
    Result right = loops.answer(observation.question());
    double largest = 0.0;
    double factor = 1.0;
    for (int l = 1; l <= right.depth(); l++) {
      double[][] rightValues = right.values(Quantity.BIAS_GRADIENTS, l).orElseThrow();
      Optional<double[][]> values = observation.candidate().values(Quantity.BIAS_GRADIENTS, l);
      for (int j = 0; j < rightValues.length && values.isPresent(); j++) {
        if (StrictMath.abs(rightValues[j][0]) > largest) {
          largest = StrictMath.abs(rightValues[j][0]);
          factor = values.get()[j][0] / rightValues[j][0];
        }
      }
    }
    return factor;
  }

  private boolean everyGradientIs(ToDoubleFunction<Observation> factor) {
    return observations.stream()
        .allMatch(
            observation -> {
              double times = factor.applyAsDouble(observation);
              Result scaled = gradients(loops.answer(observation.question()), times);
              Result candidate = gradients(observation.candidate(), 1.0);
              return match.matches(observation.question(), scaled, candidate);
            });
  }

  private boolean everywhereClose() {
    return observations.stream()
        .allMatch(
            observation ->
                Difference.largest(loops.answer(observation.question()), observation.candidate())
                    < SINGLE_PRECISION);
  }

  /** Nothing but the gradients, each times the factor. */
  private static Result gradients(Result answer, double factor) {
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      Map<Quantity, double[][]> scaled = new EnumMap<>(Quantity.class);
      for (Quantity quantity : List.of(Quantity.BIAS_GRADIENTS, Quantity.WEIGHT_GRADIENTS)) {
        answer
            .values(quantity, l)
            .ifPresent(values -> scaled.put(quantity, scaled(values, factor)));
      }
      layers.add(scaled);
    }
    return new Result(answer.name(), OptionalDouble.empty(), layers);
  }

  private static double[][] scaled(double[][] values, double factor) {
    for (double[] row : values) {
      for (int i = 0; i < row.length; i++) {
        row[i] = factor * row[i];
      }
    }
    return values;
  }

  private static double outputs(Case question) {
    return question.network().layer(question.network().depth()).outputs();
  }
}
