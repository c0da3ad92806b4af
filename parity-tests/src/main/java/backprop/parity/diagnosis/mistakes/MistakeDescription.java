package backprop.parity.diagnosis.mistakes;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the catalogue says of one mistake.
 *
 * @param right the formula
 * @param wrong the formula as the mistake has it
 * @param disturbs which parts of an answer come out wrong, in words
 * @param disturbedBlocks the same as a set
 * @param hiddenWhen on which cases the numbers are right all the same
 * @param fix what to do
 * @param forms other ways to make the same mistake, in a few words each
 * @param convention who means it so, if it can be meant
 * @param seen where, in public code or texts
 * @param code the wrong line in the style of the loops, and the right one
 */
public record MistakeDescription(
    Mistake mistake,
    String right,
    String wrong,
    String disturbs,
    Set<AnswerPart> disturbedBlocks,
    String hiddenWhen,
    String fix,
    List<String> forms,
    Optional<String> convention,
    Optional<String> seen,
    String code) {

  public MistakeDescription {
    disturbedBlocks = Set.copyOf(disturbedBlocks);
    forms = List.copyOf(forms);
  }
}
