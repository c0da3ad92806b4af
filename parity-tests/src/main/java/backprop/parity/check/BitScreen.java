package backprop.parity.check;

import backprop.parity.model.Bits;
import backprop.parity.model.Plural;
import backprop.parity.terminal.LabelledLines;
import backprop.parity.terminal.TextStyle;
import backprop.parity.verdict.BitDifference;
import java.io.PrintStream;
import java.util.OptionalLong;

/** A verdict on bits on one screen. */
public final class BitScreen {
  private final TextStyle style;
  private final PrintStream out;
  private final LabelledLines lines;

  public BitScreen(TextStyle style, PrintStream out) {
    this.style = style;
    this.out = out;
    this.lines = new LabelledLines(style, out);
  }

  public void print(BitVerdict verdict) {
    boolean agrees = verdict.first().isEmpty();
    out.println(
        agrees
            ? style.verdict(true, "AGREES") + "  every number has the bits of the loops"
            : style.verdict(false, "DISAGREES") + "  some numbers have other bits than the loops'");
    out.println();
    String skipped =
        verdict.skipped() == 0 ? "" : "; " + Plural.of(verdict.skipped(), "case") + " skipped";
    lines.print(
        "compared",
        "%s, %s; %d with identical bits%s"
            .formatted(
                Plural.of(verdict.cases(), "case"),
                Plural.of(verdict.numbers(), "number"),
                verdict.identical(),
                skipped));
    verdict.first().ifPresent(first -> printFirst(verdict.caseName(), first));
    verdict.digest().ifPresent(digest -> lines.print("digest", digest));
    if (!agrees) {
      lines.print("reason", verdict.reason().orElse("no habit that is known gives this number"));
    }
    if (!verdict.note().isEmpty()) {
      lines.print("note", verdict.note());
    }
    out.println();
    out.println(
        agrees
            ? "Next: backprop fuzz --bits makes up networks until one of them differs."
            : "Next: parity-tests/EXACT.md says what every step does, and what breaks bits.");
  }

  private void printFirst(String caseName, BitDifference first) {
    lines.print(
        "first other",
        "%s, step %d, case %s".formatted(first.entry().name(), first.step(), caseName));
    lines.print("", "expected " + Bits.text(first.expected()));
    lines.print("", "found    " + Bits.text(first.actual()));
    OptionalLong places = Bits.lastPlaces(first.expected(), first.actual());
    places.ifPresent(count -> lines.print("", distance(count)));
  }

  private static String distance(long places) {
    return places == 1 ? "1 last place away" : places + " last places away";
  }
}
