package backprop.parity.sources.candidate;

import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.sources.candidate.NoUsableAnswer.Kind;
import backprop.parity.sources.candidate.StandardOutput.End;
import backprop.parity.sources.candidate.StandardOutput.Event;
import backprop.parity.sources.candidate.StandardOutput.Line;
import backprop.parity.sources.candidate.StandardOutput.TooLong;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A program in any language: one case per line on its stdin, one answer per line on its stdout.
 *
 * <p>It is started once. Whatever goes wrong ends it, with all it has started, in a {@link
 * NoUsableAnswer} that says which case it was and what the program wrote last on stderr.
 */
public final class CandidateProgram implements Candidate {
  /** How long a program may take to end once there are no more cases; PyTorch needs a while. */
  private static final long GRACE_MILLISECONDS = 5_000;

  /** How long output that is under way may take to arrive. */
  private static final long SETTLE_MILLISECONDS = 300;

  private static final long LOOK_EVERY_MILLISECONDS = 50;
  private static final String HINT =
      "Only results may go to stdout; anything else belongs on stderr.";

  private final String command;
  private final Interview interview;
  private final ProcessFamily family;
  private final StandardInput input;
  private final StandardOutput output;
  private final StandardError error;
  private boolean allAsked;
  private boolean failed;

  private CandidateProgram(String command, Interview interview, ProcessFamily family) {
    this.command = command;
    this.interview = interview;
    this.family = family;
    this.input = new StandardInput(family.program().getOutputStream());
    this.output = new StandardOutput(family.program().getInputStream());
    this.error = new StandardError(family.program().getErrorStream(), interview.errorListener());
  }

  /**
   * Starts a command in the platform's shell.
   *
   * @param timeout for the answer to one case
   * @param errorListener is given the program's lines on stderr
   * @throws NoUsableAnswer if there is no shell to start it
   */
  public static CandidateProgram start(
      String command, Duration timeout, Consumer<String> errorListener) {
    return start(command, Interview.whole(timeout, JsonProtocol.WHOLE, errorListener));
  }

  /**
   * The same for a program that is asked in another way.
   *
   * @throws NoUsableAnswer if there is no shell to start it
   */
  public static CandidateProgram start(String command, Interview interview) {
    ProcessBuilder builder = new ProcessBuilder(Shell.running(command));
    builder.environment().putAll(interview.environment());
    try {
      return new CandidateProgram(command, interview, ProcessFamily.start(builder));
    } catch (IOException problem) {
      throw new NoUsableAnswer(
          "%s: cannot be started: %s.".formatted(QuotedText.of(command), problem.getMessage()));
    }
  }

  /** Asks everything at once and ends the input, for a program that reads to the end first. */
  public void askAll(List<Case> questions) {
    questions.forEach(question -> input.send(interview.protocol().write(question)));
    input.end();
    allAsked = true;
  }

  @Override
  public CandidateReply answer(Case question) {
    Protocol protocol = interview.protocol();
    return answer(
        question.name(),
        allAsked ? "" : protocol.write(question),
        line -> protocol.read(line, question));
  }

  /**
   * What it answers to any line.
   *
   * @param name what messages call the question
   * @param reading of its answer; refuses by {@code InvalidInput}
   */
  public <T> T answer(String name, String question, Function<String, T> reading) {
    Event early = allAsked ? null : output.next(0);
    if (early instanceof Line line) {
      throw printed(name, "it wrote %s before it was asked. %s", QuotedText.of(line.text()), HINT);
    }
    if (!allAsked) {
      input.send(question);
    }
    Event event = early == null ? awaited(name) : early;
    if (event instanceof Line line) {
      return parsed(name, line.text(), reading);
    }
    if (event instanceof TooLong line) {
      throw failure(
          name,
          "expected one line of at most %d MiB, found one that goes on: %s.",
          StandardOutput.LONGEST_LINE >> 20,
          QuotedText.of(line.beginning()));
    }
    OptionalInt exitCode = exitCode();
    boolean found = exitCode.isEmpty() || Shell.isFound(exitCode.getAsInt());
    Kind kind = found ? Kind.ENDED : Kind.NOT_FOUND;
    throw failure(kind, exitCode, name, "%s before it answered.", howItEnded(exitCode));
  }

