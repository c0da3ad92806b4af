package backprop.parity.bits;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Bits;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every public step of one twin is found by reflection and set against the other's. */
class TwinMethodsTest {
  private static final List<String> STEPS =
      List.of("ForwardPass", "BackwardPass", "GradientDescent");
  private static final List<String> OPTIMISERS =
      List.of("optimisers.Momentum", "optimisers.Moment", "optimisers.Adam");
  private static final List<String> FUNCTIONS = List.of("Activation", "Cost", "Reduction");

  /** One method of the loops, and the method of the matrices that has its name. */
  private record Pair(Method loops, Method matrix) {
    @Override
    public String toString() {
      return loops.getDeclaringClass().getSimpleName() + "." + loops.getName();
    }
  }

  @Test
  void bothTwinsHaveTheSamePublicSteps() {
    for (String name : all()) {
      assertThat(signatures("backprop.matrix." + name))
          .as(name)
          .isEqualTo(signatures("backprop.loops." + name));
    }
  }

  @TestFactory
  Stream<DynamicTest> everyPublicStepHasTheSameBits() {
    return pairs().stream()
        .map(pair -> DynamicTest.dynamicTest(pair.toString(), () -> requireSameBits(pair)));
  }

  @Test
  void theSweepFindsAllEightSteps() {
    assertThat(pairs())
        .extracting(pair -> pair.loops().getName())
        .contains("preActivations", "activations", "cost", "outputDelta")
        .contains("biasGradients", "weightGradients", "hiddenDelta")
        .contains("updatedWeights", "updatedBiases");
  }

  @Test
  void theSweepFindsTheTermsOfEveryOptimiser() {
    assertThat(pairs())
        .extracting(Pair::toString)
        .contains("Momentum.velocity", "Moment.mean")
        .contains("Adam.squares", "Adam.sizes", "Adam.directions");
  }

  private static void requireSameBits(Pair pair) throws ReflectiveOperationException {
    for (TwinArguments arguments : TwinArguments.allFor(pair.loops())) {
      List<Double> loops = answer(pair.loops(), arguments.loops());
      List<Double> matrix = answer(pair.matrix(), arguments.matrix());
      assertThat(matrix).as("%s%s: entries", pair, arguments).hasSameSizeAs(loops);
      for (int index = 0; index < loops.size(); index++) {
        assertThat(Bits.text(matrix.get(index)))
            .as("%s%s, entry %d row by row", pair, arguments, index)
            .isEqualTo(Bits.text(loops.get(index)));
      }
    }
  }

  /** Every entry of what the method returns; nothing if softmax has no answer for one number. */
  private static List<Double> answer(Method method, List<Object> arguments)
      throws ReflectiveOperationException {
    boolean isStatic = Modifier.isStatic(method.getModifiers());
    Object receiver = isStatic ? null : arguments.get(0);
    List<Object> parameters = isStatic ? arguments : arguments.subList(1, arguments.size());
    try {
      return TwinArguments.entries(method.invoke(receiver, parameters.toArray()));
    } catch (InvocationTargetException refused) {
      assertThat(refused.getCause()).isInstanceOf(UnsupportedOperationException.class);
      return List.of();
    }
  }

  private static List<String> all() {
    return Stream.of(STEPS, OPTIMISERS, FUNCTIONS).flatMap(List::stream).toList();
  }

  private static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (String name : all()) {
      List<Method> matrix = methods("backprop.matrix." + name);
      for (Method loops : methods("backprop.loops." + name)) {
        Predicate<Method> same = method -> signature(method).equals(signature(loops));
        pairs.add(new Pair(loops, matrix.stream().filter(same).findFirst().orElseThrow()));
      }
    }
    return pairs;
  }

  /**
   * The public methods that somebody wrote; an enum's values and valueOf are the compiler's. Of an
   * optimiser those that compute terms: the rest of it is what {@link OptimisersTest} is for.
   */
  private static List<Method> methods(String className) {
    Class<?> owner = classNamed(className);
    return Arrays.stream(owner.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !owner.isEnum() || !Modifier.isStatic(method.getModifiers()))
        .filter(method -> !owner.isRecord() || word(method.getReturnType()).equals("matrix"))
        .toList();
  }

  private static Class<?> classNamed(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException missing) {
      throw new AssertionError("there is no " + name, missing);
    }
  }

  private static List<String> signatures(String className) {
    return methods(className).stream().map(TwinMethodsTest::signature).sorted().toList();
  }

  /** Name and types, with the same word for what the twins hold in different types. */
  private static String signature(Method method) {
    Stream<String> types = Arrays.stream(method.getParameterTypes()).map(TwinMethodsTest::word);
    return method.getName() + types.toList() + word(method.getReturnType());
  }

  private static String word(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "double[][]", "double[]", "RealMatrix" -> "matrix";
      default -> type.getSimpleName();
    };
  }
}
