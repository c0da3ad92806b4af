package backprop.parity.suites;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Reduction;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Rows;
import backprop.parity.model.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The cases that use nothing but what a program knows: {@code sigmoid,half-squared-error,one-sample}.
 *
 * <p>Naming one activation leaves out all cases with another, and so for costs and reductions. Kinds
 * of which nothing is named are not looked at.
 */
public final class Selection {
  private static final int FEWEST = 60;
  private static final int MOST_TRIES = 100_000;
  private static final String NO_UPDATE = "no-update";
  private static final String NO_BIASES = "no-biases";
  private static final Map<String, Predicate<Case>> SHAPES = shapes();

  private final Set<Activation> activations = EnumSet.noneOf(Activation.class);
  private final Set<Cost> costs = EnumSet.noneOf(Cost.class);
  private final Set<Reduction> reductions = EnumSet.noneOf(Reduction.class);
  private final List<Predicate<Case>> shapes = new ArrayList<>();
  private final boolean withoutUpdate;
  private final boolean withoutBiases;

  private static Map<String, Predicate<Case>> shapes() {
    Map<String, Predicate<Case>> shapes = new LinkedHashMap<>();
    shapes.put("one-sample", question -> question.samples() == 1);
    shapes.put("one-layer", question -> question.network().depth() == 1);
    shapes.put("two-layers", question -> question.network().depth() == 2);
    shapes.put("three-layers", question -> question.network().depth() == 3);
    shapes.put(NO_BIASES, Selection::hasNoBiases);
    shapes.put("one-hot", Selection::isOneHot);
    shapes.put("same-activation", Selection::hasOneHiddenActivation);
    shapes.put("one-output", question -> question.targets().length == 1);
    shapes.put(NO_UPDATE, question -> question.learningRate().isEmpty());
    return shapes;
  }

  /**
   * A selection by names.
   *
   * @throws InvalidInput if a name is not known
   */
  public Selection(List<String> names) {
    withoutUpdate = names.contains(NO_UPDATE);
    withoutBiases = names.contains(NO_BIASES);
    for (String name : names) {
      Optional<Activation> activation = Spelling.find(Activation.class, name);
      Optional<Cost> cost = Spelling.find(Cost.class, name);
      Optional<Reduction> reduction = Spelling.find(Reduction.class, name);
      Optional<Predicate<Case>> shape = Optional.ofNullable(SHAPES.get(name));
      activation.ifPresent(activations::add);
      cost.ifPresent(costs::add);
      reduction.ifPresent(reductions::add);
      shape.ifPresent(shapes::add);
      if (activation.isEmpty() && cost.isEmpty() && reduction.isEmpty() && shape.isEmpty()) {
        throw new InvalidInput(
            "--only %s: expected one of %s.".formatted(name, String.join(", ", known())));
      }
    }
  }

  /** Every name there is. */
  public static List<String> known() {
    List<String> known = new ArrayList<>();
    Arrays.stream(Activation.values()).map(Spelling::of).forEach(known::add);
    Arrays.stream(Cost.values()).map(Spelling::of).forEach(known::add);
    Arrays.stream(Reduction.values()).map(Spelling::of).forEach(known::add);
    known.addAll(SHAPES.keySet());
    return known;
  }

  /** Those of some cases that use nothing else; every case can be asked without its update. */
  public List<Case> of(List<Case> cases) {
    return cases.stream()
        .map(question -> withoutUpdate ? question.withoutLearningRate() : question)
        .filter(this::accepts)
        .toList();
  }

  /**
   * The cases that use nothing else, and where they are fewer than sixty, more of that kind; always
   * the same ones.
   */
  public List<Case> enoughOf(List<Case> cases) {
    List<Case> enough = new ArrayList<>(of(cases));
    enough.addAll(more(FEWEST - enough.size()));
    return enough;
  }

  /** That many cases of the kind; always the same ones, and fewer only if there are no more. */
  public List<Case> more(int count) {
    List<Case> more = new ArrayList<>();
    for (int number = 1; more.size() < count && number <= MOST_TRIES; number++) {
      CasesOfKind.Kind kind = CasesOfKind.kind(number, !withoutBiases);
      if (activations.isEmpty() || kind.isMadeOf(activations)) {
        Case question = adapted(CasesOfKind.of(kind));
        if (accepts(question)) {
          more.add(question);
        }
      }
    }
    return more;
  }

  /** The same case without the update or the biases, where those are not to be asked for. */
  public Case adapted(Case question) {
    Case withUpdate = withoutUpdate ? question.withoutLearningRate() : question;
    boolean biases = withoutBiases && !hasNoBiases(question);
    return biases ? withUpdate.withoutBiasesAnywhere() : withUpdate;
  }

  private static boolean hasNoBiases(Case question) {
    return IntStream.rangeClosed(1, question.network().depth()).noneMatch(question::hasBiases);
  }

  private static boolean isOneHot(Case question) {
    for (double[] target : Rows.transpose(question.targets())) {
      boolean hot = Arrays.stream(target).filter(value -> value == 1.0).count() == 1;
      if (!hot || Arrays.stream(target).anyMatch(value -> value != 0.0 && value != 1.0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasOneHiddenActivation(Case question) {
    int depth = question.network().depth();
    return question.network().layers().stream()
            .limit(depth - 1L)
            .map(Layer::activation)
            .distinct()
            .count()
        <= 1;
  }

  /** Whether a case uses nothing else. */
  public boolean accepts(Case question) {
    List<Activation> used =
        question.network().layers().stream().map(Layer::activation).distinct().toList();
    return (activations.isEmpty() || activations.containsAll(used))
        && (costs.isEmpty() || costs.contains(question.network().cost()))
        && (reductions.isEmpty() || reductions.contains(question.network().reduction()))
        && shapes.stream().allMatch(shape -> shape.test(question));
  }
}
