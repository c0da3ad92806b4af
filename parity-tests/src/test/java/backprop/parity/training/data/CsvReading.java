package backprop.parity.training.data;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.damage.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Tables of numbers. */
public final class CsvReading implements Reading {
  private final Path file;
  private final OptionalInt targets;

  private CsvReading(Path file, OptionalInt targets) {
    this.file = file;
    this.targets = targets;
  }

  /** Whose last column is a label. */
  public static CsvReading withLabels(Path folder) {
    return new CsvReading(folder.resolve("labels.csv"), OptionalInt.empty());
  }

  /** Whose last column is a number to predict. */
  public static CsvReading withTargets(Path folder) {
    return new CsvReading(folder.resolve("targets.csv"), OptionalInt.of(1));
  }

  @Override
  public List<byte[]> examples() {
    List<byte[]> examples = new ArrayList<>();
    for (String text :
        List.of(
            "length,width,\"kind\"\n5.1,-3.5e0,setosa\n7,3.2,0\n\"6.3\",.3,1\n4,5,0\n",
            "1;2;3\n4;5;6\n\n7;8;9",
            "\uFEFF1\t2\t\"a\"\"b\"\r\n3\t4\tb\r\n",
            "1,2\n1.5,\"2\n\"\n",
            "\n\n",
            "")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      examples.add(bytes);
      examples.add(IdxBytes.gzipped(bytes));
    }
    return examples;
  }

  @Override
  public Optional<byte[]> read(byte[] input) throws IOException {
    requireNumbers(DataFile.read(Files.write(file, input), targets).training());
    return Optional.empty();
  }

  static void requireNumbers(DataSet data) {
    assertThat(data.size()).isPositive();
    for (int s = 0; s < data.size(); s++) {
      assertThat(data.input(s)).hasSize(data.inputs());
      assertThat(data.target(s)).hasSize(data.outputs());
      assertThat(Arrays.stream(data.input(s)).allMatch(Double::isFinite)).isTrue();
      assertThat(Arrays.stream(data.target(s)).allMatch(Double::isFinite)).isTrue();
    }
  }
}
