package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with JSON that was to become a record, in one sentence. */
public final class RecordProblem {
  private RecordProblem() {}

  /**
   * A sentence that names the file, the place in it and what was expected there.
   *
   * @param origin what messages call the file
   * @param wanted what it should have held, such as {@code a saved training}
   */
  public static InvalidInput in(String origin, String wanted, JacksonException problem) {
    String place = place(problem);
    String what = what(wanted, problem);
    return new InvalidInput(
        "%s: %s%s.".formatted(origin, place.isEmpty() ? "" : place + ": ", what));
  }

  /** Such as {@code network.layers[0].biases[1]}. */
  private static String place(JacksonException problem) {
    StringBuilder place = new StringBuilder();
    for (JacksonException.Reference step : problem.getPath()) {
      if (step.getPropertyName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getPropertyName());
      }
    }
    return Printable.part(place.toString());
  }

  private static String what(String wanted, JacksonException problem) {
    if (problem instanceof JacksonIOException unread) {
      return "expected " + wanted + ": " + FailureReason.of(unread.getCause());
    }
    if (problem.getOriginalMessage().startsWith("Unexpected end-of-input")) {
      return "the JSON ends too early";
    }
    if (problem instanceof StreamReadException) {
      return SyntaxProblem.describe(problem);
    }
    if (problem instanceof UnrecognizedPropertyException) {
      return "expected no such key";
    }
    if (problem instanceof ValueInstantiationException refused && refused.getCause() != null) {
      return refused.getCause().getMessage();
    }
    if (problem instanceof InvalidTypeIdException unknown) {
      return "expected another name than " + Printable.part(String.valueOf(unknown.getTypeId()));
    }
    if (problem instanceof InvalidFormatException wrong) {
      String found = Printable.part(String.valueOf(wrong.getValue()));
      return "expected %s, found %s".formatted(kind(wrong), found);
    }
    return problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? "expected " + kind(mismatch)
        : "expected " + wanted;
  }

  /** What the place is for; of an array, what its numbers are for. */
  private static String kind(MismatchedInputException problem) {
    Class<?> type = problem.getTargetType();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    if (type == double.class) {
      return "a number";
    }
    if (type == int.class || type == long.class || type == Integer.class) {
      return "a whole number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == String.class) {
      return "a text in quotes";
    }
    return Collection.class.isAssignableFrom(type) ? "a list in []" : "an object in {}";
  }
}
