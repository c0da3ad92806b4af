package backprop.parity.course;

import backprop.parity.io.HandwrittenText;
import backprop.parity.io.WholeFile;
import backprop.parity.model.InvalidInput;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * When each command passed each chapter for the first time, in a small file.
 *
 * <p>Nothing is ever taken back: a chapter that was right and no longer is can be recognised so.
 */
public final class CourseProgress {
  private static final String FORMAT = "backprop-follow-1";
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private final Path file;
  private final Map<String, Map<Integer, Instant>> passed;

  private CourseProgress(Path file, Map<String, Map<Integer, Instant>> passed) {
    this.file = file;
    this.passed = passed;
  }

  /**
   * What the file holds, nothing if there is none.
   *
   * @throws InvalidInput if it is something else, which must not be overwritten
   */
  public static CourseProgress of(Path file) {
    if (!Files.exists(file)) {
      return new CourseProgress(file, new TreeMap<>());
    }
    if (!Files.isRegularFile(file)) { // a device may never end
      throw new InvalidInput(file + ": expected a file, found a folder or a device.");
    }
    try (JsonParser json =
        JSON.createParser(ObjectReadContext.empty(), HandwrittenText.in(file, "a readable file"))) {
      return new CourseProgress(file, read(json, file));
    } catch (JacksonException | DateTimeException | NumberFormatException damaged) {
      throw notOurs(file);
    }
  }

  private static InvalidInput notOurs(Path file) {
    return new InvalidInput(
        "%s: expected what 'follow' remembers (\"format\": \"%s\"), found something else."
            .formatted(file, FORMAT));
  }

  private static Map<String, Map<Integer, Instant>> read(JsonParser json, Path file) {
    Map<String, Map<Integer, Instant>> passed = new TreeMap<>();
    require(json.nextToken() == JsonToken.START_OBJECT, file);
    require("format".equals(json.nextName()), file);
    require(FORMAT.equals(json.nextStringValue()), file);
    require("passed".equals(json.nextName()), file);
    require(json.nextToken() == JsonToken.START_OBJECT, file);
    for (String command = json.nextName(); command != null; command = json.nextName()) {
      Map<Integer, Instant> chapters = new TreeMap<>();
      require(json.nextToken() == JsonToken.START_OBJECT, file);
      for (String chapter = json.nextName(); chapter != null; chapter = json.nextName()) {
        String time = json.nextStringValue();
        require(time != null, file);
        chapters.put(Integer.parseInt(chapter), Instant.parse(time));
      }
      passed.put(command, chapters);
    }
    return passed;
  }

  private static void require(boolean condition, Path file) {
    if (!condition) {
      throw notOurs(file);
    }
  }

  /** When a command passed a chapter for the first time; empty if it never has. */
  public Optional<Instant> firstPassed(String command, int chapter) {
    return Optional.ofNullable(passed.getOrDefault(command, Map.of()).get(chapter));
  }

  /** Remembers that a command passes these chapters now, unless it did before. */
  public void remember(String command, CourseReport report, Instant now) {
    Map<Integer, Instant> chapters = passed.computeIfAbsent(command, fresh -> new TreeMap<>());
    report.passed().forEach(lesson -> chapters.putIfAbsent(lesson.number(), now));
  }

  /** Forgets a command, whose program begins anew. */
  public void forget(String command) {
    passed.remove(command);
  }

  /**
   * Writes the file.
   *
   * @throws InvalidInput if it cannot be written
   */
  public void save() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("format", FORMAT);
      json.writeObjectPropertyStart("passed");
      passed.forEach((command, chapters) -> write(json, command, chapters));
      json.writeEndObject();
      json.writeEndObject();
    }
    WholeFile.write(file, text + "\n");
  }

  private static void write(JsonGenerator json, String command, Map<Integer, Instant> chapters) {
    json.writeObjectPropertyStart(command);
    chapters.forEach(
        (chapter, first) -> json.writeStringProperty(chapter.toString(), first.toString()));
    json.writeEndObject();
  }
}
