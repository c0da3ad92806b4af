package backprop.parity.diagnosis;

import backprop.parity.diagnosis.mistakes.Fault;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeCatalogue;
import backprop.parity.diagnosis.mistakes.MistakeFamily;
import backprop.parity.diagnosis.mistakes.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Every way to make every mistake: as the catalogue has it, in another form, in some layers. */
final class Variants {
  /** What is done layer by layer, and so may be wrong in some of them only. */
  private static final Set<MistakeFamily> BY_LAYER =
      EnumSet.of(
          MistakeFamily.FORWARD,
          MistakeFamily.HIDDEN_DELTA,
          MistakeFamily.WEIGHT_GRADIENTS,
          MistakeFamily.BIAS_GRADIENTS,
          MistakeFamily.UPDATE);

  private Variants() {}

  /** Each mistake as the catalogue has it. */
  static List<Fault> plain() {
    return Mistake.all().stream().map(Fault::new).toList();
  }

  /** The plain ones, then all others: other forms first, then each form in some places only. */
  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>(plain());
    for (Mistake mistake : Mistake.all()) {
      for (int form = 1; form < forms(mistake); form++) {
        faults.add(new Fault(mistake, form, Scope.EVERYWHERE));
      }
    }
    for (Mistake mistake : Mistake.all()) {
      for (Scope scope : Scope.values()) {
        for (int form = 0; form < forms(mistake) && isPossible(mistake, scope); form++) {
          faults.add(new Fault(mistake, form, scope));
        }
      }
    }
    return faults;
  }

  /** In how many ways it can be made. */
  private static int forms(Mistake mistake) {
    return 1 + MistakeCatalogue.of(mistake).forms().size();
  }

  private static boolean isPossible(Mistake mistake, Scope scope) {
    return switch (scope) {
      case EVERYWHERE -> false;
      case WEIGHTS, BIASES ->
          mistake.family() == MistakeFamily.UPDATE || mistake.isFactorOfTheBatch();
      default -> BY_LAYER.contains(mistake.family());
    };
  }
}
