package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of {@code train} speaks of the data as their owner knows them. */
class TrainReportTest {
  private static final Pattern FARTHEST =
      Pattern.compile("<th scope=\"row\">line (\\d+)</th><td>(price|weight)</td><td>([^<]+)</td>");

  @TempDir private Path folder;
  private Path report;

  @BeforeEach
  void name() {
    report = folder.resolve("report.html");
  }

  /** The answer changes once in the middle, so who learns nothing misreads a half. */
  @Test
  void aMisreadSampleIsNamedByItsLine() throws IOException {
    StringBuilder text = new StringBuilder("x,label\n\n");
    for (int s = 0; s < 60; s++) {
      text.append(s + 0.5).append(s % 2 == 0 ? ",even\n" : ",odd\n");
    }
    train(Files.writeString(folder.resolve("parity.csv"), text) + " --epochs 1");
    Pattern row = Pattern.compile("<th scope=\"row\">([^<]+)</th><td>(\\d+)\\.5</td>");
    List<MatchResult> rows = row.matcher(Files.readString(report)).results().toList();
    assertThat(rows).hasSizeGreaterThan(2);
    assertThat(rows)
        .allSatisfy(
            found -> {
              int sample = Integer.parseInt(found.group(2));
              assertThat(found.group(1)).isEqualTo("line " + (sample + 3));
            });
  }

  @Test
  void aNumberThatIsFarOffIsNamedByItsLineAndColumn() throws IOException {
    Path houses = Files.writeString(folder.resolve("houses.csv"), houses());
    train(houses + " --targets 2 --epochs 20");
    String page = Files.readString(report);
    List<MatchResult> rows = FARTHEST.matcher(page).results().toList();
    assertThat(rows).extracting(found -> found.group(2)).contains("price", "weight");
    List<String> lines = Files.readAllLines(houses);
    assertThat(rows)
        .allSatisfy(
            found -> {
              String[] fields = lines.get(Integer.parseInt(found.group(1)) - 1).split(",");
              String expected = fields[found.group(2).equals("price") ? 1 : 2];
              assertThat(Double.parseDouble(found.group(3)))
                  .isEqualTo(Double.parseDouble(expected));
            });
  }

  @Test
  void everyOutputHasItsErrorAndItsName() throws IOException {
    train(Files.writeString(folder.resolve("houses.csv"), houses()) + " --targets 2 --epochs 20");
    assertThat(Files.readString(report))
        .contains(
            "<dt>root mean square error of price, held out</dt>",
            "<dt>R² of price, held out</dt>",
            "<dt>root mean square error of weight, held out</dt>",
            "<dt>R² of weight, held out</dt>",
            "Predicted against expected, price",
            "The line through the data, weight",
            ">size</text>")
        .doesNotContain("output 1", "output 2");
  }

  /** Prices are a million times what weights are. */
  private static String houses() {
    StringBuilder text = new StringBuilder("size,price,weight\n");
    for (int s = 0; s < 60; s++) {
      int price = 1_000_000 * (s + s * 37 % 11);
      text.append(s).append(',').append(price).append(',').append((s * 53 + 7) % 59).append('\n');
    }
    return text.toString();
  }

  @Test
  void picturesAreNumberedInTheirFileAndTheDataHaveTheNameOfTheTrainingPictures()
      throws IOException {
    write("train-images-idx3-ubyte", 3, 4, 1, 2, 10, 200, 30, 40, 50, 60, 70, 80);
    write("train-labels-idx1-ubyte", 1, 4, 0, 1, 0, 1);
    write("t10k-images-idx3-ubyte", 3, 3, 1, 2, 10, 200, 30, 40, 20, 180);
    write("t10k-labels-idx1-ubyte", 1, 3, 7, 8, 9);
    Run run = train(folder + " --epochs 1");
    assertThat(TrainOutput.unwrapped(run))
        .startsWith(
            "data      train-images-idx3-ubyte: 7 samples (4 to learn from, 3 held out from"
                + " t10k-images-idx3-ubyte), ");
    assertThat(Files.readString(report))
        .contains(
            "<h1>train-images-idx3-ubyte</h1>",
            "<title>train-images-idx3-ubyte",
            "3 held out from t10k-images-idx3-ubyte",
            "alt=\"picture 1 of t10k-images-idx3-ubyte\"",
            "<small>picture 3 of t10k-images-idx3-ubyte</small>");
  }

  @Test
  void builtInDataAreCountedInRowsOfTheWhole() throws IOException {
    train("digits --epochs 1");
    List<Integer> rows =
        Pattern.compile("alt=\"row (\\d+)\"")
            .matcher(Files.readString(report))
            .results()
            .map(found -> Integer.valueOf(found.group(1)))
            .toList();
    assertThat(rows).isNotEmpty().anyMatch(row -> row > 359).allMatch(row -> row <= 1797);
  }

  @Test
  void aSingleSampleIsNotCalledSeveral() throws IOException {
    Path data = Files.writeString(folder.resolve("two.csv"), "1,a\n2,b\n");
    Run run = train(data + " --epochs 1 --held-out 0.5");
    assertThat(run.output()).contains(" of 1 sample; cost ").doesNotContain("1 samples");
    assertThat(Files.readString(report)).doesNotContain("1 held-out sample are");
  }

  /** A file of unsigned bytes: its sizes, then its contents. */
  private void write(String name, int dimensions, int... numbers) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(new byte[] {0, 0, 8, (byte) dimensions});
    for (int i = 0; i < numbers.length; i++) {
      bytes.write(i < dimensions ? new byte[] {0, 0, 0} : new byte[0]);
      bytes.write(numbers[i]);
    }
    Files.write(folder.resolve(name), bytes.toByteArray());
  }

  private Run train(String line) {
    Run run = Run.backprop(("train " + line + " --report " + report).split(" "));
    assertThat(run.exitCode()).as(run.errors()).isZero();
    return run;
  }
}
