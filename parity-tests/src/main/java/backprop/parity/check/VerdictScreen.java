package backprop.parity.check;

import backprop.parity.diagnosis.slips.RoundedNumber;
import backprop.parity.model.Spelling;
import backprop.parity.terminal.LabelledLines;
import backprop.parity.terminal.NextStep;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terminal.Wrapped;
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
  private final LabelledLines lines;

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
    this.lines = new LabelledLines(style, out);
  }

  public void print(Verdict verdict) {
    printHeadline(verdict);
    out.println();
    lines.print(
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
      lines.print(
          "undecidable",
          count(verdict.undecidable(), "number")
              + ", accepted: at a kink of relu or after an overflow there is no telling");
    }
    verdict.worst().filter(worst -> worst.boundRatio() > 0.0).ifPresent(this::printWorst);
    verdict.firstDivergence().ifPresent(this::printFirst);
    verdict.pattern().ifPresent(pattern -> lines.print("pattern", pattern));
    if (verdict.kind() == Verdict.Kind.DISAGREES) {
      printMistakes(verdict);
    }
    if (!verdict.note().isEmpty()) {
      lines.print("note", verdict.note());
    }
    out.println();
    next(verdict).forEach(out::println);
  }

  private void printHeadline(Verdict verdict) {
    switch (verdict.kind()) {
      case AGREES ->
          headline(
              "AGREES", text -> style.verdict(true, text), "rounding explains every difference");
      case FRAGILE ->
          headline(
              "AGREES, BUT FRAGILE",
              style::caution,
              "the formula is right, and loses accuracy where a network is ill-conditioned");
      case DISAGREES -> headline("DISAGREES", text -> style.verdict(false, text), whyNot(verdict));
      case NO_ANSWER -> out.println(style.verdict(false, "NO ANSWER"));
    }
  }

  private void headline(String what, UnaryOperator<String> colour, String why) {
    String start = colour.apply(what) + "  ";
    Wrapped.behind(start, what.length() + 2, why, style.width()).forEach(out::println);
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
    lines.print("worst", at(worst));
    printValues(worst);
    lines.print("", distance(worst.boundRatio()));
  }

  private void printFirst(Verdict.Divergence first) {
    lines.print("first wrong", at(first.entry()));
    printValues(first.entry());
    RoundedNumber.digits(first.entry().expected(), first.entry().actual())
        .ifPresent(sentence -> lines.print("", sentence));
    lines.print("should be", first.terms().names().in(notation(first)));
    lines.print("", first.terms().numbers());
  }

  private static Notation notation(Verdict.Divergence first) {
    return new LayoutNotation(first.entry().layout());
  }

  private void printValues(ComparedEntry entry) {
    lines.print(
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
              slip -> lines.print("found is", slip),
              () -> lines.print("mistake", "no known mistake matches"));
      return;
    }
    lines.print("mistake", String.join(", or ", names));
    String first = names.get(0).split(" ")[0];
    lines.print("", "gives these very numbers;");
    lines.print("", "'backprop mistakes %s' explains it".formatted(first));
  }

  private static String at(ComparedEntry entry) {
    return "%s, step %d, case %s".formatted(entry.name(), entry.step(), entry.caseName());
  }

  private static String distance(double boundRatio) {
    return Double.isInfinite(boundRatio)
        ? "no rounding error is possible here"
        : NumberText.brief(boundRatio) + " times the rounding bound; up to 2 agrees";
  }

  private List<String> next(Verdict verdict) {
    return switch (verdict.kind()) {
      case AGREES -> List.of("Next: " + whenItAgrees);
      case FRAGILE -> List.of("Next: look at how the number above is computed, not at what.");
      case DISAGREES ->
          NextStep.command(explanation(verdict), "shows every term of it.", style.width());
      case NO_ANSWER -> List.of("Next: 'backprop gradients' shows what an answer looks like.");
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
}
