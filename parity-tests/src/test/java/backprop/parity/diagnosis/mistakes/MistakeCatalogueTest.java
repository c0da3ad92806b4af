package backprop.parity.diagnosis.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.diagnosis.RelativeMatch;
import backprop.parity.diagnosis.ResultMatch;
import backprop.parity.diagnosis.Suite;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the catalogue says of a mistake is what the faulty loops do. */
class MistakeCatalogueTest {
  private static final ResultMatch MATCH = new RelativeMatch();

  @ParameterizedTest
  @EnumSource
  void everyMistakeIsDescribed(Mistake mistake) {
    MistakeDescription description = MistakeCatalogue.of(mistake);
    assertThat(description.mistake()).isEqualTo(mistake);
    assertThat(description.right()).isNotBlank().isNotEqualTo(description.wrong());
    assertThat(description.wrong()).isNotBlank();
    assertThat(description.hiddenWhen()).isNotBlank();
    assertThat(description.fix()).endsWith(".");
    assertThat(description.code()).contains("right:");
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeDisturbsWhatTheCatalogueSaysAndNothingElse(Mistake mistake) {
    FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(mistake));
    Set<AnswerPart> disturbed = EnumSet.noneOf(AnswerPart.class);
    for (Case question : Suite.CASES) {
      if (faulty.applies(question)) {
        Result right = new LoopsSource().answer(question);
        Result wrong = faulty.answer(question);
        for (AnswerPart block : AnswerPart.values()) {
          if (!MATCH.matches(question, block.of(right), block.of(wrong))) {
            disturbed.add(block);
          }
        }
      }
    }
    assertThat(disturbed)
        .as("%s, \"%s\"", mistake.spelling(), MistakeCatalogue.of(mistake).disturbs())
        .isEqualTo(MistakeCatalogue.of(mistake).disturbedBlocks());
  }

  @ParameterizedTest
  @EnumSource
  void aNameFindsItsMistake(Mistake mistake) {
    assertThat(Mistake.named(mistake.spelling())).contains(mistake);
  }

  @Test
  void theFactorsThatOthersUseOnPurposeAreSaidToBeConventions() {
    for (Mistake mistake : Mistake.values()) {
      if (FaultyProgram.with(mistake).hasConvention()) {
        assertThat(MistakeCatalogue.of(mistake).convention()).as(mistake.spelling()).isPresent();
      }
    }
  }
}
