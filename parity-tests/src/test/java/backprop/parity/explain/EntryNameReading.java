package backprop.parity.explain;

import backprop.parity.damage.Reading;
import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.SampleLayout;
import backprop.parity.model.WeightLayout;
import backprop.parity.suites.WorkedExamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of numbers, as {@code --entry} is given them. */
public final class EntryNameReading implements Reading {
  private static final Case MAZUR = WorkedExamples.named("mazur");
  private static final Layout LAYOUT =
      new Layout(SampleLayout.ROWS, WeightLayout.INPUTS_BY_OUTPUTS);

  @Override
  public List<byte[]> examples() {
    return Stream.of(
            "cost",
            "weightGradients[2][0][1]",
            "biasGradients[1][1]",
            "updatedWeights[1][0][0]",
            "deltas[2][0][0]",
            "inputGradients[0][1]",
            "activations[999999999][0][0]",
            "")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public Optional<byte[]> read(byte[] input) {
    String name = new String(input, StandardCharsets.UTF_8);
    Entry entry = EntryName.parse(name, MAZUR, LAYOUT);
    return Optional.of(entry.name(LAYOUT).getBytes(StandardCharsets.UTF_8));
  }
}
