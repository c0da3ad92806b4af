package backprop.parity.bits;

import backprop.parity.suites.RandomCases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever nobody thought of: thousands of networks from fixed seeds. */
class RandomNetworksTest {
  private static final int CASES_PER_SEED = 2500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void everyStepOfRandomNetworksHasTheSameBits(long seed) {
    RandomCases random = new RandomCases(seed);
    for (int number = 0; number < CASES_PER_SEED; number++) {
      Twins.requireSameBits(random.next());
    }
  }
}
