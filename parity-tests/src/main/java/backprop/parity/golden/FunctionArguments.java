package backprop.parity.golden;

import backprop.parity.golden.FunctionVectors.Function;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The arguments at which programs that compute a function in another way give themselves away. */
final class FunctionArguments {
  private static final int SEED = 1;
  private static final int RANDOM_ARGUMENTS = 250;
  private static final double LN2 = StrictMath.log(2.0);

  /** Where fdlibm takes another way through exp, as bounds of |x|. */
  private static final List<Double> BOUNDS_OF_EXP =
      List.of(0x1p-28, 0x1.62e43p-2, 0x1.0a2b2p0, 709.782712893384, 745.1332191019411);

  /** The same for tanh, and for the expm1 in it, which is asked for ±2x. */
  private static final List<Double> BOUNDS_OF_TANH =
      List.of(0x1p-55, 0.5 * 0x1.62e43p-2, 0.5 * 0x1.0a2b2p0, 1.0, 22.0);

  /** The same for log, as bounds of the fraction of x. */
  private static final List<Double> BOUNDS_OF_LOG =
      List.of(1.0, 0x1.00001p0, 0x1.6147ap0, 0x1.6a09cp0, 0x1.6b852p0, 0x1.ffffep0);

  private final List<Double> arguments = new ArrayList<>();

  private FunctionArguments() {}

  /** The arguments of one function, by what is special about them. */
  static Map<String, List<Double>> of(Function function) {
    Map<String, List<Double>> groups = new LinkedHashMap<>();
    groups.put("special", special());
    groups.put("binades", function == Function.LOG ? everyBinade() : binades());
    groups.put("bounds", bounds(function));
    groups.put("ties", function == Function.LOG ? nearOne() : ties());
    groups.put("random", random(function));
    return groups;
  }

  private static List<Double> special() {
    FunctionArguments special = new FunctionArguments();
    special.arguments.add(Double.NaN);
    for (double size :
        new double[] {
          0.0,
          Double.MIN_VALUE,
          0x0.fffffffffffffp-1022,
          Double.MIN_NORMAL,
          1.0,
          40.0,
          1000.0,
          Double.MAX_VALUE,
          Double.POSITIVE_INFINITY
        }) {
      special.addBothSigns(size);
    }
    return special.arguments;
  }

  /** One positive number from between each power of 2 and the next, subnormal ones too. */
  private static List<Double> everyBinade() {
    FunctionArguments binades = new FunctionArguments();
    Random random = new Random(SEED);
    for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
      binades.arguments.add(StrictMath.scalb(1.0 + random.nextDouble(), exponent));
    }
    return binades.arguments;
  }

  /** Both signs where something happens; elsewhere every 32nd. */
  private static List<Double> binades() {
    FunctionArguments binades = new FunctionArguments();
    Random random = new Random(SEED);
    for (int exponent = Double.MIN_EXPONENT - 52; exponent <= Double.MAX_EXPONENT; exponent++) {
      double fraction = 1.0 + random.nextDouble();
      if ((exponent >= -60 && exponent <= 11) || exponent % 32 == 0) {
        binades.addBothSigns(StrictMath.scalb(fraction, exponent));
      }
    }
    return binades.arguments;
  }

  private static List<Double> bounds(Function function) {
    FunctionArguments bounds = new FunctionArguments();
    switch (function) {
      case LOG -> {
        for (double bound : BOUNDS_OF_LOG) {
          for (int exponent : new int[] {-1074, -1023, -1022, -2, -1, 0, 1, 2, 1023}) {
            bounds.addNeighbours(StrictMath.scalb(bound, exponent));
          }
        }
      }
      case TANH -> BOUNDS_OF_TANH.forEach(bounds::addNeighboursOfBothSigns);
      default -> BOUNDS_OF_EXP.forEach(bounds::addNeighboursOfBothSigns);
    }
    return bounds.arguments;
  }

  /** Halfway between two multiples of ln 2, or of half of it, where another k would do as well. */
  private static List<Double> ties() {
    FunctionArguments ties = new FunctionArguments();
    for (int k = 0; k < 65; k++) {
      ties.addNeighboursOfBothSigns(0.5 * (k + 0.5) * LN2);
    }
    for (int k = 65; k < 1080; k += 32) {
      ties.addNeighboursOfBothSigns((k + 0.5) * LN2);
    }
    return ties.arguments;
  }

  /** Where the logarithm is small, and one digit lost is many. */
  private static List<Double> nearOne() {
    FunctionArguments near = new FunctionArguments();
    for (int exponent = -53; exponent < 0; exponent++) {
      near.arguments.add(1.0 + StrictMath.scalb(1.0, exponent));
      near.arguments.add(1.0 - StrictMath.scalb(1.0, exponent));
    }
    return near.arguments;
  }

  /** Of sizes that networks have, and where results are subnormal: some are hard to round. */
  private static List<Double> random(Function function) {
    FunctionArguments mixed = new FunctionArguments();
    Random random = new Random(SEED);
    for (int count = 0; count < RANDOM_ARGUMENTS; count++) {
      double argument =
          switch (count % 6) {
            case 0 -> 700.0 * random.nextGaussian();
            case 1 -> -708.0 - 37.0 * random.nextDouble();
            default -> 3.0 * random.nextGaussian();
          };
      mixed.arguments.add(function == Function.LOG ? StrictMath.abs(argument) : argument);
    }
    return mixed.arguments;
  }

  private void addBothSigns(double size) {
    arguments.add(size);
    arguments.add(-size);
  }

  private void addNeighboursOfBothSigns(double size) {
    addNeighbours(size);
    addNeighbours(-size);
  }

  private void addNeighbours(double argument) {
    arguments.add(StrictMath.nextDown(argument));
    arguments.add(argument);
    arguments.add(StrictMath.nextUp(argument));
  }
}
