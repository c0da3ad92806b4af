package backprop.parity.benchmark;

import backprop.loops.Network;
import backprop.loops.fast.Workspace;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.model.Rows;
import backprop.parity.sources.FastSource;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.MatrixSource;
import backprop.parity.verdict.BitComparison;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One gradient: forward, cost and backward, the weights and the batch already in memory. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GradientBenchmark {
  @Param public Workload workload;

  private Network network;
  private double[][] inputs;
  private double[][] targets;

  private backprop.matrix.Network matrixNetwork;
  private RealMatrix matrixInputs;
  private RealMatrix matrixTargets;

  private double[][] inputRows;
  private double[][] targetRows;
  private Workspace workspace;
  private Workspace sharedWorkspace;

  /** Refuses to time what does not have the bits of the textbook loops. */
  @Setup
  public void prepare() {
    Case question = workload.question();
    Result expected = new LoopsSource().answer(question);
    requireSameBits(question, expected, new MatrixSource());
    requireSameBits(question, expected, new FastSource(1));
    requireSameBits(question, expected, new FastSource(2));

    network = question.network();
    inputs = question.inputs();
    targets = question.targets();
    matrixNetwork = MatrixSource.network(network);
    matrixInputs = new Array2DRowRealMatrix(inputs);
    matrixTargets = new Array2DRowRealMatrix(targets);
    inputRows = Rows.transpose(inputs);
    targetRows = Rows.transpose(targets);
    workspace = new Workspace(network, question.samples(), 1);
    sharedWorkspace = new Workspace(network, question.samples(), 2);
  }

  private static void requireSameBits(Case question, Result expected, GradientSource source) {
    BitComparison.of(expected, source.answer(question))
        .firstDifference()
        .ifPresent(
            difference -> {
              String message = "%s, %s: not timed, %s";
              throw new IllegalStateException(
                  message.formatted(source.name(), question.name(), difference));
            });
  }

  @TearDown
  public void endThreads() {
    workspace.close();
    sharedWorkspace.close();
  }

  @Benchmark
  public Object loops() {
    var trace = backprop.loops.ForwardPass.trace(network, inputs, targets);
    return backprop.loops.BackwardPass.gradients(network, trace, targets);
  }

  @Benchmark
  public Object matrix() {
    var trace = backprop.matrix.ForwardPass.trace(matrixNetwork, matrixInputs, matrixTargets);
    return backprop.matrix.BackwardPass.gradients(matrixNetwork, trace, matrixTargets);
  }

  @Benchmark
  public double fast() {
    workspace.compute(inputRows, targetRows);
    return workspace.cost();
  }

  @Benchmark
  public double fastWithTwoThreads() {
    sharedWorkspace.compute(inputRows, targetRows);
    return sharedWorkspace.cost();
  }
}
