package backprop.parity.junit;

import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.suites.DefaultSuite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A test class to extend: give {@link #answer} your gradients, and every case of the default suite
 * becomes a test.
 *
 * <pre>{@code
 * class MyGradientsTest extends GradientContract {
 *   @Override
 *   protected Result answer(Case question) {
 *     MyNetwork network = MyNetwork.of(question.network());
 *     MyGradients gradients = network.backpropagate(question.inputs(), question.targets());
 *     return Result.of(question, gradients.weights(), gradients.biases());
 *   }
 * }
 * }</pre>
 */
public abstract class GradientContract {
  /**
   * Your implementation's gradients of a case: inputs and targets have a column per sample, weights
   * a row per receiving neuron.
   */
  protected abstract Result answer(Case question);

  /** Whether your implementation knows everything that a case uses; what it does not is skipped. */
  protected boolean supports(Case question) {
    return true;
  }

  /** The cases to be asked. */
  protected List<Case> cases() {
    return DefaultSuite.cases();
  }

  /** One test per case: every number that you give agrees with the loops. */
  @TestFactory
  protected final Stream<DynamicTest> everyGradientAgreesWithTheLoops() {
    return cases().stream()
        .map(question -> DynamicTest.dynamicTest(question.name(), () -> check(question)));
  }

  private void check(Case question) {
    Assumptions.assumeTrue(supports(question), "not supported");
    GradientAssertions.assertGradientsAgree(question, answer(question));
  }
}
