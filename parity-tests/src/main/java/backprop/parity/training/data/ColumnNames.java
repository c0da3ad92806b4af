package backprop.parity.training.data;

import java.util.List;

/**
 * What the columns of a {@link DataSet} are called, for a report in the words of the data.
 *
 * @param inputs a name per input, or empty
 * @param targets a name per target, or empty; if there are classes, one for the label
 */
public record ColumnNames(List<String> inputs, List<String> targets) {
  /** Columns without names. */
  public static final ColumnNames NONE = new ColumnNames(List.of(), List.of());

  /** Copies both. */
  public ColumnNames {
    inputs = List.copyOf(inputs);
    targets = List.copyOf(targets);
  }

  /** What an input is called, counted from 0: by its column, or by its number. */
  public String input(int i) {
    return nameOrNumber(inputs, i, "input");
  }

  /** What a number to predict is called, counted from 0: by its column, or by its number. */
  public String target(int j) {
    return nameOrNumber(targets, j, "output");
  }

  private static String nameOrNumber(List<String> names, int index, String kind) {
    boolean named = index < names.size() && !names.get(index).isEmpty();
    return named ? names.get(index) : kind + " " + (index + 1);
  }
}
