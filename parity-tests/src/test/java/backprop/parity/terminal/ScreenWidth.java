package backprop.parity.terminal;

import static org.assertj.core.api.Assertions.assertThat;

/** Measures what is printed, column by column. */
public final class ScreenWidth {
  private static final int WIDTH = 80;

  /** What somebody copies is not broken, however long a path or a program's name makes it. */
  private static final String TO_COPY = " *(Next: |next +|reproduce +)?backprop .*| *\\S+";

  private ScreenWidth() {}

  /** Requires that every line fits 80 columns; a command and a single word may be longer. */
  public static void requireFits(String output) {
    assertThat(output.lines().filter(line -> !line.matches(TO_COPY)))
        .allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(WIDTH));
  }

  private static int columns(String line) {
    String withoutMarks = line.replaceAll("\\p{Mn}", "");
    String twice = withoutMarks.replaceAll("[\u3000-\u9fff\uff00-\uff60]", "xx");
    return twice.codePointCount(0, twice.length());
  }
}
