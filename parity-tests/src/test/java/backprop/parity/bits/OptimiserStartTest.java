package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.sources.MatrixSource;
import backprop.parity.sources.OptimiserTranslation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Both twins' optimisers remember the same at the start: nothing, in the shapes of the network. */
class OptimiserStartTest {
  private final Network network =
      new Network(
          List.of(TwinCall.layer(Activation.TANH, 2, 3), TwinCall.layer(Activation.IDENTITY, 1, 2)),
          Cost.SQUARED_ERROR,
          Reduction.MEAN);
  private final backprop.matrix.Network matrices = MatrixSource.network(network);

  @Test
  void momentum() {
    requireSame(
        backprop.loops.optimisers.Momentum.start(network, 0.1, 0.9),
        backprop.matrix.optimisers.Momentum.start(matrices, 0.1, 0.9));
  }

  @Test
  void adam() {
    requireSame(
        backprop.loops.optimisers.Adam.start(network, 0.1),
        backprop.matrix.optimisers.Adam.start(matrices, 0.1));
  }

  @Test
  void plain() {
    Optimiser plain = new backprop.loops.optimisers.Plain(0.1);
    Training loops = Training.loops(network, plain);
    Training matrix = Training.matrix(network, plain);
    for (Training training : List.of(loops, matrix)) {
      training.step(new double[][] {{1.0}, {2.0}, {3.0}}, new double[][] {{0.5}});
    }
    assertThat(matrix.bits()).isEqualTo(loops.bits());
    assertThat(matrix.optimiser()).isEqualTo(plain);
  }

  private void requireSame(Optimiser loops, backprop.matrix.optimisers.Optimiser matrix) {
    Optimiser translated = OptimiserTranslation.loops(matrix);
    assertThat(Training.bitsOf(network, translated)).isEqualTo(Training.bitsOf(network, loops));
    assertThat(translated).hasSameClassAs(loops);
  }
}
