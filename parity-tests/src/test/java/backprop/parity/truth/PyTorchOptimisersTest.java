package backprop.parity.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.loops.optimisers.Adam;
import backprop.loops.optimisers.Momentum;
import backprop.loops.optimisers.Optimiser;
import backprop.parity.bits.Training;
import backprop.parity.model.Case;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both optimisers against torch.optim.SGD and torch.optim.Adam, where PyTorch is installed. */
class PyTorchOptimisersTest {
  private static final String LIBRARY =
      "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)";

  @TempDir Path folder;

  private final Case question = OptimisersTest.question();

  @Test
  void momentumEndsWherePyTorchsDoes() throws Exception {
    double rate = OptimisersTest.LEARNING_RATE;
    double momentum = OptimisersTest.MOMENTUM;
    requireAgreement(
        Momentum.start(question.network(), rate, momentum),
        "momentum " + text(DoubleStream.of(rate, momentum)),
        parameter -> ExactDescent.momentum(parameter, rate, momentum));
  }

  @Test
  void adamEndsWherePyTorchsDoes() throws Exception {
    double rate = OptimisersTest.LEARNING_RATE;
    DoubleStream settings =
        DoubleStream.of(rate, Adam.FIRST_DECAY, Adam.SECOND_DECAY, Adam.EPSILON);
    requireAgreement(
        Adam.start(question.network(), rate),
        "adam " + text(settings),
        parameter -> OptimisersTest.adam(parameter, true));
  }

  /** Both are programs in double precision: each may be as far from the exact end as the bound. */
  private void requireAgreement(
      Optimiser start, String settings, Function<RecordedParameter, ExactDescent> exact)
      throws Exception {
    Optional<String> python = python();
    assumeTrue(python.isPresent(), "PyTorch is not installed");
    Training training = Training.loops(question.network(), start);
    List<RecordedParameter> recorded =
        RecordedParameter.of(training, question, OptimisersTest.STEPS);
    List<Double> ends = ends(python.get(), settings, recorded);
    assertThat(ends).hasSameSizeAs(recorded);
    for (int index = 0; index < ends.size(); index++) {
      RecordedParameter parameter = recorded.get(index);
      double bound = exact.apply(parameter).bound();
      assertThat(StrictMath.abs(ends.get(index) - parameter.end()))
          .as("parameter %d: PyTorch %s, loops %s", index, ends.get(index), parameter.end())
          .isLessThanOrEqualTo(2.0 * bound);
    }
  }

  private List<Double> ends(String python, String settings, List<RecordedParameter> recorded)
      throws IOException, InterruptedException {
    Path script = folder.resolve("optimisers.py");
    try (InputStream resource = getClass().getResourceAsStream("optimisers.py")) {
      Files.copy(resource, script);
    }
    Stream<String> rows =
        recorded.stream()
            .map(
                parameter ->
                    text(
                        DoubleStream.concat(
                            DoubleStream.of(parameter.start()),
                            Arrays.stream(parameter.gradients()))));
    Path input = folder.resolve("input");
    Files.write(input, Stream.concat(Stream.of(settings), rows).toList());
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(python, script.toString())
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    assertThat(succeeds(builder)).as("PyTorch ran to its end").isTrue();
    return Files.readAllLines(output).stream().map(Double::valueOf).toList();
  }

  private static String text(DoubleStream numbers) {
    return numbers.mapToObj(Double::toHexString).collect(Collectors.joining(" "));
  }

  /** A Python of one's own stands before the system's, which may have the library. */
  private static Optional<String> python() {
    return Stream.of("python3", "/usr/bin/python3")
        .filter(PyTorchOptimisersTest::hasLibrary)
        .findFirst();
  }

  private static boolean hasLibrary(String python) {
    try {
      return succeeds(new ProcessBuilder(python, "-c", LIBRARY));
    } catch (IOException notInstalled) {
      return false;
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static boolean succeeds(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();
    return ended && process.exitValue() == 0;
  }
}
