package backprop.parity.suites;

import backprop.parity.io.CaseReader;
import backprop.parity.io.Limits;
import backprop.parity.io.Resources;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The built-in cases: worked examples that others published, and what the sources ask for. */
public final class WorkedExamples {
  private static final String FOLDER = "examples/";

  private WorkedExamples() {}

  /** Every name with its one-line description, in the order in which they are best read. */
  public static Map<String, String> descriptions() {
    return descriptions("index.txt");
  }

  /** The same in Japanese. */
  public static Map<String, String> japaneseDescriptions() {
    return descriptions("index-ja.txt");
  }

  private static Map<String, String> descriptions(String file) {
    Map<String, String> descriptions = new LinkedHashMap<>();
    for (String line : Resources.text(WorkedExamples.class, FOLDER + file).split("\n")) {
      int tab = line.indexOf('\t');
      descriptions.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return descriptions;
  }

  /** The names alone. */
  public static List<String> names() {
    return List.copyOf(descriptions().keySet());
  }

  /**
   * The case with that name.
   *
   * @throws InvalidInput if there is none
   */
  public static Case named(String name) {
    if (!descriptions().containsKey(name)) {
      String sentence = "%s: expected a case file or one of %s.";
      throw new InvalidInput(sentence.formatted(name, String.join(", ", names())));
    }
    String file = name + ".json";
    InputStream bytes = Resources.bytes(WorkedExamples.class, FOLDER + file);
    return new CaseReader(Limits.DEFAULT).read(file, bytes).get(0);
  }
}
