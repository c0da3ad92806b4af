package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Reduction;
import backprop.parity.model.Bits;
import backprop.parity.model.Case;
import backprop.parity.model.Objective;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.ExtremeCases;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The edges of floating point: kinks, saturation, zeros of both signs, overflow. */
class ExtremeValuesTest {

  @ParameterizedTest
  @EnumSource(ExtremeCases.class)
  void everyStepHasTheSameBitsAtTheEdges(ExtremeCases extreme) {
    extreme.all().forEach(Twins::requireSameBits);
  }

  @Test
  void theKinksHavePreActivationsOfExactlyZero() {
    assertThat(values(ExtremeCases.KINKS, Quantity.PRE_ACTIVATIONS, 1)).contains(0.0);
    assertThat(values(ExtremeCases.KINKS, Quantity.PRE_ACTIVATIONS, 2)).contains(0.0);
  }

  @Test
  void theSaturatedUnitsAreAtFortyAndAtAThousand() {
    assertThat(values(ExtremeCases.SATURATED_AT_40, Quantity.PRE_ACTIVATIONS, 1))
        .contains(40.0, -40.0);
    assertThat(values(ExtremeCases.SATURATED_AT_1000, Quantity.PRE_ACTIVATIONS, 1))
        .contains(1000.0, -1000.0);
  }

  @Test
  void theZerosHaveBothSigns() {
    Case question = ExtremeCases.NEGATIVE_ZEROS.with(Activation.RELU, ending());
    double[][] inputs = question.inputs();
    assertThat(Arrays.stream(inputs).flatMapToDouble(Arrays::stream).mapToObj(Bits::of).toList())
        .contains(Bits.of(0.0), Bits.of(-0.0));
  }

  @Test
  void theOverflowReachesInfinityAndNaN() {
    assertThat(values(ExtremeCases.OVERFLOW, Quantity.PRE_ACTIVATIONS, 1))
        .contains(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    assertThat(values(ExtremeCases.OVERFLOW, Quantity.PRE_ACTIVATIONS, 2)).contains(Double.NaN);
  }

  private static Objective ending() {
    return new Objective(Activation.IDENTITY, Cost.SQUARED_ERROR, Reduction.MEAN);
  }

  /** What the loops give for the extreme with relu, then identity. */
  private static double[] values(ExtremeCases extreme, Quantity quantity, int l) {
    Result result = new LoopsSource().answer(extreme.with(Activation.RELU, ending()));
    double[][] rows = result.values(quantity, l).orElseThrow();
    return Arrays.stream(rows).flatMapToDouble(DoubleStream::of).toArray();
  }
}
