package backprop.parity.model;

/** Which way round a reader writes what there is of every sample. In memory it is a column. */
public enum SampleLayout {
  /** A column per sample, {@code activations[i][s]}. */
  COLUMNS,
  /** A row per sample, {@code activations[s][i]}, as NumPy texts, Keras and PyTorch have it. */
  ROWS
}
