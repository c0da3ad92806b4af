package backprop.parity.formats;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One of the schemas that the project publishes. */
public final class FormatSchema {
  private static final Path FOLDER = Path.of("formats");

  private final Schema schema;

  /** The schema with that name, such as {@code case}. */
  public FormatSchema(String name) throws IOException {
    List<Path> files = new ArrayList<>(List.of(Path.of("golden", "golden.schema.json")));
    try (Stream<Path> others = Files.list(FOLDER)) {
      others.forEach(files::add);
    }
    Map<String, String> texts = new HashMap<>(); // by their places, so that they find each other
    for (Path file : files) {
      texts.put(place(file), Files.readString(file));
    }
    schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(texts))
            .getSchema(SchemaLocation.of(place(FOLDER.resolve(name + ".schema.json"))));
  }

  private static String place(Path file) {
    return file.toUri().toString();
  }

  /** What does not fit, nothing if all does. */
  public List<String> faults(String json) {
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }
}
