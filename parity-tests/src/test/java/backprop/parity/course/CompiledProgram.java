package backprop.parity.course;

import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * A learner's Java file, compiled here: a compiler that is warm already saves the tests a second
 * each time.
 *
 * @param file whose class is called Network
 */
public record CompiledProgram(Path file) {
  /** Compiles it beside itself; the command that starts it. */
  public String command() {
    Path folder = file.toAbsolutePath().getParent();
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString());
    if (failed != 0) {
      throw new IllegalStateException(file + " does not compile");
    }
    return "%s -cp \"%s\" Network".formatted(java(), folder);
  }

  /** Java without its slow optimisations. */
  public static String java() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return "\"%s\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC".formatted(java);
  }
}
