package backprop.parity.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cases.Case;
import backprop.parity.cases.Result;
import backprop.parity.sources.LoopsSource;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the catalogue says of a mistake is what the faulty loops do. */
class CatalogueTest {
  private static final ResultMatch MATCH = new RelativeMatch();

  @ParameterizedTest
  @EnumSource
  void everyMistakeIsDescribed(Mistake mistake) {
    Description description = Catalogue.of(mistake);
    assertThat(description.mistake()).isEqualTo(mistake);
    assertThat(description.right()).isNotBlank().isNotEqualTo(description.wrong());
    assertThat(description.wrong()).isNotBlank();
    assertThat(description.hiddenWhen()).isNotBlank();
    assertThat(description.mend()).endsWith(".");
    assertThat(description.code()).contains("right:");
  }

  @ParameterizedTest
  @EnumSource
  void aMistakeDisturbsWhatTheCatalogueSaysAndNothingElse(Mistake mistake) {
    FaultyLoops faulty = new FaultyLoops(Program.with(mistake));
    Set<Block> disturbed = EnumSet.noneOf(Block.class);
    for (Case question : Suite.CASES) {
      if (faulty.applies(question)) {
        Result right = new LoopsSource().answer(question);
        Result wrong = faulty.answer(question);
        for (Block block : Block.values()) {
          if (!MATCH.matches(question, block.of(right), block.of(wrong))) {
            disturbed.add(block);
          }
        }
      }
    }
    assertThat(disturbed)
        .as("%s, \"%s\"", mistake.spelling(), Catalogue.of(mistake).disturbs())
        .isEqualTo(Catalogue.of(mistake).disturbedBlocks());
  }

  @ParameterizedTest
  @EnumSource
  void aNameFindsItsMistake(Mistake mistake) {
    assertThat(Mistake.named(mistake.spelling())).contains(mistake);
  }

  @Test
  void theFactorsThatOthersUseOnPurposeAreSaidToBeConventions() {
    for (Mistake mistake : Mistake.values()) {
      if (Program.with(mistake).hasConvention()) {
        assertThat(Catalogue.of(mistake).convention()).as(mistake.spelling()).isPresent();
      }
    }
  }
}
