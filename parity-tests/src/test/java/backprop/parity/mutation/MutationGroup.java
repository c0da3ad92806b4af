package backprop.parity.mutation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is mutated together, and the quick tests that have to notice. */
enum MutationGroup {
  TWINS(
      List.of("backprop.loops.*", "backprop.matrix.*"),
      List.of("backprop.loops.fast.*"),
      List.of(
          "bits.TwinMethodsTest",
          "bits.TwinRefusalsTest",
          "bits.OptimiserStartTest",
          "bits.OptimiserRefusalsTest",
          "immutability.LoopsImmutabilityTest",
          "immutability.MatrixImmutabilityTest",
          "rules.*",
          "truth.MazurTest",
          "truth.OreillyNotesTest",
          "truth.OptimisersTest")),
  FAST(
      List.of("backprop.loops.fast.*"),
      List.of(),
      List.of(
          "loops.fast.*",
          "bits.WorkspaceTest",
          "bits.OptimisersTest",
          "bits.OptimiserRefusalsTest")),
  BOUND(
      List.of(
          "backprop.parity.verdict.ActivationError",
          "backprop.parity.verdict.CostError",
          "backprop.parity.verdict.ErrorBound",
          "backprop.parity.verdict.Estimate",
          "backprop.parity.verdict.Precision",
          "backprop.parity.verdict.RunningError"),
      List.of(),
      List.of(
          "golden.GoldenVectorTest",
          "verdict.CoarsePrecisionTest",
          "verdict.KinkTest",
          "verdict.PrecisionTest",
          "verdict.RunningErrorTest")),
  DIAGNOSIS(
      List.of(
          "backprop.parity.diagnosis.FaultPattern",
          "backprop.parity.diagnosis.FaultPlace",
          "backprop.parity.diagnosis.MissingTranspose",
          "backprop.parity.diagnosis.ReductionFactor",
          "backprop.parity.diagnosis.SwappedFactors"),
      List.of(),
      List.of(
          "check.FirstDivergenceTest",
          "diagnosis.FaultPatternTest",
          "diagnosis.FaultPlaceTest",
          "diagnosis.LastLayerPatternTest",
          "diagnosis.MazurDiagnosisTest",
          "diagnosis.MissingTransposeTest",
          "diagnosis.ReductionFactorTest",
          "diagnosis.SwappedFactorsTest")),
  READERS(
      List.of(
          "backprop.parity.io.ResultReader",
          "backprop.parity.io.Answer",
          "backprop.parity.io.FunctionProblemReader",
          "backprop.parity.io.JsonCursor",
          "backprop.parity.io.PlainReader",
          "backprop.parity.io.CaseReader"),
      List.of(),
      List.of("io.*", "damage.DamagedInputTest"));

  private final List<String> targets;
  private final List<String> left;
  private final List<String> tests;

  MutationGroup(List<String> targets, List<String> left, List<String> tests) {
    this.targets = targets;
    this.left = left;
    this.tests = tests;
  }

  /** How the command line and the page name it. */
  String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The classes that are changed, for a reader. */
  String code() {
    String all = String.join(", ", targets);
    return left.isEmpty() ? all : all + " without " + String.join(", ", left);
  }

  /** The tests that are asked, for a reader. */
  String asked() {
    return String.join(", ", tests);
  }

  /** Whether this group mutates the class of that name. */
  boolean mutates(String className) {
    return matches(targets, className) && !matches(left, className);
  }

  private static boolean matches(List<String> patterns, String className) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                pattern.endsWith("*")
                    ? className.startsWith(pattern.substring(0, pattern.length() - 1))
                    : className.equals(pattern) || className.startsWith(pattern + "$"));
  }

  /** What PIT is told of it. */
  List<String> arguments() {
    return List.of(
        "--targetClasses",
        targets.stream().flatMap(MutationGroup::withNested).collect(Collectors.joining(",")),
        "--excludedClasses",
        String.join(",", left),
        "--targetTests",
        tests.stream().map(MutationGroup::inFull).collect(Collectors.joining(",")));
  }

  private static Stream<String> withNested(String pattern) {
    return pattern.endsWith("*") ? Stream.of(pattern) : Stream.of(pattern, pattern + "$*");
  }

  /** Every package is one of the oracle's, but that of the fast loops' own tests. */
  private static String inFull(String test) {
    return test.startsWith("loops.") ? "backprop." + test : "backprop.parity." + test;
  }
}
