package backprop.parity.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Times everything, then writes {@code benchmark/RESULTS.md} and its pictures.
 *
 * <p>Times of each JDK and of the peers go to {@code target/benchmark}, a file each; the report joins
 * all that lie there.
 */
public final class Benchmarks {
  private static final Path MEASURED = Path.of("target", "benchmark");
  private static final Path PEERS = Path.of("benchmark", "peers.py");
  private static final Path RESULTS = Path.of("benchmark", "RESULTS.md");
  private static final Path CHART = Path.of("benchmark", "RESULTS.svg");
  private static final Path ROOFLINE = Path.of("benchmark", "ROOFLINE.svg");
  private static final String THIS_JDK = "--this-jdk";

  private static final int FORKS = 2;
  private static final int WARM_UPS = 4;
  private static final TimeValue WARM_UP = TimeValue.milliseconds(300);

  /** Many short rounds: on a machine that others use too, some of them are undisturbed. */
  private static final int ROUNDS = 30;

  private static final int ROUNDS_OF_WIDE = 10;

  private static final TimeValue ROUND = TimeValue.milliseconds(30);

  private Benchmarks() {}

  /**
   * Runs the benchmark in the folder of its module.
   *
   * @param arguments {@code --report} only joins what was measured before, {@code --this-jdk}
   *     measures one JDK and writes no report
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Files.createDirectories(MEASURED);
    List<String> options = List.of(arguments);
    if (!options.contains("--report")) {
      timeThisJdk();
    }
    if (options.contains(THIS_JDK)) {
      return;
    }
    if (!options.contains("--report")) {
      timeOtherJdks();
      timePeers();
    }
    Report report = new Report(Machine.describe(), readAll());
    Files.writeString(RESULTS, report.markdown());
    Files.writeString(CHART, new Chart(report).svg());
    Files.writeString(ROOFLINE, new Roofline(report).svg());
    System.out.println(Files.readString(RESULTS));
  }

  private static void timeThisJdk() throws IOException, RunnerException {
    String jdk = "JDK " + Runtime.version().feature();
    List<Workload> small = new ArrayList<>(Workload.COMPARED);
    small.remove(Workload.W5);
    List<Workload> wide = List.of(Workload.W5);
    List<Measurement> measurements = new ArrayList<>();
    measurements.addAll(measured(jdk, small, ".*", FORKS, WARM_UPS, ROUNDS));
    measurements.addAll(measured(jdk, wide, "\\.fast.*", 1, WARM_UPS, ROUNDS_OF_WIDE));
    measurements.addAll(measured(jdk, Workload.GROWING, "\\.fast$", FORKS, WARM_UPS, ROUNDS));
    write(jdk.replace(' ', '-').toLowerCase(Locale.ROOT) + ".csv", measurements);
  }

  private static void timeOtherJdks() throws IOException {
    List<Path> others = InstalledJdks.others();
    if (others.isEmpty()) {
      System.err.println("No other JDK from 17 on lies beside this one; it alone is timed.");
    }
    for (Path java : others) {
      List<String> command =
          List.of(
              java.toString(),
              "-cp",
              System.getProperty("java.class.path"),
              Benchmarks.class.getName(),
              THIS_JDK);
      try {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
          System.err.println(java + " could not be timed; the report goes without it.");
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static List<Measurement> measured(
      String jdk, List<Workload> workloads, String methods, int forks, int warmUps, int rounds)
      throws RunnerException {
    String[] names = workloads.stream().map(Workload::name).toArray(String[]::new);
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(GradientBenchmark.class.getName() + methods)
            .param("workload", names)
            .forks(forks)
            .warmupIterations(warmUps)
            .warmupTime(WARM_UP)
            .measurementIterations(rounds)
            .measurementTime(ROUND)
            .jvmArgsAppend("-XX:+UseSerialGC", "-Xms2g", "-Xmx2g")
            .shouldFailOnError(true);
    return new Runner(options.build()).run().stream().map(run -> best(jdk, run)).toList();
  }

  /** The fastest round of all forks: what others do on the machine only ever adds. */
  private static Measurement best(String jdk, RunResult run) {
    BenchmarkParams parameters = run.getParams();
    String method = parameters.getBenchmark().replaceFirst(".*\\.", "");
    String contender = method.equals("fastWithTwoThreads") ? "fast on 2 threads" : method;
    double best = Double.POSITIVE_INFINITY;
    for (BenchmarkResult fork : run.getBenchmarkResults()) {
      for (IterationResult round : fork.getIterationResults()) {
        double time = round.getPrimaryResult().getScore();
        best = StrictMath.min(time, best);
      }
    }
    String workload = parameters.getParam("workload");
    boolean wide = workload.equals(Workload.W5.name());
    OptionalDouble bytes =
        wide
            ? OptionalDouble.empty()
            : Allocation.ofOneGradient(method, Workload.valueOf(workload));
    return new Measurement(jdk, workload, contender, best, bytes);
  }

  /** NumPy, PyTorch, JAX and tiled C, if there is a Python with NumPy, and what else there is. */
  private static void timePeers() throws IOException {
    Path file = MEASURED.resolve("peers.csv");
    String python = System.getProperty("python", "python3");
    try {
      Process process =
          new ProcessBuilder(python, PEERS.toString())
              .redirectOutput(file.toFile())
              .redirectError(Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        System.err.println(python + " could not time the peers; the report goes without them.");
        Files.deleteIfExists(file);
      }
    } catch (IOException noPython) {
      System.err.println("There is no " + python + "; the report goes without its peers.");
      Files.deleteIfExists(file);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(String name, List<Measurement> measurements) throws IOException {
    Files.write(MEASURED.resolve(name), measurements.stream().map(Measurement::line).toList());
  }

  private static List<Measurement> readAll() throws IOException {
    try (Stream<Path> files = Files.list(MEASURED)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .sorted()
          .flatMap(file -> lines(file).stream())
          .map(Measurement::parse)
          .toList();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
