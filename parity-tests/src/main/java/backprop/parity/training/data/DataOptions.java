package backprop.parity.training.data;

import backprop.parity.model.InvalidInput;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What somebody can say about a file of data that it does not say itself.
 *
 * @param targets how many of the last columns of a CSV are numbers to predict; without it the last
 *     column is a label
 * @param classes how many classes there are: labels are then the whole numbers below; without it
 *     MNIST's files have 10, and a CSV those that occur in it
 * @param separator between the columns of a CSV; without it what the first line suggests
 */
public record DataOptions(OptionalInt targets, OptionalInt classes, Optional<Character> separator) {
  /** Nothing to say. */
  public static final DataOptions NONE =
      new DataOptions(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

  /** Every class is an output, and has as many targets as there are classes. */
  static final int MOST_CLASSES = 1000;

  private static final String SENSIBLE_SEPARATORS = ",;\t |:";

  /**
   * Checks that they can be meant.
   *
   * @throws InvalidInput if a number is too small or too large, the separator could be part of a number, or there
   *     are to be both numbers to predict and classes
   */
  public DataOptions {
    require("--targets", 1, Integer.MAX_VALUE, targets);
    require("--classes", 2, MOST_CLASSES, classes);
    if (targets.isPresent() && classes.isPresent()) {
      throw new InvalidInput(
          "expected --targets for numbers to predict or --classes for labels, found both.");
    }
    if (separator.isPresent() && SENSIBLE_SEPARATORS.indexOf(separator.get()) < 0) {
      String sentence = "--separator: expected one of , ; : | space or tab, found \"%s\".";
      throw new InvalidInput(sentence.formatted(separator.get()));
    }
  }

  private static void require(String option, int least, int most, OptionalInt number) {
    if (number.isPresent() && (number.getAsInt() < least || number.getAsInt() > most)) {
      String range = most == Integer.MAX_VALUE ? least + " or more" : least + " to " + most;
      String sentence = "%s: expected %s, found %d.";
      throw new InvalidInput(sentence.formatted(option, range, number.getAsInt()));
    }
  }
}
