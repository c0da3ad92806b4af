package backprop.parity.page;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.io.Resources;
import backprop.parity.terms.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/** The page's exp, log and tanh against StrictMath, whose bits Java specifies. */
@ExtendWith(Browser.class)
class StrictFunctionsTest {
  private static final String FUNCTIONS =
      Resources.text(Page.class, "script/numbers.js")
          + Resources.text(Page.class, "script/fdlibm.js");

  @Test
  void everyBitIsThatOfStrictMath(ChromeDriver driver) {
    List<Double> arguments = arguments();
    requireSameBits(driver, "exp", StrictMath::exp, arguments);
    requireSameBits(driver, "log", StrictMath::log, arguments);
    requireSameBits(driver, "tanh", StrictMath::tanh, arguments);
  }

  private static void requireSameBits(
      ChromeDriver driver, String name, DoubleUnaryOperator function, List<Double> arguments) {
    String script =
        FUNCTIONS
            + "return arguments[0].map((word) => new DataView(new BigUint64Array("
            + "[BigInt('0x' + word)]).buffer).getFloat64(0, true)).map((x) => bits("
            + name
            + "(x)));";
    List<String> words = arguments.stream().map(x -> NumberText.bits(x)).toList();
    List<?> page = (List<?>) driver.executeScript(script, words);
    List<String> java =
        arguments.stream().map(x -> NumberText.bits(function.applyAsDouble(x))).toList();
    for (int index = 0; index < java.size(); index++) {
      assertThat(page.get(index))
          .as(name + " of " + arguments.get(index))
          .isEqualTo(java.get(index));
    }
  }

  /** Of every size, and where an algorithm goes from one formula to the next. */
  private static List<Double> arguments() {
    Random random = new Random(14);
    List<Double> arguments = new ArrayList<>();
    for (int count = 0; count < 2000; count++) {
      arguments.add(random.nextGaussian());
      arguments.add(20 * random.nextGaussian());
      arguments.add(500 * random.nextGaussian());
      arguments.add(1 + 1e-6 * random.nextGaussian());
      arguments.add(Double.longBitsToDouble(random.nextLong()));
    }
    double half = StrictMath.log(2) / 2;
    for (double edge :
        new double[] {0, 1, half, 3 * half, 22, 709.782712893384, 745.1332191019411}) {
      for (double x : new double[] {edge, Math.nextUp(edge), Math.nextDown(edge)}) {
        arguments.add(x);
        arguments.add(-x);
      }
    }
    arguments.add(Double.NaN);
    arguments.add(Double.POSITIVE_INFINITY);
    arguments.add(Double.NEGATIVE_INFINITY);
    return arguments;
  }
}
