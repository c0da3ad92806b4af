package backprop.parity.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The twins mirror each other: only bodies differ, and arrays against matrices. */
class MirrorTest {
  private static final List<TwinSource> LOOPS = withOptimisers("loops");
  private static final List<TwinSource> MATRIX = withOptimisers("matrix");

  static List<TwinSource> loops() {
    return LOOPS;
  }

  @Test
  void matrixHasTheSameFilesAndMatrices() {
    List<String> expected = new ArrayList<>(names(LOOPS));
    expected.add("Matrices.java");
    assertThat(names(MATRIX)).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("loops")
  void publicDeclarationsAreTheSameInTheSameOrder(TwinSource loops) {
    List<String> expected =
        loops.publicDeclarations().stream().map(MirrorTest::withMatrices).toList();
    assertThat(twinOf(loops).publicDeclarations()).as(loops.name()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("loops")
  void stepsHaveTheSameThreeLinesInTheSameOrder(TwinSource loops) {
    List<List<String>> expected = loops.steps().stream().map(TwinSource.Step::beats).toList();
    List<List<String>> found = twinOf(loops).steps().stream().map(TwinSource.Step::beats).toList();
    assertThat(found).as(loops.name()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("loops")
  void parametersOfStepsCarryTheSameIndices(TwinSource loops) {
    List<List<String>> expected =
        loops.steps().stream().map(TwinSource.Step::parameterComments).toList();
    List<List<String>> found =
        twinOf(loops).steps().stream().map(TwinSource.Step::parameterComments).toList();
    assertThat(found).as(loops.name()).isEqualTo(expected);
  }

  @Test
  void theThreeLinesAreWhatItIsThenTermsThenMatrix() {
    for (TwinSource source : LOOPS) {
      for (TwinSource.Step step : source.steps()) {
        assertThat(step.beats().get(1)).as(step.beats().get(0)).startsWith("Terms: ");
        assertThat(step.beats().get(2)).as(step.beats().get(0)).startsWith("Matrix: ");
      }
    }
  }

  @Test
  void theStepsAreNumberedFromOneToEight() {
    List<String> numbers = new ArrayList<>();
    for (String file : List.of("ForwardPass.java", "BackwardPass.java", "GradientDescent.java")) {
      for (TwinSource.Step step : named(LOOPS, file).steps()) {
        numbers.add(step.beats().get(0).replaceFirst(":.*", ""));
      }
    }
    assertThat(numbers)
        .containsExactly(
            "Step 1", "Step 2", "Step 3", "Step 4", "Step 5", "Step 6", "Step 7", "Step 8",
            "Step 8");
  }

  @Test
  void everyOptimiserButThePlainOneSaysItsTermsToo() {
    List<String> withTerms = List.of("Momentum", "Moment", "Adam");
    for (String name : withTerms) {
      assertThat(named(LOOPS, "optimisers/" + name + ".java").steps()).as(name).isNotEmpty();
    }
  }

  private static List<TwinSource> withOptimisers(String twin) {
    List<TwinSource> files = new ArrayList<>(TwinSource.twin(twin));
    files.addAll(TwinSource.optimisers(twin));
    return List.copyOf(files);
  }

  private static String withMatrices(String declaration) {
    return declaration
        .replace("double[][][]", "RealMatrix[]")
        .replace("double[][]", "RealMatrix")
        .replace("double[]", "RealMatrix");
  }

  private static TwinSource twinOf(TwinSource loops) {
    return named(MATRIX, loops.name());
  }

  private static TwinSource named(List<TwinSource> twin, String name) {
    return twin.stream().filter(source -> source.name().equals(name)).findFirst().orElseThrow();
  }

  private static List<String> names(List<TwinSource> twin) {
    return twin.stream().map(TwinSource::name).toList();
  }
}
