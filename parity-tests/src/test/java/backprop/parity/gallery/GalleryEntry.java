package backprop.parity.gallery;

import backprop.parity.check.FirstDivergence;
import backprop.parity.check.VerdictScreen;
import backprop.parity.check.VerdictTally;
import backprop.parity.diagnosis.BoundMatch;
import backprop.parity.diagnosis.Diagnosis;
import backprop.parity.diagnosis.Observation;
import backprop.parity.diagnosis.mistakes.CaseSummary;
import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeCatalogue;
import backprop.parity.diagnosis.mistakes.MistakeDescription;
import backprop.parity.diagnosis.mistakes.SmallestNetwork;
import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.terminal.ScreenWidth;
import backprop.parity.terminal.TextStyle;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import backprop.parity.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the gallery says of one mistake. */
record GalleryEntry(Mistake mistake) {
  /** Its line in the table that the page opens with. */
  String opening() {
    MistakeDescription description = MistakeCatalogue.of(mistake);
    String name = mistake.spelling();
    return "| [%s](#%s) | %s | %s |\n"
        .formatted(name, name, description.wrong().replace("|", "\\|"), description.disturbs());
  }

  String text() {
    MistakeDescription description = MistakeCatalogue.of(mistake);
    String seen = description.seen().map(where -> "- seen: " + where + "\n").orElse("");
    String convention =
        description.convention().map(text -> "- convention: " + text + "\n").orElse("");
    return """
        ### %s

        - right: %s
        - wrong: %s
        - disturbs: %s
        - hidden when: %s
        - fix: %s
        %s%s
        <details><summary>%s</summary>

        ```text
        %s
        ```

        %s
        </details>

        """
        .formatted(
            mistake.spelling(),
            description.right(),
            description.wrong(),
            description.disturbs(),
            description.hiddenWhen(),
            description.fix(),
            convention,
            seen,
            "The wrong line, and what <code>check</code> prints",
            description.code(),
            verdict());
  }

  /** On the smallest network; named by all cases of the default suite, as check does. */
  private String verdict() {
    Case smallest = SmallestNetwork.revealing(mistake);
    Result loops = new LoopsSource().answer(smallest);
    VerdictTally tally = new VerdictTally();
    tally.add(new CaseComparison(smallest, loops, answer(smallest), Precision.DOUBLE));
    Verdict verdict = tally.verdict(FirstDivergence::of).withMistakes(names());
    if (verdict.kind() != Verdict.Kind.DISAGREES) {
      return "`check` accepts this: the network it shows on is at an exact kink.\n";
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new VerdictScreen(TextStyle.plain(), name -> name, "", out).print(verdict);
    String screen =
        bytes.toString(StandardCharsets.UTF_8).replaceFirst("(?s)\nNext:.*", "").strip();
    ScreenWidth.requireFits(screen);
    return "On %s, `check` prints:\n\n```text\n%s\n```\n"
        .formatted(CaseSummary.of(smallest), screen);
  }

  private List<String> names() {
    FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(mistake));
    List<Observation> observations = new ArrayList<>();
    for (Case question : DefaultSuite.cases()) {
      if (faulty.applies(question)) {
        observations.add(new Observation(question, answer(question)));
      }
    }
    return Diagnosis.of(observations, new BoundMatch(Precision.DOUBLE)).names();
  }

  /** Without a trace, as most programs answer. */
  Result answer(Case question) {
    return without(new FaultyLoops(FaultyProgram.with(mistake)).answer(question), false, true);
  }

  static Result without(Result answer, boolean trace, boolean updates) {
    List<Map<Quantity, double[][]>> layers = new ArrayList<>();
    for (int l = 1; l <= answer.depth(); l++) {
      Map<Quantity, double[][]> layer = new EnumMap<>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        boolean perSample = quantity.shape() == Quantity.Shape.PER_SAMPLE;
        boolean updated =
            quantity == Quantity.UPDATED_WEIGHTS || quantity == Quantity.UPDATED_BIASES;
        if ((trace || !perSample) && (updates || !updated)) {
          answer.values(quantity, l).ifPresent(values -> layer.put(quantity, values));
        }
      }
      layers.add(layer);
    }
    return new Result(answer.name(), answer.cost(), layers);
  }
}
