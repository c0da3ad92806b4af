package backprop.parity.options;

import java.util.Comparator;
import java.util.List;

/**
 * Suggests names to somebody who mistyped one.
 *
 * @param names that there are
 */
public record NearestNames(List<String> names) {
  private static final int SUGGESTIONS = 3;

  /** The few that take the fewest changes of a letter; those that contain what was typed first. */
  public List<String> nearest(String typed) {
    return names.stream()
        .sorted(
            Comparator.comparing((String name) -> !name.contains(typed))
                .thenComparing(name -> changes(typed, name)))
        .limit(SUGGESTIONS)
        .toList();
  }

  /** How many letters must be inserted, left out or replaced (Levenshtein). */
  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (int letter = 1; letter <= from.length(); letter++) {
      int diagonal = row[0];
      row[0] = letter;
      for (int column = 1; column <= to.length(); column++) {
        boolean same = from.charAt(letter - 1) == to.charAt(column - 1);
        int replaced = diagonal + (same ? 0 : 1);
        diagonal = row[column];
        row[column] = StrictMath.min(replaced, 1 + StrictMath.min(row[column], row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
