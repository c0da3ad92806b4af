package backprop.parity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Rows;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.BlockRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

/**
 * Numeric rule 6, the lesson behind it: ask {@code MatrixUtils} for a matrix of more than 4096
 * entries and it comes in blocks, whose products add four terms at a time.
 */
class BlockLessonTest {

  @Test
  void matrixUtilsSwitchesToBlocksAboveFourThousandNinetySixEntries() {
    assertThat(MatrixUtils.createRealMatrix(64, 64)).isInstanceOf(Array2DRowRealMatrix.class);
    assertThat(MatrixUtils.createRealMatrix(65, 65)).isInstanceOf(BlockRealMatrix.class);
  }

  @Test
  void blocksChangeMostEntriesOfAProduct() {
    Random random = new Random(1);
    double[][] weights = new double[65][65];
    double[] inputs = new double[65];
    for (int j = 0; j < 65; j++) {
      inputs[j] = random.nextGaussian();
      for (int i = 0; i < 65; i++) {
        weights[j][i] = random.nextGaussian();
      }
    }
    RealMatrix column = new Array2DRowRealMatrix(Rows.column(inputs));
    RealMatrix blocks = MatrixUtils.createRealMatrix(weights).multiply(column);
    double[][] rows = TwinSteps.preActivations(weights, new double[65], column.getData());

    int different = 0;
    for (int j = 0; j < 65; j++) {
      different += rows[j][0] == blocks.getEntry(j, 0) ? 0 : 1;
    }
    assertThat(different).as("entries of 65 with other bits").isEqualTo(47);
  }
}
