package backprop.parity.damage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Looks for inputs that are neither read nor refused, guided by the code that each one reaches.
 *
 * <p>Run by {@code ./mvnw -Pfuzzing -DskipTests verify}, for some readers alone by {@code
 * -Dfuzzing.readers=cases}, with more inputs by {@code -Dfuzzing.inputs=100000}. What was reached
 * is kept in {@code target/fuzzing} and gone on from; what was found is written there, and the run
 * fails.
 */
public final class FuzzingRun {
  private static final Path FOLDER = Path.of("target", "fuzzing");
  private static final int LONGEST = 4_096;

  private FuzzingRun() {}

  /**
   * Runs in the folder of its module.
   *
   * @param arguments how many inputs for each reader, then the readers; none for all
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, Reading> readings = Readings.in(Files.createTempDirectory("examples"));
    List<String> asked = Arrays.asList(arguments).subList(1, arguments.length);
    boolean found = false;
    for (String name : asked.isEmpty() ? readings.keySet() : asked) {
      found |= fuzz(name, readings.get(name), arguments[0]) != 0;
    }
    System.exit(found ? 1 : 0);
  }

  private static int fuzz(String name, Reading reading, String inputs)
      throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(FOLDER.resolve(name));
    List<byte[]> examples = reading.examples();
    for (int number = 0; number < examples.size(); number++) {
      Files.write(corpus.resolve("example-" + number), examples.get(number));
    }
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-D" + CoverageGuided.READER + "=" + name,
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + CoverageGuided.class.getName(),
            "--instrumentation_includes=backprop.**",
            "--reproducer_path=" + FOLDER,
            "-runs=" + inputs,
            "-max_len=" + LONGEST,
            "-artifact_prefix=" + FOLDER + "/found-" + name + "-",
            corpus.toString())
        .inheritIO()
        .start()
        .waitFor();
  }
}
