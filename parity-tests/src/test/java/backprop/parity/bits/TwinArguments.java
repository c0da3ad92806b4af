package backprop.parity.bits;

import backprop.loops.Activation;
import backprop.loops.BackwardPass;
import backprop.loops.Cost;
import backprop.loops.ForwardPass;
import backprop.loops.ForwardTrace;
import backprop.loops.Gradients;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.model.Rows;
import backprop.parity.sources.MatrixSource;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The same arguments in the types of both twins, for any step method.
 *
 * <p>Everything is {@value #SIZE} × {@value #SIZE}, so that whatever a method multiplies fits.
 *
 * @param loops arguments, the receiver first if the method is not static
 * @param matrix the same numbers, translated
 */
record TwinArguments(List<Object> loops, List<Object> matrix) {
  private static final int SIZE = 5;

  /** The numbers of one draw, and every constant for every enum in the parameters. */
  static List<TwinArguments> allFor(Method loopsMethod) {
    List<Class<?>> types = new ArrayList<>(Arrays.asList(loopsMethod.getParameterTypes()));
    if (!Modifier.isStatic(loopsMethod.getModifiers())) {
      types.add(0, loopsMethod.getDeclaringClass());
    }
    Random random = new Random(loopsMethod.getName().hashCode());
    List<TwinArguments> all = List.of(new TwinArguments(List.of(), List.of()));
    for (Class<?> type : types) {
      List<TwinArguments> longer = new ArrayList<>();
      for (TwinArguments shorter : all) {
        candidates(type, random).forEach(candidate -> longer.add(shorter.with(candidate)));
      }
      all = longer;
    }
    return all;
  }

  /** Every entry of a number, a matrix, a network or the gradients, row by row. */
  static List<Double> entries(Object value) {
    List<Double> entries = new ArrayList<>();
    if (value instanceof Double number) {
      entries.add(number);
    } else if (value instanceof double[] row) {
      Arrays.stream(row).forEach(entries::add);
    } else if (value instanceof double[][] rows) {
      Arrays.stream(rows).forEach(row -> entries.addAll(entries(row)));
    } else if (value instanceof RealMatrix matrix) {
      entries.addAll(entries(matrix.getData()));
    } else if (value instanceof Network network) {
      network.layers().forEach(layer -> entries.addAll(entries(layer.weights())));
      network.layers().forEach(layer -> entries.addAll(entries(layer.biases())));
    } else if (value instanceof backprop.matrix.Network network) {
      network.layers().forEach(layer -> entries.addAll(entries(layer.weights())));
      network.layers().forEach(layer -> entries.addAll(entries(layer.biases())));
    } else if (value instanceof ForwardTrace trace) {
      entries.addAll(entries(trace.preActivations(1)));
      entries.addAll(entries(trace.activations(1)));
      entries.add(trace.cost());
    } else if (value instanceof backprop.matrix.ForwardTrace trace) {
      entries.addAll(entries(trace.preActivations(1)));
      entries.addAll(entries(trace.activations(1)));
      entries.add(trace.cost());
    } else if (value instanceof Gradients gradients) {
      entries.addAll(entries(gradients.delta(1)));
      entries.addAll(entries(gradients.biasGradients(1)));
      entries.addAll(entries(gradients.weightGradients(1)));
    } else if (value instanceof backprop.matrix.Gradients gradients) {
      entries.addAll(entries(gradients.delta(1)));
      entries.addAll(entries(gradients.biasGradients(1)));
      entries.addAll(entries(gradients.weightGradients(1)));
    } else if (value instanceof Boolean answer) {
      entries.add(answer ? 1.0 : 0.0);
    } else {
      throw new AssertionError("this sweep cannot read a " + value.getClass());
    }
    return entries;
  }

  private TwinArguments with(Object argument) {
    List<Object> longerLoops = new ArrayList<>(loops);
    longerLoops.add(argument);
    List<Object> longerMatrix = new ArrayList<>(matrix);
    longerMatrix.add(translated(argument));
    return new TwinArguments(longerLoops, longerMatrix);
  }

  private static List<Object> candidates(Class<?> type, Random random) {
    if (type.isEnum()) {
      return List.of(type.getEnumConstants());
    }
    return List.of(
        switch (type.getSimpleName()) {
          case "double[][]" -> rows(random);
          case "double[]" -> rows(random)[0];
          case "double" -> random.nextDouble();
          case "int" -> SIZE;
          case "Network" -> network();
          case "ForwardTrace" -> trace();
          case "Gradients" -> BackwardPass.gradients(network(), trace(), rows(new Random(2)));
          default -> throw new AssertionError("this sweep cannot make a " + type);
        });
  }

  private static Object translated(Object argument) {
    if (argument instanceof double[][] rows) {
      return new Array2DRowRealMatrix(rows);
    } else if (argument instanceof double[] row) {
      return new Array2DRowRealMatrix(Rows.column(row));
    } else if (argument instanceof Activation activation) {
      return backprop.matrix.Activation.valueOf(activation.name());
    } else if (argument instanceof Cost cost) {
      return backprop.matrix.Cost.valueOf(cost.name());
    } else if (argument instanceof Reduction reduction) {
      return backprop.matrix.Reduction.valueOf(reduction.name());
    } else if (argument instanceof Network network) {
      return MatrixSource.network(network);
    } else if (argument instanceof ForwardTrace) {
      return matrixTrace();
    } else if (argument instanceof Gradients) {
      RealMatrix targets = new Array2DRowRealMatrix(rows(new Random(2)));
      return backprop.matrix.BackwardPass.gradients(
          MatrixSource.network(network()), matrixTrace(), targets);
    }
    return argument;
  }

  private static Network network() {
    double[][] weights = rows(new Random(3));
    Layer layer = new Layer(Activation.TANH, weights, weights[0]);
    return new Network(List.of(layer), Cost.HALF_SQUARED_ERROR, Reduction.ELEMENT_MEAN);
  }

  private static ForwardTrace trace() {
    return ForwardPass.trace(network(), rows(new Random(4)), rows(new Random(2)));
  }

  private static backprop.matrix.ForwardTrace matrixTrace() {
    RealMatrix inputs = new Array2DRowRealMatrix(rows(new Random(4)));
    RealMatrix targets = new Array2DRowRealMatrix(rows(new Random(2)));
    return backprop.matrix.ForwardPass.trace(MatrixSource.network(network()), inputs, targets);
  }

  /** Between 0 and 1, where every cost is defined. */
  private static double[][] rows(Random random) {
    double[][] rows = new double[SIZE][];
    for (int j = 0; j < SIZE; j++) {
      rows[j] = random.doubles(SIZE).toArray();
    }
    return rows;
  }
}
