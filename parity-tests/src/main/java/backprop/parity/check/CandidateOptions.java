package backprop.parity.check;

import backprop.parity.model.Spelling;
import backprop.parity.sources.candidate.JsonProtocol;
import backprop.parity.sources.candidate.PlainProtocol;
import backprop.parity.sources.candidate.Protocol;
import backprop.parity.suites.Selection;
import backprop.parity.verdict.Precision;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a candidate knows, what it computes in, and how long it may take. */
public final class CandidateOptions {
  @Option(
      names = "--only",
      paramLabel = "NAME,…",
      description = "Keep the cases that use nothing else: ${COMPLETION-CANDIDATES}.",
      completionCandidates = SelectionNames.class)
  private List<String> only = List.of();

  @Option(
      names = "--precision",
      paramLabel = "double|float|tf32|half|bfloat16",
      description = "What your program computes in (default: double).")
  private String precision = "double";

  @Option(
      names = "--plain",
      description = "Ask in words and decimal numbers instead of JSON (see candidates/README.md).")
  private boolean plain;

  @Mixin private AnswerTimeout timeout;

  /** The names that {@code --only} knows, for the help. */
  static final class SelectionNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Selection.known().iterator();
    }
  }

  public Selection selection() {
    return new Selection(only.stream().flatMap(names -> Stream.of(names.split(",", -1))).toList());
  }

  /** Whether no case is left out. */
  boolean isEverything() {
    return only.isEmpty();
  }

  /** As the user wrote it, for a message. */
  String selectionText() {
    return "--only " + String.join(",", only);
  }

  public Precision precision(CommandSpec spec) {
    String sentence =
        "--precision %s: expected one of %s".formatted(precision, Spelling.all(Precision.class));
    return Spelling.find(Precision.class, precision)
        .orElseThrow(() -> new ParameterException(spec.commandLine(), sentence));
  }

  /** Whether it is asked in words and decimal numbers. */
  public boolean isPlain() {
    return plain;
  }

  /** In which words the program is asked. */
  public Protocol protocol() {
    return plain ? new PlainProtocol() : JsonProtocol.WHOLE;
  }

  public Duration timeout(CommandSpec spec) {
    return timeout.duration(spec);
  }
}
