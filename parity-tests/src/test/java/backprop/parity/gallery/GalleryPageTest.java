package backprop.parity.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Network;
import backprop.parity.diagnosis.BoundMatch;
import backprop.parity.diagnosis.Diagnosis;
import backprop.parity.diagnosis.Observation;
import backprop.parity.diagnosis.mistakes.CaseSummary;
import backprop.parity.diagnosis.mistakes.FaultyLoops;
import backprop.parity.diagnosis.mistakes.FaultyProgram;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeFamily;
import backprop.parity.fuzz.FuzzTrial;
import backprop.parity.fuzz.Fuzzer;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.Selection;
import backprop.parity.verdict.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * The gallery of mistakes says what the catalogue, the oracle and the fuzzer say. {@code
 * -DwritePages=true} writes it anew.
 */
class GalleryPageTest {
  private static final Path PAGE = Path.of("MISTAKES.md");

  @Test
  void thePageShowsWhatTheProgramsSay() throws IOException {
    String page = page();
    if (Boolean.getBoolean("writePages")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page);
  }

  private static String page() {
    StringBuilder page =
        new StringBuilder(
            """
            # Mistakes in hand-written backpropagation

            These %d are made again and again. Each name leads to the right formula, the fix, and what
            `check` prints; `backprop mistakes NAME` shows one with live numbers.

            | mistake | what is wrong | where it shows |
            |---|---|---|
            """
                .formatted(Mistake.all().size()));
    for (MistakeFamily family : MistakeFamily.values()) {
      page.append("| **[%s](#%s)** | | |\n".formatted(family.title(), anchor(family)));
      Mistake.of(family).forEach(mistake -> page.append(new GalleryEntry(mistake).opening()));
    }
    page.append(
        """

        Each is a switch of the project's own faulty loops, so `check` and `fuzz` name a mistake by making
        it: what is named gives your numbers on every case. Where one was seen in public, it says so. This
        page is written by `GalleryPageTest`, which fails when it is out of date.

        """);
    for (MistakeFamily family : MistakeFamily.values()) {
      page.append("## ").append(family.title()).append("\n\n");
      for (Mistake mistake : Mistake.of(family)) {
        page.append(new GalleryEntry(mistake).text());
      }
    }
    page.append(
        """
        ## How many are named

        Every single mistake, in programs that answer what the example candidates answer of the default
        suite: most leave out softmax without cross-entropy and cross-entropy without softmax.

        | the program gives | as | cases | named alone | in a tie | not seen | unknown |
        |---|---|---|---|---|---|---|
        """);
    page.append(named("cost and gradients", "Perl, Java", GalleryPageTest::usualLayout, false));
    page.append(named("cost and gradients", "Python, JavaScript", GalleryPageTest::paired, false));
    page.append(named("every step", "NumPy", GalleryPageTest::paired, true));
    page.append(named("cost, gradients, updates", "any that knows all", all -> true, false));
    page.append(
        """

        ## The smallest networks that fuzz finds

        `fuzz` draws random networks of the whole language until one fails, then makes it small. With
        each mistake, seed 1:

        <details><summary>All %d</summary>

        | mistake | network | weights and biases |
        |---|---|---|
        """
            .formatted(Mistake.all().size()));
    Mistake.all().forEach(mistake -> page.append(fuzzed(mistake)));
    page.append("\n</details>\n");
    return page.toString();
  }

  /** What a link to the heading of a family says, as GitHub makes it. */
  private static String anchor(MistakeFamily family) {
    return family.title().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static boolean paired(Case question) {
    Network network = question.network();
    boolean softmax = network.layer(network.depth()).activation() == Activation.SOFTMAX;
    return softmax == (network.cost() == Cost.CROSS_ENTROPY);
  }

  private static boolean usualLayout(Case question) {
    return paired(question) && question.weightLayout() == WeightLayout.OUTPUTS_BY_INPUTS;
  }

  /** A row on programs that answer these cases; updates only if they answer all. */
  private static String named(String given, String like, Predicate<Case> supported, boolean trace) {
    List<Case> cases = DefaultSuite.cases().stream().filter(supported).toList();
    boolean updates = cases.size() == DefaultSuite.cases().size();
    int alone = 0;
    int tied = 0;
    int hidden = 0;
    int unknown = 0;
    for (Mistake mistake : Mistake.all()) {
      FaultyLoops faulty = new FaultyLoops(FaultyProgram.with(mistake));
      List<Observation> observations = new ArrayList<>();
      for (Case question : cases) {
        if (faulty.applies(question)) {
          Result answer = faulty.answer(question);
          observations.add(new Observation(question, GalleryEntry.without(answer, trace, updates)));
        }
      }
      Diagnosis diagnosis = Diagnosis.of(observations, new BoundMatch(Precision.DOUBLE));
      int names = diagnosis.names().size();
      hidden += diagnosis.correct() ? 1 : 0;
      alone += names == 1 ? 1 : 0;
      tied += names > 1 ? 1 : 0;
      unknown += names == 0 && !diagnosis.correct() ? 1 : 0;
    }
    return "| %s | %s | %d | %d | %d | %d | %d |\n"
        .formatted(given, like, cases.size(), alone, tied, hidden, unknown);
  }

  private static String fuzzed(Mistake mistake) {
    try (FuzzTrial trial = new FuzzTrial(() -> new FaultyCandidate(mistake), Precision.DOUBLE)) {
      Optional<Fuzzer.Failure> failure =
          new Fuzzer(trial, new Selection(List.of()), ignored -> {}).run(1, 300);
      return failure
          .map(found -> row(mistake, found.smallest()))
          .orElse("| %s | none of 300 random networks fails | |\n".formatted(mistake.spelling()));
    }
  }

  private static String row(Mistake mistake, Case smallest) {
    int parameters =
        smallest.network().layers().stream()
            .mapToInt(layer -> layer.outputs() * (layer.inputs() + 1))
            .sum();
    return "| %s | %s | %d |\n".formatted(mistake.spelling(), CaseSummary.of(smallest), parameters);
  }

  /** The faulty loops as a candidate; what their mistake does not allow is unsupported. */
  private record FaultyCandidate(Mistake mistake) implements Candidate {
    @Override
    public CandidateReply answer(Case question) throws NoUsableAnswer {
      boolean applies = new FaultyLoops(FaultyProgram.with(mistake)).applies(question);
      return new CandidateReply(
          applies ? Optional.of(new GalleryEntry(mistake).answer(question)) : Optional.empty(),
          Set.of());
    }

    @Override
    public List<String> finish() {
      return List.of();
    }

    @Override
    public void close() {
      // Nothing runs.
    }
  }
}
