package backprop.parity.golden;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.suites.DefaultSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Case by case, what is expected and what is allowed are what was committed. */
class GoldenVectorTest {
  @Test
  void everyLineIsTheCommittedOne() throws IOException {
    List<String> committed = Files.readAllLines(Path.of("golden", "golden.jsonl"));
    List<Case> cases = DefaultSuite.cases();
    assertThat(committed).hasSameSizeAs(cases);
    for (int index = 0; index < cases.size(); index++) {
      Case question = cases.get(index);
      boolean same = new GoldenVector(question).line().equals(committed.get(index));
      assertThat(same).as("the line of %s is the committed one", question.name()).isTrue();
    }
  }
}
