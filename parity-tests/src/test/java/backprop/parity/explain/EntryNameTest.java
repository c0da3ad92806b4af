package backprop.parity.explain;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Entry;
import backprop.parity.model.Layout;
import backprop.parity.model.Result;
import backprop.parity.model.SampleLayout;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import backprop.parity.verdict.SideBySide;
import org.junit.jupiter.api.Test;

/** A name that was written is read again. */
class EntryNameTest {
  @Test
  void everyNameIsReadInTheLayoutItIsWrittenIn() {
    Case question = WorkedExamples.named("hello");
    Result result = new LoopsSource().answer(question);
    for (SampleLayout samples : SampleLayout.values()) {
      for (WeightLayout weights : WeightLayout.values()) {
        Layout layout = new Layout(samples, weights);
        SideBySide.visit(
            result,
            result,
            (entry, one, same) -> assertRead(entry, entry.name(layout), question, layout));
      }
    }
  }

  private static void assertRead(Entry entry, String name, Case question, Layout layout) {
    assertThat(EntryName.parse(name, question, layout)).as(name).isEqualTo(entry);
  }
}
