package backprop.parity.suites;

import backprop.parity.io.CaseReader;
import backprop.parity.io.Limits;
import backprop.parity.io.Resources;
import backprop.parity.model.Case;
import java.util.List;

/**
 * What the code-along course asks: networks small enough to follow with a pencil, named after the
 * chapter, such as {@code chapter-6-square}.
 *
 * <p>The square ones stand first in a chapter: there a wrong index still gives a number, and the
 * mistake has a name; elsewhere it stops the program.
 */
public final class CourseCases {
  private static final String FILE = "course.jsonl";
  private static final List<Case> ALL = read();

  private CourseCases() {}

  /** All of them, in the order of the chapters. */
  public static List<Case> all() {
    return ALL;
  }

  /** Those of one chapter, in the order in which they are asked. */
  public static List<Case> ofChapter(int chapter) {
    String beginning = "chapter-" + chapter + "-";
    return ALL.stream().filter(question -> question.name().startsWith(beginning)).toList();
  }

  private static List<Case> read() {
    return new CaseReader(Limits.DEFAULT).read(FILE, Resources.bytes(CourseCases.class, FILE));
  }
}
