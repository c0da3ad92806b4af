package backprop.parity.io;

import backprop.parity.model.InvalidInput;
import backprop.parity.model.Plural;
import backprop.parity.model.Printable;
import backprop.parity.model.Spelling;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * Reads JSON value by value and can always say where it stands, as in {@code layers[1].weights[0]}.
 *
 * <p>Nothing is built that the caller does not ask for, so a hostile file costs no more memory than
 * the numbers in it.
 */
public final class JsonCursor implements AutoCloseable {
  // Nothing is tried twice, or a million digits would take a million times as long.
  static final Pattern HEX_FLOAT =
      Pattern.compile(
          "[+-]?0[xX]([0-9a-fA-F]++\\.?+[0-9a-fA-F]*+|\\.[0-9a-fA-F]++)[pP][+-]?+[0-9]++");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(20)
                  .maxStringLength(10_000)
                  .maxNameLength(1_000)
                  .build())
          // Python writes a bare NaN: in a case it is refused by its place, in a result it is
          // wrong.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final String origin;
  private final JsonParser parser;
  private boolean broken;

  /**
   * @param origin what messages call the input, such as a file's name
   */
  public JsonCursor(String origin, InputStream input) {
    this.origin = origin;
    try {
      this.parser = JSON.createParser(ObjectReadContext.empty(), input);
    } catch (JacksonIOException problem) {
      throw unreadable(problem);
    }
  }

  /** Moves to the next top-level object; false at the end of the input. */
  public boolean nextObject() {
    JsonToken token = advance();
    if (token == null) {
      return false;
    }
    if (token != JsonToken.START_OBJECT) {
      throw invalid("", "expected a JSON object, found " + found());
    }
    return true;
  }

  /** The line on which the current value starts, from 1. */
  int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /** The next field's name in the current object, or empty at its end. */
  public Optional<String> nextField() {
    JsonToken token = advance();
    return token == JsonToken.END_OBJECT ? Optional.empty() : Optional.of(parser.currentName());
  }

  /** Enters the array that comes next. */
  public void enterArray(String place, String expected) {
    if (advance() != JsonToken.START_ARRAY) {
      throw invalid(place, "expected " + expected + ", found " + found());
    }
  }

  /** Whether the current array has another value; moves to it. */
  public boolean nextElement() {
    return advance() != JsonToken.END_ARRAY;
  }

  /** The current element must be an object; enters it. */
  public void enterObject(String place, String expected) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw invalid(place, "expected " + expected + ", found " + found());
    }
  }

  /** Leaves out the value that comes next. */
  void skipValue() {
    advance();
    int depth = parser.streamReadContext().getNestingDepth();
    boolean structure =
        parser.currentToken() == JsonToken.START_ARRAY
            || parser.currentToken() == JsonToken.START_OBJECT;
    while (structure && parser.streamReadContext().getNestingDepth() >= depth) {
      advance();
    }
  }

  /** The text that comes next. */
  public String text(String place, String expected) {
    advance();
    return currentText(place, expected);
  }

  /** The text that is the current element. */
  String currentText(String place, String expected) {
    if (parser.currentToken() != JsonToken.VALUE_STRING) {
      throw invalid(place, "expected " + expected + ", found " + found());
    }
    return currentText();
  }

  /** The constant that comes next, spelled as {@link Spelling} does. */
  public <E extends Enum<E>> E constant(String place, Class<E> type) {
    String expected = "one of " + Spelling.all(type);
    String spelling = text(place, expected);
    return Spelling.find(type, spelling)
        .orElseThrow(
            () ->
                invalid(
                    place,
                    "expected " + expected + ", found \"" + Printable.part(spelling) + "\""));
  }

  /** The finite number that comes next. */
  public double finiteNumber(String place) {
    advance();
    return currentNumber(place, true);
  }

  /** The number that comes next; as text it may also be NaN or an infinity. */
  public double number(String place) {
    advance();
    return currentNumber(place, false);
  }

  /** The row of numbers that comes next. */
  public double[] row(String place, boolean finite) {
    enterArray(place, "a row of numbers in []");
    return currentRow(place, finite);
  }

  /** The rows of numbers that come next, all equally long and not empty. */
  public double[][] rows(String place, boolean finite) {
    enterArray(place, "rows of numbers in [[], …]");
    List<double[]> rows = new ArrayList<>();
    while (nextElement()) {
      String rowPlace = place + "[" + rows.size() + "]";
      if (parser.currentToken() != JsonToken.START_ARRAY) {
        throw invalid(rowPlace, "expected a row of numbers in [], found " + found());
      }
      double[] row = currentRow(rowPlace, finite);
      int expected = rows.isEmpty() ? row.length : rows.get(0).length;
      if (row.length != expected) {
        throw invalid(
            rowPlace,
            "expected %s as in row 0, found %d"
                .formatted(Plural.of(expected, "number"), row.length));
      }
      rows.add(row);
    }
    if (rows.isEmpty()) {
      throw invalid(place, "expected at least one row, found none");
    }
    return rows.toArray(double[][]::new);
  }

  /**
   * What comes next, if it is of the kind that is read; if not, it is passed over.
   *
   * @param refused is given what was wrong with it
   * @throws InvalidInput if it is not even JSON, and nothing after it can be read
   */
  <T> Optional<T> attempt(Supplier<T> reading, Consumer<InvalidInput> refused) {
    int depth = parser.streamReadContext().getNestingDepth();
    try {
      return Optional.of(reading.get());
    } catch (InvalidInput problem) {
      if (broken) {
        throw problem;
      }
      while (parser.streamReadContext().getNestingDepth() > depth) {
        advance();
      }
      refused.accept(problem);
      return Optional.empty();
    }
  }

  private double[] currentRow(String place, boolean finite) {
    double[] row = new double[8];
    int length = 0;
    while (nextElement()) {
      if (length == row.length) {
        row = Arrays.copyOf(row, 2 * length);
      }
      row[length] = currentNumber(place, finite);
      length++;
    }
    if (length == 0) {
      throw invalid(place, "expected at least one number, found none");
    }
    return Arrays.copyOf(row, length);
  }

  double currentNumber(String place, boolean finite) {
    JsonToken token = parser.currentToken();
    boolean numeral = token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
    String text = numeral || token == JsonToken.VALUE_STRING ? currentText() : "";
    double number;
    if ((numeral || !finite) && NOT_FINITE.matcher(text).matches()) {
      number = notFinite(text);
    } else if (numeral || HEX_FLOAT.matcher(text).matches()) {
      // Through the text, because reading an integer would turn -0 into 0.
      number = Double.parseDouble(text);
    } else {
      String expected = "expected a number or a hex float in quotes, found ";
      throw invalid(elementPlace(place), expected + found());
    }
    if (finite && !Double.isFinite(number)) {
      throw invalid(elementPlace(place), "expected a finite number, found " + Printable.part(text));
    }
    return number;
  }

  private static double notFinite(String text) {
    if (text.toLowerCase(Locale.ROOT).contains("nan")) {
      return Double.NaN;
    }
    return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private String elementPlace(String place) {
    JsonToken token = parser.currentToken();
    boolean entered = token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT;
    TokenStreamContext context = parser.streamReadContext();
    TokenStreamContext around = entered ? context.getParent() : context;
    return around.inArray() ? place + "[" + around.getCurrentIndex() + "]" : place;
  }

  /** One sentence: the input, the place in it, and what was expected there. */
  public InvalidInput invalid(String place, String sentence) {
    return new InvalidInput(origin + ": " + (place.isEmpty() ? "" : place + ": ") + sentence + ".");
  }

  private String found() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "the end";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case END_OBJECT, END_ARRAY -> "nothing";
      case VALUE_STRING -> "\"" + Printable.part(currentText()) + "\"";
      default -> Printable.part(currentText());
    };
  }

  private String currentText() {
    try {
      return parser.getString();
    } catch (JacksonException problem) {
      throw notJson(problem);
    }
  }

  private JsonToken advance() {
    try {
      JsonToken token = parser.nextToken();
      if (token == null && !parser.streamReadContext().inRoot()) {
        throw new InvalidInput(origin + ": the JSON ends too early.");
      }
      return token;
    } catch (JacksonException problem) {
      throw notJson(problem);
    }
  }

  private InvalidInput unreadable(JacksonIOException problem) {
    String reason = FailureReason.of(problem.getCause());
    return new InvalidInput(origin + ": expected readable input: " + reason + ".");
  }

  private InvalidInput notJson(JacksonException problem) {
    broken = true;
    if (problem instanceof JacksonIOException unread) {
      return unreadable(unread);
    }
    if (problem.getOriginalMessage().startsWith("Unexpected end-of-input")) {
      return new InvalidInput(origin + ": the JSON ends too early.");
    }
    TokenStreamLocation known = problem.getLocation();
    TokenStreamLocation location = known == null ? parser.currentTokenLocation() : known;
    int line = location.getLineNr();
    int column = location.getColumnNr();
    String sentence = "%s: line %d, column %d%s: %s.";
    return new InvalidInput(
        sentence.formatted(origin, line, column, where(), SyntaxProblem.describe(problem)));
  }

  private String where() {
    String pointer = parser.streamReadContext().pathAsPointer().toString();
    String path = pointer.replaceAll("/([0-9]+)", "[$1]").replaceFirst("^/", "").replace('/', '.');
    return path.isEmpty() ? "" : " (" + Printable.part(path) + ")";
  }

  @Override
  public void close() {
    parser.close();
  }
}
