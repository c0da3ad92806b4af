package backprop.parity.golden;

import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.gradients.GradientDigest;
import backprop.parity.model.Case;
import backprop.parity.model.Spelling;
import backprop.parity.sources.LoopsSource;
import java.util.List;
import java.util.stream.Collectors;

/** A page that says of every case what it is, and what it can and cannot reveal. */
record SuiteIndex(List<Case> cases, RevealMatrix matrix) {
  String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("# Golden vectors, ").append(GoldenVector.FORMAT).append("\n\n");
    page.append(
        """
        `golden.jsonl` holds one case per line: the `case` itself, the right answer with every step
        between (`expected`), and how far a right program in double precision may be from each
        number (`allowed`): |answer - expected| ≤ allowed. Where `bits` is true nothing is ever
        rounded, and the same bits are demanded (only a zero may have either sign).
        `golden-plain.txt` holds the same for languages without JSON, three lines a case in the plain
        protocol: the case, the answer with its gradients, and what is allowed for each number of it.
        `golden.schema.json` describes a line of JSON, `SHA256SUMS` the bytes. `reveals.csv` says of every
        case and every known mistake whether a program with that mistake fails there (1), passes all
        the same (0), or cannot answer, because the shapes do not allow the mistake (-).

        ## Flags

        | flag | what it means |
        |---|---|
        """);
    for (RevealFlag flag : RevealFlag.values()) {
      page.append("| %s | %s |\n".formatted(Spelling.of(flag), flag.note()));
    }
    page.append(
        "\n## What no case tells\n\n"
            + matrix.blindSpots()
            + "\n## Cases\n\nOf %d mistakes, each case reveals the number in the last column.\n\n"
                .formatted(Mistake.all().size())
            + "| line | name | network | cost, reduction | samples | flags | reveals |\n"
            + "|---|---|---|---|---|---|---|\n");
    for (int index = 0; index < cases.size(); index++) {
      page.append(row(index + 1, cases.get(index), matrix.revealedBy(index)));
    }
    page.append(
        """

        ## Bits

        The digest of all numbers in `expected`, as the project's EXACT.md defines it:

        `%s`

        `functions.txt` has a line for each argument of exp, log, tanh, sigmoid and its derivative:
        the function, the bits of the argument, the bits of the result, each as 16 hexadecimal
        digits. `functions.jsonl` has the same with a line for each kind of argument: `special`
        ones, `binades`, `bounds` at which fdlibm takes another way, `ties` between two ways, and
        `random` ones.
        """
            .formatted(GradientDigest.of(new LoopsSource(), cases)));
    return page.toString();
  }

  private static String row(int line, Case question, long reveals) {
    Network network = question.network();
    String layers =
        network.layer(1).inputs()
            + network.layers().stream().map(SuiteIndex::layer).collect(Collectors.joining());
    String flags =
        RevealFlag.of(question).stream().map(Spelling::of).collect(Collectors.joining(", "));
    return "| %d | %s | %s | %s, %s | %d | %s | %d |\n"
        .formatted(
            line,
            question.name(),
            layers,
            Spelling.of(network.cost()),
            Spelling.of(network.reduction()),
            question.samples(),
            flags,
            reveals);
  }

  private static String layer(Layer layer) {
    return " → %d %s".formatted(layer.outputs(), Spelling.of(layer.activation()));
  }
}
