package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.cli.Run;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One file with a main method, run as {@code java -cp backprop.jar FILE} would.
 *
 * @param file from the folder parity-tests
 */
record ChapterProgram(Path file) {
  /** What a line of console asks for, before the file. */
  static final String COMMAND = "java -cp target/backprop.jar ";

  private static final Pattern IN_THE_JAR =
      Pattern.compile(
          "classes|(backprop-|commons-math3-|picocli-|jackson-(core|databind|annotations)-).*");

  /** The programs of the tutorial, in the order of the chapters. */
  static List<ChapterProgram> all() {
    try (Stream<Path> files = Files.list(Path.of("tutorial"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(ChapterProgram::new)
          .toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Its source. */
  String source() {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** Compiles it into the folder, and runs it in this JVM. */
  Run run(Path folder) {
    compile(folder);
    String name = file.getFileName().toString().replace(".java", "");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Method main = loader.loadClass(name).getMethod("main", String[].class);
      return Run.of(() -> exitCode(main));
    } catch (IOException | ReflectiveOperationException problem) {
      throw new IllegalStateException(file + " has no main method to run", problem);
    }
  }

  private static int exitCode(Method main) {
    try {
      main.invoke(null, (Object) new String[0]);
      return 0;
    } catch (ReflectiveOperationException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** With nothing on the class path but what is in the jar, and no warning left. */
  private void compile(Path folder) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of(
            "-d", folder.toString(), "-cp", jarClassPath(), "-proc:none", "-Xlint:all", "-Werror");
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
              .call();
      assertThat(compiled).as("%s compiles%n%s", file, messages).isTrue();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The part of this JVM's class path that the runnable jar is made of. */
  static String jarClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> IN_THE_JAR.matcher(Path.of(entry).getFileName().toString()).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
