package backprop.parity.check;

import backprop.parity.check.CaseOutcome.Kind;
import java.util.List;

/** A test per case in the Test Anything Protocol, version 13, which {@code prove} and others read. */
final class TapReport {
  private TapReport() {}

  static String of(List<CaseOutcome> outcomes) {
    StringBuilder text = new StringBuilder("TAP version 13\n1..").append(outcomes.size());
    text.append('\n');
    for (int index = 0; index < outcomes.size(); index++) {
      CaseOutcome outcome = outcomes.get(index);
      boolean fails = outcome.isFailure() || outcome.kind() == Kind.DISAGREES_AS_EXPECTED;
      text.append(fails ? "not ok " : "ok ").append(index + 1).append(" - ");
      text.append(outcome.name().replace("#", "\\#")).append(directive(outcome)).append('\n');
      if (outcome.isFailure()) {
        text.append("# ").append(outcome.message()).append('\n');
      }
    }
    return text.toString();
  }

  private static String directive(CaseOutcome outcome) {
    return switch (outcome.kind()) {
      case SKIPPED, NOT_ASKED -> " # SKIP " + outcome.message();
      case DISAGREES_AS_EXPECTED -> " # TODO " + outcome.message();
      case AGREES, DISAGREES, AGREES_UNEXPECTEDLY, NO_ANSWER -> "";
    };
  }
}
