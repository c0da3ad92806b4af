package backprop.parity.sources;

import backprop.parity.model.InvalidInput;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Every source that computes by itself, by name. */
public final class Sources {
  private static final List<GradientSource> ALL =
      List.of(
          new LoopsSource(),
          new FastSource(),
          new MatrixSource(),
          new NumericalSource(),
          new ForwardModeSource(),
          new ExactSource());

  private Sources() {}

  /**
   * The source with that name.
   *
   * @throws InvalidInput if there is none
   */
  public static GradientSource named(String name) {
    return ALL.stream()
        .filter(source -> source.name().equals(name))
        .findAny()
        .orElseThrow(() -> unknown(name));
  }

  private static InvalidInput unknown(String name) {
    String known = ALL.stream().map(GradientSource::name).collect(Collectors.joining(", "));
    return new InvalidInput("--source " + name + ": expected one of " + known + ".");
  }

  /** The names, for the command line's help. */
  public static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ALL.stream().map(GradientSource::name).iterator();
    }
  }
}
