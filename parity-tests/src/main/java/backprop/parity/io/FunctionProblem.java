package backprop.parity.io;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Why one of a program's functions gave nothing that can be used; a program may say so itself.
 *
 * @param function its name, as the program spells it
 * @param line of the program, if that is known
 * @param message what the language says, or the value as the language writes it
 * @param sizes that the value must have: none for a number, one for a list, two for rows
 * @param found the sizes that it has, empty if they are not to blame
 * @param advice of the language, empty if it has none
 */
public record FunctionProblem(
    String function,
    Kind kind,
    OptionalInt line,
    String message,
    List<Integer> sizes,
    String found,
    String advice) {
  private static final List<String> WANTED =
      List.of("a number", "a list of numbers", "a list of lists of numbers");

  /** The most sizes that a value can have. */
  static final int MOST_SIZES = 2;

  /** What happened to it. */
  public enum Kind {
    /** It came back without a value. */
    RETURNED_NOTHING,
    /** It wrote into a place that is not its own; only a language without bounds lets it. */
    WROTE_BEHIND_THE_END,
    /** An error ended it. */
    STOPPED,
    /** Its value is of another kind or size. */
    UNFIT,
    /** It was not called, because it had failed before. */
    LEFT_OUT,
    /** It never came back. */
    SILENT,
    /** It ended the whole program. */
    ENDED_PROGRAM
  }

  public FunctionProblem {
    sizes = List.copyOf(sizes);
  }

  /** One of which only the program's end, or silence, speaks. */
  public static FunctionProblem of(String function, Kind kind, String message) {
    return new FunctionProblem(function, kind, OptionalInt.empty(), message, List.of(), "", "");
  }

  /** One whose rows have other sizes than asked for. */
  public static FunctionProblem unfit(String function, List<Integer> sizes, String found) {
    return new FunctionProblem(function, Kind.UNFIT, OptionalInt.empty(), "rows", sizes, found, "");
  }

  /** For a reader. */
  public String sentence() {
    String place = line.isPresent() ? " (line " + line.getAsInt() + ")" : "";
    String what =
        switch (kind) {
          case RETURNED_NOTHING -> "returned nothing";
          case WROTE_BEHIND_THE_END ->
              "wrote behind the end of its list: does an index go too far, or stand in the wrong place?";
          case STOPPED -> "stopped: " + message + place;
          case UNFIT -> "returned " + message + "; it must be " + wanted();
          case LEFT_OUT, SILENT -> "did not come back: a loop that does not end?";
          case ENDED_PROGRAM -> "ended the program (" + message + ")";
        };
    return function + " " + what;
  }

  private String wanted() {
    String wanted = WANTED.get(sizes.size());
    if (!sizes.isEmpty()) {
      wanted += ", size " + sizes.stream().map(String::valueOf).collect(Collectors.joining(" x "));
    }
    return wanted
        + (found.isEmpty() ? "" : ", found " + found)
        + (advice.isEmpty() ? "" : ": " + advice);
  }
}
