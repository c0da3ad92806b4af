package backprop.parity.training.descent;

import backprop.parity.io.JsonCursor;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Printable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/**
 * Reads the fields of JSON objects in the order in which they were written: for files that only this
 * program writes.
 */
final class OrderedFields implements AutoCloseable {
  private final JsonCursor json;
  private final Deque<String> path = new ArrayDeque<>();

  /** Of the current element of every list around. */
  private final Deque<Integer> indices = new ArrayDeque<>();

  /** Looked at but not yet read. */
  private Optional<String> next;

  private boolean looked;

  OrderedFields(JsonCursor json) {
    this.json = json;
    if (!json.nextObject()) {
      throw json.invalid("", "expected a saved training, found nothing at all");
    }
  }

  /** Whether the next field has that name. */
  boolean has(String name) {
    if (!looked) {
      next = json.nextField();
      looked = true;
    }
    return next.isPresent() && next.get().equals(name);
  }

  private String enter(String name) {
    if (!has(name)) {
      String found = next.map(field -> "\"" + Printable.part(field) + "\"").orElse("the end");
      throw json.invalid(place(""), "expected the key \"%s\", found %s".formatted(name, found));
    }
    looked = false;
    return place(name);
  }

  private String place(String name) {
    StringBuilder place = new StringBuilder();
    Iterator<String> outermostFirst = path.descendingIterator();
    while (outermostFirst.hasNext()) {
      place.append(outermostFirst.next()).append('.');
    }
    place.append(name);
    if (name.isEmpty() && !path.isEmpty()) {
      place.setLength(place.length() - 1);
    }
    return place.toString();
  }

  String text(String name) {
    return json.text(enter(name), "a text in quotes");
  }

  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return json.constant(enter(name), type);
  }

  /** Any number, infinite ones included: a cost may have become so. */
  double number(String name) {
    return json.number(enter(name));
  }

  /** A count from 0 on. */
  long count(String name) {
    double number = number(name);
    if (!(number >= 0 && number < 1L << Long.SIZE - 11) || number != (long) number) {
      throw json.invalid(place(name), "expected a whole number from 0 on, found " + number);
    }
    return (long) number;
  }

  /** A count that fits an int. */
  int smallCount(String name) {
    long count = count(name);
    if (count > Integer.MAX_VALUE) {
      throw json.invalid(place(name), "expected a smaller number, found " + count);
    }
    return (int) count;
  }

  /** A whole number that was written as text, because it may have more digits than a double. */
  long longText(String name) {
    String text = text(name);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException noNumber) {
      throw invalid(name, "expected a whole number in quotes");
    }
  }

  boolean yes(String name) {
    String text = text(name);
    if (!text.equals("yes") && !text.equals("no")) {
      throw invalid(name, "expected \"yes\" or \"no\"");
    }
    return text.equals("yes");
  }

  double[] row(String name, boolean finite) {
    return json.row(enter(name), finite);
  }

  double[][] rows(String name, boolean finite) {
    return json.rows(enter(name), finite);
  }

  void beginObject(String name) {
    json.enterNextObject(enter(name), "an object in {}");
    path.push(name);
  }

  void endObject() {
    end();
    path.pop();
  }

  /** The current object has no more fields. */
  void end() {
    has("");
    if (next.isPresent()) {
      String found = "expected nothing more, found the key \"%s\"";
      throw json.invalid(place(""), found.formatted(Printable.part(next.get())));
    }
    looked = false;
  }

  /** The file has nothing more. */
  void endOfFile() {
    if (json.nextObject()) {
      throw json.invalid("", "expected one saved training, found more behind it");
    }
  }

  void beginArray(String name) {
    json.enterArray(enter(name), "a list in []");
    path.push(name);
    indices.push(0);
  }

  /** Whether the array has one more object; enters it. */
  boolean nextObject() {
    if (!json.nextElement()) {
      path.pop();
      indices.pop();
      return false;
    }
    int index = indices.pop();
    indices.push(index + 1);
    path.push(path.pop().replaceFirst("(\\[[0-9]+])?$", "[" + index + "]"));
    json.enterObject(place(""), "an object in {}");
    return true;
  }

  InvalidInput invalid(String name, String sentence) {
    return json.invalid(place(name), sentence);
  }

  @Override
  public void close() {
    json.close();
  }
}
