package backprop.parity.training.descent;

import backprop.parity.training.data.BuiltInData;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The data to train on, and how they are to be prepared.
 *
 * @param data the name of a built-in data set, or the path of a file
 * @param targets how many of the last columns of a CSV are numbers to predict; without it the last
 *     column is a label
 * @param heldOut the share to hold out; without it, what comes with the data or is usual
 * @param standardised whether every input, and every number to predict, is brought to the mean 0 and
 *     the deviation 1; without it, if that helps
 * @param seed that chooses what is held out
 */
public record RequestedData(
    String data,
    OptionalInt targets,
    OptionalDouble heldOut,
    Optional<Boolean> standardised,
    long seed) {
  /** Whether the data come with the program, and are not in a file. */
  public boolean isBuiltIn() {
    return BuiltInData.names().contains(data);
  }

  /** The same request for data in another place. */
  public RequestedData of(String place) {
    return new RequestedData(place, targets, heldOut, standardised, seed);
  }
}
