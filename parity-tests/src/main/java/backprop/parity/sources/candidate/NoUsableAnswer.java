package backprop.parity.sources.candidate;

import backprop.parity.model.Printable;
import java.util.List;
import java.util.OptionalInt;

/** A candidate gave nothing that can be compared; the message says what it did instead. */
public final class NoUsableAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What there was instead. */
  public enum Kind {
    /** The program ended. */
    ENDED,
    /** The shell found no such program. */
    NOT_FOUND,
    /** Nothing within the time there was. */
    SILENCE,
    /** Something on stdout that is no answer at all. */
    PRINTED,
    /** An answer that cannot be used. */
    UNUSABLE
  }

  private final Kind kind;
  private final String reason;
  private final String lastWords;
  private final OptionalInt exitCode;

  /**
   * One sentence that names the case, for the candidate's author.
   *
   * @param sentence may quote anything: it is made {@link Printable}
   */
  public NoUsableAnswer(String sentence) {
    this(Kind.UNUSABLE, sentence, sentence, List.of(), OptionalInt.empty());
  }

  /**
   * The same of a program.
   *
   * @param reason the part of the sentence that says what there was instead
   * @param lastLines that it wrote on stderr
   * @param exitCode empty if it did not end by itself
   */
  NoUsableAnswer(
      Kind kind, String sentence, String reason, List<String> lastLines, OptionalInt exitCode) {
    super(Printable.sentence(sentence));
    this.kind = kind;
    this.reason = Printable.sentence(reason);
    this.lastWords = String.join("\n", lastLines);
    this.exitCode = exitCode;
  }

  /** What there was instead of an answer. */
  public Kind kind() {
    return kind;
  }

  /** What there was instead of an answer, in a sentence that names neither command nor case. */
  public String reason() {
    return reason;
  }

  /** With which the program ended; empty if it did not end by itself. */
  public OptionalInt exitCode() {
    return exitCode;
  }

  /** The last lines that the program wrote on stderr; empty if it wrote none. */
  public List<String> lastWords() {
    return lastWords.lines().toList();
  }
}
