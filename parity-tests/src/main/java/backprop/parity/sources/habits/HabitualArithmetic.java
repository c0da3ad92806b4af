package backprop.parity.sources.habits;

import backprop.parity.model.Rows;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/** Numbers, sums and functions as a program with these habits computes them. */
final class HabitualArithmetic {
  private static final int FEWEST_TERMS_IN_HALVES = 4;

  private final Set<Habit> habits;

  HabitualArithmetic(Set<Habit> habits) {
    this.habits = habits;
  }

  boolean has(Habit habit) {
    return habits.contains(habit);
  }

  /** A result as it is kept. */
  double stored(double value) {
    return has(Habit.SINGLE_PRECISION) ? (float) value : value;
  }

  double[][] stored(double[][] values) {
    return each(values, value -> value);
  }

  /** The function of every number, as it is kept. */
  double[][] each(double[][] values, DoubleUnaryOperator function) {
    double[][] results = Rows.copy(values);
    for (double[] row : results) {
      for (int s = 0; s < row.length; s++) {
        row[s] = stored(function.applyAsDouble(row[s]));
      }
    }
    return results;
  }

  double sum(int terms, IntToDoubleFunction term) {
    return sum(0.0, terms, term, i -> 1.0);
  }

  /** Of products, from a start on. */
  double sum(double start, int terms, IntToDoubleFunction left, IntToDoubleFunction right) {
    if (has(Habit.PAIRWISE_SUMS) && terms >= FEWEST_TERMS_IN_HALVES) {
      int half = terms / 2;
      double second =
          sum(
              0.0,
              terms - half,
              i -> left.applyAsDouble(half + i),
              i -> right.applyAsDouble(half + i));
      return stored(sum(start, half, left, right) + second);
    }
    double sum = start;
    for (int i = 0; i < terms; i++) {
      int index = has(Habit.DESCENDING_SUMS) ? terms - 1 - i : i;
      double factor = left.applyAsDouble(index);
      double other = right.applyAsDouble(index);
      boolean fused = has(Habit.FUSED_MULTIPLY_ADD);
      sum = stored(fused ? StrictMath.fma(factor, other, sum) : sum + stored(factor * other));
    }
    return sum;
  }

  double[][] product(double[][] left, double[][] right) {
    return product(left, right, new double[left.length][1]);
  }

  /** With a bias for each row. */
  double[][] product(double[][] left, double[][] right, double[][] biases) {
    boolean biasFirst = has(Habit.BIAS_FIRST);
    double[][] product = new double[left.length][right[0].length];
    for (int j = 0; j < product.length; j++) {
      double[] row = left[j];
      double bias = biases[j][0];
      for (int s = 0; s < product[0].length; s++) {
        int column = s;
        double start = biasFirst ? bias : 0.0;
        double sum = sum(start, right.length, i -> row[i], i -> right[i][column]);
        product[j][s] = biasFirst ? sum : stored(sum + bias);
      }
    }
    return product;
  }

  double exp(double x) {
    return has(Habit.NEAREST_FUNCTIONS)
        ? NearestFunctions.exp(x)
        : stored(neighbour(StrictMath.exp(x)));
  }

  double log(double x) {
    return has(Habit.NEAREST_FUNCTIONS)
        ? NearestFunctions.log(x)
        : stored(neighbour(StrictMath.log(x)));
  }

  double tanh(double x) {
    if (has(Habit.TANH_BY_EXPONENTIALS)) {
      return stored((exp(x) - exp(-x)) / (exp(x) + exp(-x)));
    }
    return has(Habit.NEAREST_FUNCTIONS)
        ? NearestFunctions.tanh(x)
        : stored(neighbour(StrictMath.tanh(x)));
  }

  private double neighbour(double value) {
    return has(Habit.NEIGHBOURING_FUNCTIONS) ? StrictMath.nextAfter(value, 0.0) : value;
  }
}
