package backprop.parity.io;

import backprop.parity.damage.Reading;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.WorkedExamples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Files of cases. */
public final class CaseReading implements Reading {
  private static final JsonWriter WRITER = new JsonWriter(false);
  private static final int ASKED = 12;

  @Override
  public List<byte[]> examples() {
    List<String> texts = new ArrayList<>();
    DefaultSuite.cases().stream().limit(ASKED).map(WRITER::write).forEach(texts::add);
    String two = WRITER.write(WorkedExamples.named("mazur"));
    texts.add(two + "\n" + two.replace("mazur", "another") + "\n");
    texts.add(new JsonWriter(true).write(WorkedExamples.named("hello")));
    texts.add(two.replace("\"biases\"", "\"weightLayout\":\"inputs-by-outputs\",\"biases\""));
    texts.add("");
    texts.add("\uFEFF" + two);
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  @Override
  public Optional<byte[]> read(byte[] input) {
    String written =
        new CaseReader(Limits.DEFAULT)
            .read("a.json", new ByteArrayInputStream(input)).stream()
                .map(WRITER::write)
                .collect(Collectors.joining("\n"));
    return Optional.of(written.getBytes(StandardCharsets.UTF_8));
  }
}
