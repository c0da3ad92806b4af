package backprop.parity.diagnosis.mistakes;

import static backprop.parity.diagnosis.mistakes.AnswerPart.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
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
    String[] paragraphs = text().split("\n\n");
    for (String paragraph : paragraphs) {
      if (paragraph.startsWith("[")) {
        MistakeDescription description = description(paragraph);
        descriptions.put(description.mistake(), description);
      }
    }
    return descriptions;
  }

  private static MistakeDescription description(String paragraph) {
    String[] lines = paragraph.strip().split("\n");
    String name = lines[0].substring(1, lines[0].length() - 1);
    Map<String, String> fields = new HashMap<>();
    for (int line = 1; line < lines.length; line++) {
      String[] keyAndValue = lines[line].split(": ", 2);
      fields.put(keyAndValue[0], keyAndValue[1]);
    }
    Set<AnswerPart> blocks = EnumSet.noneOf(AnswerPart.class);
    for (String word : fields.get("disturbs").split(", ")) {
      blocks.addAll(WORDS.get(word));
    }
    return new MistakeDescription(
        Mistake.named(name).orElseThrow(),
        fields.get("right"),
        fields.get("wrong"),
        fields.get("disturbs"),
        blocks,
        fields.get("hidden when"),
        fields.get("mend"),
        Optional.ofNullable(fields.get("convention")),
        Optional.ofNullable(fields.get("seen")),
        fields.get("code"));
  }

  private static String text() {
    try (InputStream input = MistakeCatalogue.class.getResourceAsStream(FILE)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
