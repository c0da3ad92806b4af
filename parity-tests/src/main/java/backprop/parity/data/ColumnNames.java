package backprop.parity.data;

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
}
