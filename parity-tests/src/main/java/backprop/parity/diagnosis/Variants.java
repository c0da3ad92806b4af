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

  /** The plain ones, then all others. */
  static List<Fault> all() {
    List<Fault> faults = new ArrayList<>(plain());
    for (Mistake mistake : Mistake.all()) {
      int forms = MistakeCatalogue.of(mistake).forms().size();
      for (int form = 1; form <= forms; form++) {
        faults.add(new Fault(mistake, form, Scope.EVERYWHERE));
      }
    }
    for (Mistake mistake : Mistake.all()) {
      if (BY_LAYER.contains(mistake.family())) {
        for (Scope scope : Scope.values()) {
          if (scope != Scope.EVERYWHERE) {
            faults.add(new Fault(mistake, 0, scope));
          }
        }
      }
    }
    return faults;
  }
}
