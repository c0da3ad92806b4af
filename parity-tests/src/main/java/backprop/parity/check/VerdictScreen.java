package backprop.parity.check;

import backprop.parity.diagnosis.slips.RoundedNumber;
import backprop.parity.model.Spelling;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.terms.Notation;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.ComparedEntry;
import backprop.parity.verdict.Verdict;
import java.io.PrintStream;
import java.util.List;
import java.util.function.UnaryOperator;

/** A verdict on one screen: what, how much, how far, where first, why, and what to do next. */
public final class VerdictScreen {
  private final TextStyle style;
  private final UnaryOperator<String> argumentOf;
  private final String whenItAgrees;
  private final PrintStream out;

  /**
   * @param argumentOf what to type on the command line for the case with a name
   * @param whenItAgrees what to do next if there is nothing to fix
   */
  public VerdictScreen(
      TextStyle style, UnaryOperator<String> argumentOf, String whenItAgrees, PrintStream out) {
    this.style = style;
    this.argumentOf = argumentOf;
    this.whenItAgrees = whenItAgrees;
    this.out = out;
  }

  public void print(Verdict verdict) {
    out.println(headline(verdict));
    out.println();
    line(
        "compared",
        "%s, %s; %d with identical bits%s"
            .formatted(
                count(verdict.casesCompared(), "case"),
                count(verdict.entriesCompared(), "number"),
                verdict.identicalBits(),
                verdict.casesSkipped() == 0
                    ? ""
                    : "; " + count(verdict.casesSkipped(), "case") + " skipped"));
    if (verdict.undecidable() > 0) {
      line(
          "undecidable",
          count(verdict.undecidable(), "number")
              + ", accepted: at a kink of relu or after an overflow there is no telling");
    }
    verdict.worst().filter(worst -> worst.boundRatio() > 0.0).ifPresent(this::printWorst);
    verdict.firstDivergence().ifPresent(this::printFirst);
    verdict.pattern().ifPresent(pattern -> line("pattern", pattern));
    if (verdict.kind() == Verdict.Kind.DISAGREES) {
      printMistakes(verdict);
    }
    if (!verdict.note().isEmpty()) {
      line("note", verdict.note());
    }
    out.println();
    out.println(next(verdict));
  }

  private String headline(Verdict verdict) {
    return switch (verdict.kind()) {
      case AGREES -> style.verdict(true, "AGREES") + "  rounding explains every difference";
      case FRAGILE ->
          style.caution("AGREES, BUT FRAGILE")
              + "  the formula is right, and loses accuracy where a network is ill-conditioned";
      case DISAGREES -> style.verdict(false, "DISAGREES") + "  " + whyNot(verdict);
      case NO_ANSWER -> style.verdict(false, "NO ANSWER");
    };
  }

  private static String whyNot(Verdict verdict) {
    return verdict
        .rightIn()
        .map(
            precision ->
                "right in %s precision: is it allowed on purpose? Then ask with --precision %s"
                    .formatted(Spelling.of(precision), Spelling.of(precision)))
        .orElse("rounding does not explain this");
  }

  private void printWorst(ComparedEntry worst) {
    line("worst", at(worst));
    printValues(worst);
    line("", distance(worst.boundRatio()));
  }

  private void printFirst(Verdict.Divergence first) {
    line("first wrong", at(first.entry()));
    printValues(first.entry());
    RoundedNumber.digits(first.entry().expected(), first.entry().actual())
        .ifPresent(sentence -> line("", sentence));
    line("should be", first.terms().names().in(notation(first)));
    line("", first.terms().numbers());
  }

  private static Notation notation(Verdict.Divergence first) {
    return new LayoutNotation(first.entry().layout());
  }

  private void printValues(ComparedEntry entry) {
    line(
        "",
        "expected %s, found %s"
            .formatted(NumberText.full(entry.expected()), NumberText.full(entry.actual())));
  }

  /** Who makes one slip makes no mistake that has a name. */
  private void printMistakes(Verdict verdict) {
    List<String> names = verdict.mistakes();
    if (names.isEmpty()) {
      verdict
          .firstDivergence()
          .flatMap(first -> first.slip().map(slip -> slip.in(notation(first))))
          .ifPresentOrElse(
              slip -> line("found is", slip), () -> line("mistake", "no known mistake matches"));
      return;
    }
    line("mistake", String.join(", or ", names));
    String first = names.get(0).split(" ")[0];
    line("", "gives these very numbers: 'backprop mistakes %s' explains it".formatted(first));
  }

  private static String at(ComparedEntry entry) {
    return "%s, step %d, case %s".formatted(entry.name(), entry.step(), entry.caseName());
  }

  private static String distance(double boundRatio) {
    return Double.isInfinite(boundRatio)
        ? "no rounding error is possible here"
        : NumberText.brief(boundRatio) + " times the rounding bound; up to 2 agrees";
  }

  private String next(Verdict verdict) {
    return switch (verdict.kind()) {
      case AGREES -> "Next: " + whenItAgrees;
      case FRAGILE -> "Next: look at how the number above is computed, not at what.";
      case DISAGREES -> "Next: " + explanation(verdict) + " shows every term of it.";
      case NO_ANSWER -> "Next: 'backprop gradients' shows what an answer looks like.";
    };
  }

  private String explanation(Verdict verdict) {
    ComparedEntry entry = verdict.firstDivergence().orElseThrow().entry();
    return "backprop explain %s --entry '%s'"
        .formatted(argumentOf.apply(entry.caseName()), entry.name());
  }

  private static String count(int number, String what) {
    return "%d %s%s".formatted(number, what, number == 1 ? "" : "s");
  }

  private void line(String label, String text) {
    out.println("  " + style.faint("%-12s".formatted(label)) + " " + text);
  }
}
