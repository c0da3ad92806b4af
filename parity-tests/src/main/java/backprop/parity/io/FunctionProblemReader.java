package backprop.parity.io;

import backprop.parity.io.FunctionProblem.Kind;
import backprop.parity.model.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what a program says of its functions: {@code {"function": …, "kind": …}}. */
final class FunctionProblemReader {
  private final JsonCursor json;
  private final String place;
  private String function = "";
  private Optional<Kind> kind = Optional.empty();
  private OptionalInt line = OptionalInt.empty();
  private String message = "";
  private List<Integer> sizes = List.of();
  private String found = "";
  private String advice = "";

  private FunctionProblemReader(JsonCursor json, String place) {
    this.json = json;
    this.place = place;
  }

  /** The list that comes next. */
  static List<FunctionProblem> readAll(JsonCursor json) {
    List<FunctionProblem> problems = new ArrayList<>();
    json.enterArray("problems", "a list of objects in []");
    while (json.nextElement()) {
      String place = "problems[" + problems.size() + "]";
      json.enterObject(place, "an object with \"function\" and \"kind\" in {}");
      problems.add(new FunctionProblemReader(json, place).read());
    }
    return problems;
  }

  private FunctionProblem read() {
    for (Optional<String> key = json.nextField(); key.isPresent(); key = json.nextField()) {
      String field = place + "." + key.get();
      switch (key.get()) {
        case "function" -> function = text(field);
        case "kind" -> kind = Optional.of(json.constant(field, Kind.class));
        case "line" -> line = OptionalInt.of((int) json.finiteNumber(field));
        case "message" -> message = text(field);
        case "sizes" -> sizes = readSizes(field);
        case "found" -> found = text(field);
        case "advice" -> advice = text(field);
        default -> json.skipValue();
      }
    }
    if (function.isEmpty() || kind.isEmpty()) {
      throw json.invalid(place, "expected the keys \"function\" and \"kind\"");
    }
    return new FunctionProblem(function, kind.get(), line, message, sizes, found, advice);
  }

  private String text(String field) {
    return Printable.sentence(json.text(field, "a text"));
  }

  private List<Integer> readSizes(String field) {
    List<Integer> read = new ArrayList<>();
    json.enterArray(field, "the sizes in []");
    while (json.nextElement()) {
      if (read.size() == FunctionProblem.MOST_SIZES) {
        throw json.invalid(field, "expected at most " + FunctionProblem.MOST_SIZES + " sizes");
      }
      read.add((int) json.currentNumber(field, true));
    }
    return read;
  }
}
