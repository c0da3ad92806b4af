package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a learner prints belongs to a question, and what a starter says is not shown. */
class FunctionCallsTest {
  private final List<String> shown = new ArrayList<>();
  private final FunctionCalls notes = new FunctionCalls(shown::add);

  @Test
  void whatIsPrintedInTheLastQuestionIsShownUnderItsName() {
    take(
        "before", "backprop: asked one", "in one", "backprop: asked two", "z =backprop: calling f");
    assertThat(shown).containsExactly("before");
    notes.show();
    assertThat(shown).containsExactly("before", "printed in two:", "  z =");
  }

  @Test
  void whatIsPrintedEndlesslyIsCounted() {
    take("backprop: asked one");
    for (int n = 0; n < 25; n++) {
      take("again");
    }
    notes.show();
    assertThat(shown).hasSize(22).endsWith("  again", "  … (5 more lines)");
  }

  @Test
  void theFunctionThatWasCalledLastIsUnderWayUntilTheQuestionIsAnswered() {
    take("backprop: asked one", "backprop: calling f", "backprop: calling g");
    assertThat(notes.under(Duration.ZERO)).contains("g");
    assertThat(notes.under(Duration.ofHours(1))).isEmpty();
    notes.answered("one");
    take("backprop: calling late");
    assertThat(notes.under(Duration.ZERO)).isEmpty();
    take("backprop: asked two");
    assertThat(notes.under(Duration.ZERO)).isEmpty();
  }

  @Test
  void aFunctionThatCameBackIsNotUnderWay() {
    take("backprop: asked one", "backprop: calling f", "backprop: back from f");
    assertThat(notes.under(Duration.ZERO)).isEmpty();
    assertThat(notes.called()).containsExactly("f");
    take("backprop: asked two");
    assertThat(notes.called()).isEmpty();
  }

  @Test
  void theQuestionThatFailedHasTheNameItWasAskedBy() {
    take("backprop: asked undefined", "boo");
    notes.failed("one");
    notes.show();
    assertThat(shown).containsExactly("printed in one:", "  boo");
  }

  private void take(String... lines) {
    List.of(lines).forEach(notes);
  }
}
