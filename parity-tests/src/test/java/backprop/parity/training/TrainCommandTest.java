package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code train} as a user meets it. */
class TrainCommandTest {
  @TempDir private Path folder;

  @Test
  void withoutDataItNamesWhatIsBuiltIn() {
    Run run = Run.backprop("train");
    assertThat(run.exitCode()).isZero();
    assertThat(run.output())
        .contains(
            "train women", "train xor", "train circles-and-crosses", "train digits", "--help");
  }

  @Test
  void digitsReaches97PercentOnHeldOutDigits() {
    Run run = Run.backprop("train", "digits");
    assertThat(run.exitCode()).isZero();
    assertThat(heldOutPercent(run)).isBetween(97.0, 100.0);
    assertThat(run.output()).contains("1,438 to learn from, 359 held out", "of 359 samples");
    assertThat(run.errors()).isEmpty();
  }

  @Test
  void womenArrivesAtTheLineOfLeastSquares() {
    Run run = Run.backprop("train", "women");
    String[] lines =
        run.output()
            .lines()
            .filter(line -> line.contains("height in inches ="))
            .toArray(String[]::new);
    assertThat(lines).hasSize(2);
    String descent = lines[0].replaceFirst("^line", "").replace(", by descent", "").strip();
    String formula = lines[1].replaceFirst("^formula", "").strip();
    assertThat(descent)
        .isEqualTo(formula)
        .isEqualTo("height in inches = 0.287249 * weight in pounds + 25.7235");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xor", "circles-and-crosses"})
  void theSmallSetsAreLearnedToTheLastSample(String data) {
    Run run = Run.backprop("train", data);
    assertThat(run.exitCode()).isZero();
    String lastEpoch =
        run.output().lines().filter(line -> line.startsWith("     500 ")).findFirst().orElseThrow();
    assertThat(lastEpoch).contains("100.0 %");
  }

  @ParameterizedTest
  @CsvSource({
    "--both, loops and matrix",
    "--source=fast --both, fast and loops",
    "--source=matrix --both, matrix and loops",
    "'--source=fast,matrix', fast and matrix"
  })
  void bothSourcesHaveTheSameBits(String options, String sources) {
    Run run = train("circles-and-crosses --epochs 7 --optimiser adam " + options);
    assertThat(run.exitCode()).isZero();
    assertThat(TrainOutput.unwrapped(run))
        .contains(
            "after 7 updates 38 of 38 weights and biases have the same 64 bits in "
                + sources
                + "\n");
  }

  @Test
  void everySourceSavesTheSameFileToTheByte() throws IOException {
    for (String source : new String[] {"loops", "matrix", "fast"}) {
      train("digits --epochs 1 --batch 100 --source " + source + " --save " + file(source));
    }
    assertThat(file("matrix")).hasSameBinaryContentAs(file("loops"));
    assertThat(file("fast")).hasSameBinaryContentAs(file("loops"));
    train("digits --epochs 1 --batch 100 --seed 2 --save " + file("other"));
    assertThat(Files.readString(file("other"))).isNotEqualTo(Files.readString(file("loops")));
  }

  @Test
  void whatIsSavedCanBeExplained() {
    Run run = train("women --save " + file("line.json"));
    assertThat(run.output()).contains("saved ", "next      backprop explain ");
    Run explained = Run.backprop("explain", file("line.json").toString(), "--all");
    assertThat(explained.exitCode()).isZero();
    assertThat(explained.output()).contains("layers 1-1, identity", "0.287249");
  }

  @Test
  void aResumedTrainingEndsInTheFileOfAnUninterruptedOne() {
    train("digits --epochs 4 --batch 50 --optimiser momentum --rate 0.05 --save " + file("whole"));
    train("digits --epochs 2 --batch 50 --optimiser momentum --rate 0.05 --save " + file("part"));
    Run resumed = train("--resume " + file("part") + " --epochs 4 --source loops");
    assertThat(resumed.exitCode()).isZero();
    assertThat(file("part")).hasSameBinaryContentAs(file("whole"));
  }

  @Test
  void aLoadedNetworkStartsWhereItsWeightsAre() throws IOException {
    train("women --save " + file("line.json"));
    Run again = train("women --epochs 1 --load " + file("line.json"));
    assertThat(again.output()).containsPattern("(?m)^ +1 +0\\.1678$");
  }

  @Test
  void anOwnFileIsLearnedAndReported() throws IOException {
    Path csv = Files.writeString(folder.resolve("signs.csv"), signs());
    Run run = train(csv + " --epochs 60 --report " + file("signs.html"));
    assertThat(run.exitCode()).isZero();
    assertThat(run.output()).contains("12 held out", "classes minus and plus");
    assertThat(heldOutPercent(run)).isGreaterThan(90.0);
    assertThat(file("signs.html")).content().contains("signs.csv", "</html>");
  }

  /** Sixty points, and on which side of a line they lie. */
  private static String signs() {
    StringBuilder text = new StringBuilder("x,y,side\n");
    for (int s = 0; s < 60; s++) {
      double x = s * 37 % 61 - 30;
      double y = s * 53 % 59 - 29;
      text.append(x).append(',').append(y).append(x + y > 0 ? ",plus\n" : ",minus\n");
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing-like-it",
        "no/such/file.csv",
        "xor --batch 0",
        "xor --batch some",
        "xor --rate 0",
        "xor --rate -1",
        "xor --rate NaN",
        "xor --rate Infinity",
        "xor --rate much",
        "xor --epochs 0",
        "xor --layers 0",
        "xor --layers 3,,3",
        "xor --activation sinus",
        "xor --activation softmax",
        "xor --output softmax",
        "xor --output relu --cost binary-cross-entropy",
        "women --cost binary-cross-entropy",
        "xor --optimiser newton",
        "xor --momentum 0.5",
        "xor --optimiser momentum --momentum 1",
        "xor --stop-after 0",
        "xor --held-out 1",
        "xor --source perl",
        "xor --source loops,loops",
        "xor --source loops,matrix,fast",
        "xor --threads 0",
        "xor --initial random",
        "xor --load no-such-file.json",
        "xor --load a.json --resume b.json",
        "--resume no-such-file.json",
        "--resume no-such-file.json --rate 1",
        "xor --save no/such/folder/x.json",
        "xor --save .",
        "xor --report .",
        "xor --save x.html --report ./x.html"
      })
  void whatCannotBeMeantIsOneSentenceBeforeAnythingIsLearned(String line) {
    Run run = train(line);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).hasLineCount(1).endsWith(".\n").doesNotContain("Unexpected");
    assertThat(run.output()).isEmpty();
  }