  /** The next line, or the end; a child may keep stdout open when the program itself is gone. */
  private Event awaited(String name) {
    long deadline = System.nanoTime() + interview.timeout().toNanos();
    while (System.nanoTime() < deadline && !interview.givenUp().getAsBoolean()) {
      boolean alive = family.program().isAlive();
      Event event = output.next(alive ? LOOK_EVERY_MILLISECONDS : SETTLE_MILLISECONDS);
      if (event != null) {
        return event;
      }
      if (!alive) {
        return new End();
      }
    }
    double seconds = interview.timeout().toMillis() / 1000.0;
    throw failure(
        Kind.SILENCE,
        OptionalInt.empty(),
        name,
        "no answer within %s s (--timeout allows more). Is there a loop that does not end, is"
            + " stdout not flushed after every line, or does it read to the end of its input first"
            + " (--all-at-once)?",
        seconds == StrictMath.rint(seconds) ? Long.toString((long) seconds) : seconds);
  }

  private <T> T parsed(String name, String line, Function<String, T> reading) {
    if (!interview.protocol().isAnswer(line)) {
      String found = line.isBlank() ? "an empty line" : QuotedText.of(line);
      throw printed(
          name, "expected one line %s, found %s. %s", interview.protocol().expected(), found, HINT);
    }
    try {
      return reading.apply(line);
    } catch (InvalidInput problem) {
      throw failure(name, "%s Found: %s.", problem.getMessage(), QuotedText.of(line));
    }
  }

  /** Empty if it goes on running without its stdout. */
  private OptionalInt exitCode() {
    try {
      if (family.program().waitFor(SETTLE_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        return OptionalInt.of(family.program().exitValue());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return OptionalInt.empty();
  }

  private static String howItEnded(OptionalInt exitCode) {
    return exitCode.isEmpty()
        ? "it closed its stdout"
        : "it ended with exit code %d%s"
            .formatted(exitCode.getAsInt(), Shell.meaning(exitCode.getAsInt()));
  }

  private NoUsableAnswer printed(String name, String sentence, Object... values) {
    return failure(Kind.PRINTED, OptionalInt.empty(), name, sentence, values);
  }

  private NoUsableAnswer failure(String name, String sentence, Object... values) {
    return failure(Kind.UNUSABLE, OptionalInt.empty(), name, sentence, values);
  }

  /** Names the command and the case; the program is done with, so it is ended first. */
  private NoUsableAnswer failure(
      Kind kind, OptionalInt exitCode, String name, String sentence, Object... values) {
    String said = sentence.formatted(values);
    family.end();
    failed = true;
    String ending = error.ending(SETTLE_MILLISECONDS);
    String whole = "%s, case %s: %s%s";
    return new NoUsableAnswer(
        kind,
        whole.formatted(QuotedText.of(command), name, said, ending),
        said,
        error.lastLines(),
        exitCode);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Every case is answered by then, so nothing here is a failure any more: more lines, an exit
   * code other than 0, and not ending at all are sentences. After a failure there is no more to say.
   */
  @Override
  public List<String> finish() {
    if (failed) {
      return List.of();
    }
    List<String> oddities = new ArrayList<>();
    input.end();
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLISECONDS);
    boolean open = true;
    while (open && System.nanoTime() < deadline) {
      boolean alive = family.program().isAlive();
      Event event = output.next(alive ? LOOK_EVERY_MILLISECONDS : SETTLE_MILLISECONDS);
      open = !(event instanceof End) && (alive || event != null);
      if (event instanceof Line line && oddities.isEmpty()) {
        oddities.add(
            "After its last answer it wrote %s. %s".formatted(QuotedText.of(line.text()), HINT));
      }
    }
    try {
      long rest = StrictMath.max(1, deadline - System.nanoTime());
      if (!family.program().waitFor(rest, TimeUnit.NANOSECONDS)) {
        oddities.add(
            "It went on running after the end of its input and was ended; a program should exit there.");
      } else if (family.program().exitValue() != 0) {
        oddities.add(
            "After its last answer it ended with exit code %d.%s"
                .formatted(family.program().exitValue(), error.ending(SETTLE_MILLISECONDS)));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    error.ending(SETTLE_MILLISECONDS);
    return oddities;
  }

  /** Ends the program and all it has started. */
  @Override
  public void close() {
    input.end();
    family.end();
  }
}
