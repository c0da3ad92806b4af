package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.AnswerPart.*;

import backprop.parity.io.NamedParagraph;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The descriptions of all mistakes, as {@code mistakes.txt} has them. */
public final class MistakeCatalogue {
  private static final String FILE = "mistakes.txt";

  /** What the words behind {@code disturbs} stand for; what disturbs a gradient disturbs step 8. */
  private static final Map<String, Set<AnswerPart>> WORDS =
      Map.of(
          "everything", EnumSet.allOf(AnswerPart.class),
          "cost", EnumSet.of(COST),
          "deltas", EnumSet.of(OUTPUT_DELTA, HIDDEN_DELTAS),
          "gradients",
              EnumSet.of(
                  LAST_BIAS_GRADIENTS,
                  LAST_WEIGHT_GRADIENTS,
                  HIDDEN_BIAS_GRADIENTS,
                  HIDDEN_WEIGHT_GRADIENTS,
                  UPDATES),
          "bias gradients", EnumSet.of(LAST_BIAS_GRADIENTS, HIDDEN_BIAS_GRADIENTS, UPDATES),
          "weight gradients", EnumSet.of(LAST_WEIGHT_GRADIENTS, HIDDEN_WEIGHT_GRADIENTS, UPDATES),
          "hidden layers",
              EnumSet.of(HIDDEN_DELTAS, HIDDEN_BIAS_GRADIENTS, HIDDEN_WEIGHT_GRADIENTS, UPDATES),
          "hidden bias gradients", EnumSet.of(HIDDEN_BIAS_GRADIENTS, UPDATES),
          "updates", EnumSet.of(UPDATES));

  private static final Map<Mistake, MistakeDescription> DESCRIPTIONS = read();

  private MistakeCatalogue() {}

  /** What there is to say of a mistake. */
  public static MistakeDescription of(Mistake mistake) {
    return DESCRIPTIONS.get(mistake);
  }

  private static Map<Mistake, MistakeDescription> read() {
    Map<Mistake, MistakeDescription> descriptions = new EnumMap<>(Mistake.class);
    for (NamedParagraph paragraph : NamedParagraph.read(MistakeCatalogue.class, FILE)) {
      MistakeDescription description = description(paragraph);
      descriptions.put(description.mistake(), description);
    }
    return descriptions;
  }

  private static MistakeDescription description(NamedParagraph paragraph) {
    Map<String, String> fields = paragraph.fields();
    Set<AnswerPart> blocks = EnumSet.noneOf(AnswerPart.class);
    for (String word : fields.get("disturbs").split(", ")) {
      blocks.addAll(WORDS.get(word));
    }
    return new MistakeDescription(
        Mistake.named(paragraph.name()).orElseThrow(),
        fields.get("right"),
        fields.get("wrong"),
        fields.get("disturbs"),
        blocks,
        fields.get("hidden when"),
        fields.get("fix"),
        forms(fields.getOrDefault("forms", "")),
        Optional.ofNullable(fields.get("convention")),
        Optional.ofNullable(fields.get("seen")),
        fields.get("code"));
  }

  private static List<String> forms(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split("; "));
  }
}
