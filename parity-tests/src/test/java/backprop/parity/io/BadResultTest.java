package backprop.parity.io;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.WorkedExamples;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a candidate writes is an answer or is refused in one sentence. */
class BadResultTest {
  /** More for a longer look: {@code -Ddamaged=1000000}. */
  private static final int DAMAGED = Integer.getInteger("damaged", 10_000);

  private static final Case MAZUR = WorkedExamples.named("mazur");
  private static final String GOOD =
      new JsonWriter(false)
          .write(new LoopsSource().answer(MAZUR), WeightLayout.OUTPUTS_BY_INPUTS, true);

  @Test
  void theGoodAnswerIsRead() {
    assertThat(ResultReader.readLine("answer", GOOD).resultFor(MAZUR).depth()).isEqualTo(2);
  }

  @Test
  void whatIsDamagedIsReadOrRefusedInOneSentence() {
    Random random = new Random(8);
    String spare = "{}[],:\"0123456789.eE+-xnul \t\u0000é😀";
    int refused = 0;
    for (int number = 0; number < DAMAGED; number++) {
      StringBuilder text = new StringBuilder(GOOD);
      for (int mutation = 0; mutation <= random.nextInt(3); mutation++) {
        int place = random.nextInt(text.length());
        if (random.nextBoolean()) {
          text.setCharAt(place, spare.charAt(random.nextInt(spare.length())));
        } else {
          text.delete(place, StrictMath.min(text.length(), place + random.nextInt(30)));
        }
      }
      try {
        Answer answer = ResultReader.readLine("answer", text.toString());
        if (answer.unsupported().isEmpty()) {
          answer.resultFor(MAZUR);
        }
      } catch (InvalidInput sentence) {
        refused++;
        assertThat(sentence.getMessage()).startsWith("answer").endsWith(".").doesNotContain("\n");
      }
    }
    assertThat(refused).isBetween(DAMAGED / 2, DAMAGED - 1);
  }
}
