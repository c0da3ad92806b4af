package backprop.parity.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls: neither twin knows the other, both know nothing of the oracle. */
class ArchitectureTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("backprop");

  /** The packages of the oracle from the top down, as its package-info lists them. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("cli"),
          List.of("course", "training", "page", "gallery", "fuzz", "golden", "junit"),
          List.of("check"),
          List.of("explain"),
          List.of("diagnosis"),
          List.of("verdict"),
          List.of("terms"),
          List.of("gradients"),
          List.of("sources"),
          List.of("options"),
          List.of("suites"),
          List.of("html", "terminal", "io"),
          List.of("model"));

  @Test
  void loopsNeedNothingButJava() {
    classes()
        .that(resideInAnyPackage("backprop.loops.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "backprop.loops..", "com.sun.management"))
        .check(CODE);
  }

  @Test
  void matrixNeedsNothingButJavaAndCommonsMath() {
    classes()
        .that(resideInAnyPackage("backprop.matrix.."))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.apache.commons.math3..", "backprop.matrix.."))
        .check(CODE);
  }

  @Test
  void theTextbookLoopsDoNotKnowTheFastOnes() {
    noClasses()
        .that(resideInAnyPackage("backprop.loops"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("backprop.loops.fast.."))
        .check(CODE);
  }

  @Test
  void theTextbookKnowsNoOptimiserButStepEight() {
    noClasses()
        .that(resideInAnyPackage("backprop.loops", "backprop.matrix"))
        .should()
        .dependOnClassesThat(resideInAnyPackage("backprop..optimisers.."))
        .check(CODE);
  }

  @Test
  void everyFloatingPointFunctionComesFromStrictMath() {
    onlyStrictMath().check(CODE);
  }

  @Test
  void aCallOfMathIsSeenAndSoIsAMethodReference() {
    JavaClasses planted = new ClassFileImporter().importClasses(Careless.class);
    List<String> failures = onlyStrictMath().evaluate(planted).getFailureReport().getDetails();
    assertThat(failures)
        .anyMatch(failure -> failure.contains("Math.log("))
        .anyMatch(failure -> failure.contains("Math.exp("))
        .noneMatch(failure -> failure.contains("Math.addExact("));
  }

  @Test
  void noMatrixIsEverStoredInBlocks() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.commons.math3.linear.MatrixUtils")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.apache.commons.math3.linear.BlockRealMatrix")
        .orShould()
        .accessTargetWhere(
            describe("RealVector.outerProduct", access -> access.getName().equals("outerProduct")))
        .because("blocks add four terms at a time, which changes bits above 4096 entries")
        .check(CODE);
  }

  @Test
  void arrowsInTheOracleRunDownwards() {
    Architectures.LayeredArchitecture floors =
        layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (List<String> floor : FLOORS) {
      floors = floors.layer(name(floor)).definedBy(packages(floor));
    }
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      String[] above =
          FLOORS.stream().limit(floor).map(ArchitectureTest::name).toArray(String[]::new);
      floors =
          floor == 0
              ? floors.whereLayer(name(FLOORS.get(floor))).mayNotBeAccessedByAnyLayer()
              : floors.whereLayer(name(FLOORS.get(floor))).mayOnlyBeAccessedByLayers(above);
    }
    floors
        .ensureAllClassesAreContainedInArchitectureIgnoring(
            "backprop.parity", "backprop.loops..", "backprop.matrix..", "java..")
        .check(CODE);
  }

  private static String name(List<String> floor) {
    return String.join(", ", floor);
  }

  private static String[] packages(List<String> floor) {
    return floor.stream().map(name -> "backprop.parity." + name + "..").toArray(String[]::new);
  }

  @Test
  void noTwoPackagesOfTheOracleNeedEachOther() {
    slices().matching("backprop.parity.(*)..").should().beFreeOfCycles().check(CODE);
  }

  /** Math's whole-number functions are exact everywhere; the floating ones need not be. */
  private static ArchRule onlyStrictMath() {
    return noClasses()
        .should()
        .accessTargetWhere(describe("a floating-point function of Math", ArchitectureTest::isMath))
        .orShould()
        .dependOnClassesThat(resideInAnyPackage("org.apache.commons.math3.util.."))
        .because("only the bits of StrictMath are specified");
  }

  private static boolean isMath(JavaAccess<?> access) {
    return access.getTargetOwner().isEquivalentTo(Math.class)
        && access.getTarget().resolveMember().stream()
            .filter(JavaCodeUnit.class::isInstance)
            .map(JavaCodeUnit.class::cast)
            .flatMap(
                unit ->
                    Stream.concat(
                        unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType())))
            .anyMatch(
                type -> type.isEquivalentTo(double.class) || type.isEquivalentTo(float.class));
  }

  /** The planted fault. */
  private static final class Careless {
    static final DoubleUnaryOperator FUNCTION = Math::exp;

    static double logarithm(int count) {
      return Math.log(Math.addExact(count, 1));
    }
  }
}
