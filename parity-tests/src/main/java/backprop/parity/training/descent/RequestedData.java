package backprop.parity.training.descent;

import backprop.parity.training.data.BuiltInData;
import backprop.parity.training.data.DataOptions;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which data somebody wants to train on, and how they are to be prepared.
 *
 * @param data the name of a built-in data set, or the path of a file
 * @param options what a file does not say itself
 * @param heldOut the share to hold out; without it, what comes with the data or is customary
 * @param standardised whether every input, and every number to predict, is brought to the mean 0 and
 *     the deviation 1; without it, if that is advisable
 * @param seed that chooses what is held out
 */
public record RequestedData(
    String data,
    DataOptions options,
    OptionalDouble heldOut,
    Optional<Boolean> standardised,
    long seed) {
  /** Whether the data come with the program; a file is none of them, whatever its name. */
  public boolean isBuiltIn() {
    return BuiltInData.names().contains(data);
  }

  /** The same wish for data in another place. */
  public RequestedData of(String place) {
    return new RequestedData(place, options, heldOut, standardised, seed);
  }
}
