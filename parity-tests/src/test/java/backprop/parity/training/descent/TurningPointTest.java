package backprop.parity.training.descent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The epoch after which it only got worse, and the patience that would have reached it. */
class TurningPointTest {
  @Test
  void itIsTheLowestCostOfATrainingThatEndsClearlyAboveIt() {
    assertThat(TurningPoint.of(epochs(5, 2, 3, 2.2, 4))).contains(new TurningPoint(2, 2.0, 5));
  }

  @Test
  void anEndNearTheLowestCostIsNoTurn() {
    assertThat(TurningPoint.of(epochs(5, 2, 3, 2.2))).isEmpty();
    assertThat(TurningPoint.of(epochs(5, 4, 3))).isEmpty();
  }

  @Test
  void thePatienceOutlastsTheLongestWaitForANewLow() {
    assertThat(TurningPoint.of(epochs(5, 6, 6, 6, 6, 4, 9))).contains(new TurningPoint(6, 4.0, 5));
    assertThat(TurningPoint.of(epochs(5, 6, 6, 6, 6, 6, 4, 9)))
        .contains(new TurningPoint(7, 4.0, 10));
  }

  @Test
  void whatIsJudgedByNothingHasNone() {
    Epoch.Score low = new Epoch.Score(1.0, OptionalDouble.empty());
    Epoch.Score high = new Epoch.Score(9.0, OptionalDouble.empty());
    Epoch first = new Epoch(1, low, Optional.empty(), 0.1);
    Epoch second = new Epoch(2, high, Optional.empty(), 0.1);
    assertThat(TurningPoint.of(List.of(first, second))).isEmpty();
  }

  private static List<Epoch> epochs(double... heldOut) {
    List<Epoch> epochs = new ArrayList<>();
    for (double cost : heldOut) {
      Epoch.Score training = new Epoch.Score(0.5, OptionalDouble.empty());
      Epoch.Score judged = new Epoch.Score(cost, OptionalDouble.empty());
      epochs.add(new Epoch(epochs.size() + 1, training, Optional.of(judged), 0.1));
    }
    return epochs;
  }
}