  @Test
  void aNetworkOfOtherWidthsIsRefused() {
    train("women --save " + file("line.json"));
    Run run = train("digits --load " + file("line.json"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .contains("expected a network of 64 inputs and 10 outputs for digits, found 1 and 1.");
  }

  @Test
  void numbersOutOfHandLeaveTheOldFileAlone() throws IOException {
    Files.writeString(file("mine.json"), "precious");
    Run run = train("digits --rate 1e200 --save " + file("mine.json"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .startsWith("epoch 1, batch ")
        .endsWith("try a smaller --rate (nothing was written).\n")
        .hasLineCount(1);
    assertThat(file("mine.json")).hasContent("precious");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,-1 | relu | of at least 0, found -1.0 in line 2",
        "1,1.5 | sigmoid | from 0 to 1, found 1.5 in line 2",
        "1,1.5 | tanh | from -1 to 1, found 1.5 in line 2",
      })
  void anOutputThatCannotReachTheTargetsIsRefused(String sample, String output, String expected)
      throws IOException {
    Path data = file("out-of-reach.csv");
    Files.writeString(data, "x,y\n" + sample + "\n2,0.5\n");
    assertThat(train(data + " --targets 1 --output " + output).errors())
        .startsWith("--output " + output + ": expected targets " + expected);
    assertThat(train(data + " --targets 1 --output leaky-relu --epochs 1").exitCode()).isZero();
  }

  @Test
  void numbersThatAreTooLargeFromTheStartAreNotTheRatesFault() throws IOException {
    Path data = file("large.csv");
    Files.writeString(data, "size,price\n1,1e300\n2,-1e300\n");
    Run run = train(data + " --targets 1 --no-standardise");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(
            data
                + ": a number is infinite or NaN before the first update; are some numbers very"
                + " large? --standardise makes them small (nothing was written).\n");
  }

  @Test
  void aFileThatCannotBeWrittenInTheEndLeavesTheOldOne() throws IOException {
    train("xor --epochs 3 --save " + file("mine.json"));
    String before = Files.readString(file("mine.json"));
    Files.delete(file("mine.json.training"));
    Files.createDirectories(file("mine.json.training").resolve("in the way"));
    Run run = train("xor --epochs 5 --save " + file("mine.json"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("expected a file that can be written").hasLineCount(1);
    assertThat(file("mine.json")).hasContent(before);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static Run train(String line) {
    return Run.backprop(
        Stream.concat(Stream.of("train"), Arrays.stream(line.split(" "))).toArray(String[]::new));
  }

  private static double heldOutPercent(Run run) {
    Matcher line = Pattern.compile("(?m)^held out +([0-9.]+) % right").matcher(run.output());
    assertThat(line.find()).as(run.output()).isTrue();
    return Double.parseDouble(line.group(1));
  }
}
