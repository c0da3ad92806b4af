package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code train --resume} goes on with what it can, and says what is wrong with what it cannot. */
class ResumeCommandTest {
  private static final String POINTS = "1,2,a\n2,1,b\n3,4,a\n7.0,3,b\n";

  @TempDir private Path folder;

  @Test
  void whoStoppedForWantOfPatienceIsToldHowToGoOn() throws IOException {
    Path csv = Files.writeString(file("noise.csv"), noise());
    train(csv + " --targets 1 --layers 8 --stop-after 1 --save " + file("mine.json"));
    String network = Files.readString(file("mine.json"));
    String training = Files.readString(file("mine.json.training"));
    Run run = train("--resume " + file("mine.json"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(
            "--resume %s: this training stopped because of --stop-after 1: a larger --stop-after goes on (nothing was written).%n"
                .formatted(file("mine.json")));
    assertThat(file("mine.json")).hasContent(network);
    assertThat(file("mine.json.training")).hasContent(training);
    Run more = train("--resume " + file("mine.json") + " --stop-after 2");
    assertThat(more.exitCode()).as(more.errors()).isZero();
  }

  /** Nothing can be learned from it for long. */
  private static String noise() {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < 60; s++) {
      text.append(s * 37 % 61).append(',').append(s * s * 53 % 59).append('\n');
    }
    return text.toString();
  }

  @Test
  void fromAnotherFolderTheDataHaveToBeNamed() throws IOException {
    Path csv = Files.writeString(file("points.csv"), POINTS);
    train(csv + " --epochs 1 --save " + file("mine.json"));
    Path moved = Files.move(csv, file("moved.csv"));
    Run run = train("--resume " + file("mine.json") + " --epochs 2");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo(
            "%s: expected the data of the training in this place, found nothing (name them where they are: backprop train DATA --resume %s).%n"
                .formatted(csv, file("mine.json")));
    Run named = train(moved + " --resume " + file("mine.json") + " --epochs 2");
    assertThat(named.exitCode()).as(named.errors()).isZero();
    assertThat(named.output()).contains("initial   from " + file("mine.json") + "\n");
  }

  @Test
  void otherDataThanThoseOfTheSavedTrainingAreRefused() throws IOException {
    Path csv = Files.writeString(folder.resolve("points.csv"), POINTS);
    train(csv + " --epochs 1 --save " + file("mine.json"));
    Files.writeString(csv, POINTS.replace("7.0,", "7.5,"));
    Run run = train("--resume " + file("mine.json") + " --epochs 2");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("expected the data that ").hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99})
  void aSavedTrainingThatWasCutOffIsOneSentence(double share) throws IOException {
    train("xor --epochs 2 --optimiser adam --stop-after 5 --save " + file("mine.json"));
    Path training = file("mine.json.training");
    String whole = Files.readString(training);
    Files.writeString(training, whole.substring(0, (int) (share * whole.length())));
    Run run = train("--resume " + file("mine.json") + " --epochs 3");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).startsWith(training.toString()).hasLineCount(1);
    assertThat(run.output()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "backprop-training-2 | backprop-training-1 | format: expected backprop-training-2, found"
            + " backprop-training-1 (--load starts from the network that was saved beside it)",
        "\"batchSize\":4 | \"batchSize\":0 | schedule: expected batches of 1 or more, found 0",
        "\"seed\":1, | \"seed\":\"one\", | schedule.seed: expected a whole number",
        "\"shuffled\":true | \"shuffled\":7 | schedule.shuffled: expected true or false",
        "\"updates\":2 | \"updates\":2.5 | checkpoint.updates: expected a whole number, found 2.5",
        "\"updates\":2 | \"updates\":7 | checkpoint.updates: expected 2, found 7",
        "\"batches\":0 | \"batches\":1000000 | checkpoint.batches: expected 0, found 1000000",
        "\"right\":0,\"samples\":0 | \"right\":1,\"samples\":0 | checkpoint.running: expected 0 to 0"
            + " right answers, found 1",
        "\"samples\":0 | \"samples\":9 | checkpoint.running.samples: expected 0, found 9",
        "\"batchSize\":4 | \"batchSize\":5 | schedule.batchSize: expected 1 to 4, found 5",
        "\"epochs\":[{ | \"epochs\":[],\"other\":[{ | checkpoint.other: expected no such key",
        "\"accuracy\":0 | \"accuracy\":7,\"x\":0 | checkpoint.epochs[0].training: expected",
        "\"BINARY_CROSS_ENTROPY\" | \"PRICE\" | checkpoint.network.cost: expected one of SQUARED_ERROR,",
        "\"power\": | \"might\": | checkpoint.optimiser.first.power: expected a number",
        "\"adam\" | \"newton\" | checkpoint.optimiser: expected another name than newton",
        "\"network\":{ | \"network\":7,\"x\":{ | checkpoint.network: expected an object in {}",
        "\"layers\":[{ | \"layers\":7,\"x\":[{ | checkpoint.network.layers: expected a list in []",
        "\"weights\":[[ | \"weights\":[[1, | checkpoint.network.layers[0]: ",
        "\"weights\":[[ | \"weights\":[[\"x\", | checkpoint.network.layers[0].weights[0][0]: expected a"
            + " number",
        "\"biases\":[ | \"biases\":[null, | checkpoint.network.layers[0].biases[0]: expected a number"
      })
  void aSavedTrainingThatWasChangedIsOneSentence(String was, String is, String sentence)
      throws IOException {
    train("xor --epochs 2 --optimiser adam --save " + file("mine.json"));
    Path training = file("mine.json.training");
    String whole = Files.readString(training);
    Files.writeString(training, whole.replaceFirst(Pattern.quote(was), is));
    assertThat(Files.readString(training)).isNotEqualTo(whole);
    Run run = train("--resume " + file("mine.json") + " --epochs 3");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).startsWith(training + ": " + sentence).hasLineCount(1);
    assertThat(run.output()).isEmpty();
  }

  @Test
  void twoSavedTrainingsInOneFileAreOneTooMany() throws IOException {
    train("xor --epochs 2 --save " + file("mine.json"));
    Path training = file("mine.json.training");
    Files.writeString(training, Files.readString(training).repeat(2));
    assertThat(train("--resume " + file("mine.json") + " --epochs 3").errors())
        .startsWith(training + ": expected ")
        .hasLineCount(1);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  private static Run train(String line) {
    return Run.backprop(("train " + line).split(" "));
  }
}
