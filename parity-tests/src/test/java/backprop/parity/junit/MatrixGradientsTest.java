package backprop.parity.junit;

import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.MatrixSource;

/** The contract as a project of one's own would extend it, here for the matrix twin. */
class MatrixGradientsTest extends GradientContract {
  @Override
  protected Result answer(Case question) {
    return new MatrixSource().answer(question);
  }
}
