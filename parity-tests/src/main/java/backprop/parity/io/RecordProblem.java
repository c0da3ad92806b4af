package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
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
    if (problem instanceof InvalidFormatException wrong) {
      String found = Printable.part(String.valueOf(wrong.getValue()));
      return "expected %s, found %s".formatted(kind(wrong), found);
    }
    return problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null
        ? "expected " + kind(mismatch)
        : "expected " + wanted;
  }

  private static String kind(MismatchedInputException problem) {
    Class<?> type = problem.getTargetType();
    if (type == null) {
      return "another value";
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type.isEnum()) {
      return "one of " + java.util.Arrays.toString(type.getEnumConstants());
    }
    return type == String.class ? "a text in quotes" : "a value of another kind";
  }
}
