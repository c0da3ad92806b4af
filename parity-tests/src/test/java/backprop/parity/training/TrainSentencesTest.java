package backprop.parity.training;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence names what was typed, and what could have been. */
class TrainSentencesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "xor --rate nan | --rate nan: expected a decimal number such as 0.1.",
        "xor --learning-rate=nan | --learning-rate nan: expected a decimal number such as 0.1.",
        "xor --rate 1d | --rate 1d: expected a decimal number such as 0.1.",
        "xor --rate 0x1p-3 | --rate 0x1p-3: expected a decimal number such as 0.1.",
        "xor --rate 1e-400 | --rate 1e-400: expected a decimal number such as 0.1, farther from 0.",
        "xor --rate 1e999 | --rate 1e999: expected a decimal number such as 0.1, nearer to 0.",
        "xor --rate -1 | --rate -1.0: expected a finite number above 0.",
        "xor --seed text | --seed text: expected a whole number such as 12.",
        "xor --epochs 1e3 | --epochs 1e3: expected a whole number such as 12.",
        "xor --epochs 3000000000 | --epochs 3000000000: expected a whole number such as 12,"
            + " of at most 2147483647.",
        "digits --held-out 20% | --held-out 20%: expected a decimal number such as 0.1.",
        "follow --timeout nan | --timeout nan: expected a decimal number such as 0.1.",
        "women --activation relu | --activation relu: expected hidden layers with it, such as"
            + " --layers 16 (--output is that of the last layer).",
        "digits --layers none --activation tanh | --activation tanh: expected hidden layers with it,"
            + " such as --layers 16 (--output is that of the last layer).",
        "xor --activation foo | --activation foo: expected one of identity, sigmoid, tanh, relu,"
            + " leaky-relu.",
        "xor --activation softmax | --activation softmax: only the last layer can be softmax"
            + " (--output softmax).",
        "women --output sigmoid | --output sigmoid: expected targets from 0 to 1, found 58.0 in"
            + " row 1 of women (--output identity reaches all).",
        "women --output tanh | --output tanh: expected targets from -1 to 1, found 58.0 in row 1 of"
            + " women (--output identity reaches all).",
        "women --cost binary-cross-entropy | --cost binary-cross-entropy: expected targets from 0 to"
            + " 1, found 58.0 in row 1 of women.",
        "--epochs 3 | --epochs: expected DATA with it, such as digits ('backprop train' lists more).",
        "--both | --both: expected DATA with it, such as digits ('backprop train' lists more).",
        "--report a.html | --report: expected DATA with it, such as digits ('backprop train' lists"
            + " more).",
        "xor --source= | --source '': expected one of loops, matrix, fast.",
        "xor --layers= | --layers '': expected widths such as 30 or 64,32, or none.",
        "xor --layers 1000000 | --layers 1000000: expected at most 100 widths, each at most 999999.",
        "xor --batch 2147483647 | --batch 2147483647: expected 1 to 999999999 samples, or all.",
        "xor --save= | --save '': expected the name of a file.",
        "xor --save - | --save -: expected the name of a file.",
        "xor --save a.json/ | --save a.json/: expected the name of a file, found that of a folder.",
        "xor --report a.html/ | --report a.html/: expected the name of a file, found that of a folder.",
        "xor --save a.training | --save a.training: expected a name without .training, which is"
            + " that of the file beside it.",
        "digits --targets 1 | digits: expected a CSV for --targets, found built-in data.",
        "xor --targets 0 | --targets: expected 1 or more, found 0.",
        "xor --threads 1 --source loops | --threads 1: expected --source fast with it, found loops.",
        "xor --threads 1 --both | --threads 1: expected --source fast with it, found loops and matrix."
      })
  void theSentenceNamesWhatWasTyped(String line, String sentence) {
    String command = line.startsWith("follow") ? line : "train " + line;
    Run run = Run.backprop(command.split(" "));
    assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
    assertThat(run.errors()).startsWith(sentence).hasLineCount(1);
    assertThat(run.output()).isEmpty();
  }

  @Test
  void aFolderIsNoCaseFile() {
    Run run = Run.backprop("train", "xor", "--load", folder.toString());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors())
        .isEqualTo("%s: expected one case file, found a folder.%n".formatted(folder));
  }

  @Test
  void onlyOneEpochIsDone() {
    Path file = folder.resolve("a.json");
    Run.backprop("train", "xor", "--epochs", "1", "--save", file.toString());
    Run run = Run.backprop("train", "--resume", file.toString(), "--epochs", "1");
    assertThat(run.errors()).contains(": 1 epoch is done: ");
    Run other = Run.backprop("train", "women", "--load", file.toString());
    assertThat(other.errors()).contains("expected a network of 1 input and 1 output for women");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has other permissions, and rare links")
  void linksAndPermissionsStayWhenAFileIsReplaced() throws IOException {
    Path real = Files.writeString(folder.resolve("real.json"), "old");
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-------"));
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("real.json"));
    Run run = Run.backprop("train", "xor", "--epochs", "1", "--save", link.toString());
    assertThat(run.exitCode()).as(run.errors()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(real).content().startsWith("{");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
        .isEqualTo("rw-------");
  }
}
