package backprop.parity.model;

/** Which way round a file writes the weights. In memory a row is always a receiving neuron. */
public enum WeightLayout {
  /** A row per receiving neuron, {@code weights[j][i]}. */
  OUTPUTS_BY_INPUTS,
  /** A row per sending neuron, as NumPy and Keras write {@code x @ W}. */
  INPUTS_BY_OUTPUTS
}
