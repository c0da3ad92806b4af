package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code train} with prices of houses, which are far from 1 and no plane. */
class PredictedNumbersTest {
  @TempDir private Path folder;
  private Path houses;

  @BeforeEach
  void writeHouses() throws IOException {
    StringBuilder text = new StringBuilder("area,age,rooms,price\n");
    Random random = new Random(11);
    for (int s = 0; s < 200; s++) {
      double area = 30 + 190 * random.nextDouble();
      double age = 90 * random.nextDouble();
      double worth = 0.45 + 0.55 / (1.0 + age * age / 300.0);
      double price = 60_000 + 2_600 * area * worth + 5_000 * random.nextGaussian();
      Object[] row = {area, age, 1 + (int) (area / 28), price};
      text.append(String.format(Locale.ROOT, "%.1f,%.0f,%d,%.0f%n", row));
    }
    houses = Files.writeString(folder.resolve("houses.csv"), text);
  }

  @Test
  void hiddenLayersComeMuchNearerThanThePlane() {
    double plane = error(train("--targets 1"));
    Run curve = train("--targets 1 --layers 16 --epochs 60");
    assertThat(curve.output()).contains("\ntargets   standardised\n");
    assertThat(error(curve)).isLessThan(plane / 2);
    assertThat(number(curve, "of price, R² ([0-9.]+)")).isBetween(0.95, 1.0);
  }

  @Test
  void costsAreInTheUnitsOfTheData() {
    Run run = train("--targets 1 --layers 4 --epochs 3");
    double heldOut = number(run, "(?m)^held out +cost ([0-9.e]+) on 40 samples");
    assertThat(heldOut).isEqualTo(error(run) * error(run), within(0.002 * heldOut));
    assertThat(number(run, "(?m)^ +3 +[0-9.e]+ +([0-9.e]+)$")).isEqualTo(heldOut);
  }

  @Test
  void everyOutputHasItsError() {
    Run run = train("--targets 2 --epochs 5");
    assertThat(run.output())
        .containsPattern("(?m)^error     root mean square [0-9.]+ of rooms, R² [0-9.-]+; ")
        .containsPattern("; [0-9.]+ of price, R² [0-9.-]+\n");
  }

  @Test
  void bothSourcesHaveTheSameBits() {
    Run run = train("--targets 2 --layers 4 --epochs 3 --both");
    assertThat(run.exitCode()).isZero();
    assertThat(TrainOutput.unwrapped(run))
        .contains("after 48 updates 22 of 22 weights and biases have the same 64 bits in loops");
  }

  @Test
  void aResumedTrainingEndsInTheFileOfAnUninterruptedOne() {
    train("--targets 2 --layers 4 --epochs 4 --stop-after 9 --save " + file("whole"));
    train("--targets 2 --layers 4 --epochs 2 --stop-after 9 --save " + file("part"));
    Run resumed = Run.backprop("train", "--resume", file("part").toString(), "--epochs", "4");
    assertThat(resumed.exitCode()).isZero();
    assertThat(resumed.output()).contains("\ntargets   standardised\n");
    assertThat(file("part")).hasSameBinaryContentAs(file("whole"));
  }

  @Test
  void aLoadedNetworkStartsWhereItsWeightsAre() {
    Run before = train("--targets 2 --layers 4 --epochs 5 --save " + file("mine.json"));
    Run after = train("--targets 2 --epochs 1 --rate 1e-12 --load " + file("mine.json"));
    assertThat(errorLine(after)).isEqualTo(errorLine(before));
    assertThat(after.output()).contains("\ntargets   standardised\n");
  }

  @Test
  void aTargetThatIsTheSameEverywhereIsLearnedWithoutHarm() throws IOException {
    Path csv = Files.writeString(folder.resolve("same.csv"), "1,5e5\n2,5e5\n3,5e5\n4,5e5\n");
    Run run = Run.backprop("train", csv.toString(), "--targets", "1");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).doesNotContain("NaN", "R²");
    assertThat(number(run, "root mean square ([0-9.e-]+)\n")).isLessThan(0.001);
  }

  @Test
  void numbersThatCannotBeStandardisedAreOneSentence() throws IOException {
    Path csv = Files.writeString(folder.resolve("far.csv"), "1,5e200\n2,5e201\n");
    Run run = Run.backprop("train", csv.toString(), "--targets", "1");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).startsWith("far.csv: target 1: expected ").hasLineCount(1);
    assertThat(run.output()).isEmpty();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private Run train(String options) {
    Stream<String> first = Stream.of("train", houses.toString());
    return Run.backprop(
        Stream.concat(first, Arrays.stream(options.split(" "))).toArray(String[]::new));
  }

  private static double error(Run run) {
    return number(run, "root mean square ([0-9.]+) of price");
  }

  private static String errorLine(Run run) {
    return run.output().lines().filter(line -> line.startsWith("error ")).findFirst().orElseThrow();
  }

  private static double number(Run run, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(run.output());
    assertThat(found.find()).as("%s in %s", pattern, run.output()).isTrue();
    return Double.parseDouble(found.group(1));
  }
}
