package backprop.parity.diagnosis.mistakes;

/**
 * A mistake as one program makes it.
 *
 * @param form 0 for the mistake as the catalogue describes it, n for the n-th of its other forms
 * @param scope the layers in which it is made
 */
public record Fault(Mistake mistake, int form, Scope scope) {
  /** The mistake as the catalogue describes it, in every layer. */
  public Fault(Mistake mistake) {
    this(mistake, 0, Scope.EVERYWHERE);
  }

  /** Whether it changes the printed cost and nothing else. */
  public boolean isOfCostAlone() {
    return switch (mistake) {
      case SQUARE_OF_THE_SUM -> form == 0;
      case EPSILON_IN_LOGARITHM -> form / FaultyLogarithm.EPSILONS.length != 1;
      default -> mistake.family() == MistakeFamily.COST;
    };
  }

  /** Which form and where, if it is not what the name alone says: {@code weights only}. */
  String variant() {
    String words = form == 0 ? "" : MistakeCatalogue.of(mistake).forms().get(form - 1);
    if (scope == Scope.EVERYWHERE) {
      return words;
    }
    return words.isEmpty() ? scope.words() : words + ", " + scope.words();
  }
}
