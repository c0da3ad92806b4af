package backprop.parity.course;

import backprop.parity.cases.Answer;
import backprop.parity.cases.Case;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateProgram;
import backprop.parity.sources.candidate.Interview;
import backprop.parity.sources.candidate.NoUsableAnswer.Kind;
import backprop.parity.sources.candidate.Reply;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A learner's program going through the course.
 *
 * <p>A function that does not come back would keep every chapter from being asked. A starter says
 * which one that is; so it is started again without that function, and each chapter gets its due.
 */
public final class Lecture implements AutoCloseable {
  private static final String LEFT_OUT = "BACKPROP_LEAVE_OUT";

  private final String command;
  private final Duration timeout;
  private final Duration longestCall;
  private final Consumer<String> listener;
  private final Set<String> leftOut = new LinkedHashSet<>();
  private Notes notes;
  private Candidate candidate;
  private boolean answering;

  /**
   * @param command that starts the program
   * @param timeout for one answer
   * @param longestCall of one function, where the program says what it calls
   * @param listener is given what is to be shown of the program's stderr
   */
  public Lecture(
      String command, Duration timeout, Duration longestCall, Consumer<String> listener) {
    this.command = command;
    this.timeout = timeout;
    this.longestCall = longestCall;
    this.listener = listener;
  }

  /** Asks chapter after chapter, up to the first that is not right; the program goes on running. */
  public Report hold() {
    while (true) {
      start();
      Report report = new Teacher(candidate).teach(Course.lessons());
      Optional<String> endless = Optional.empty();
      answering = !(report.stop().orElse(null) instanceof Stop.NoAnswer);
      if (report.stop().orElse(null) instanceof Stop.NoAnswer stop
          && stop.problem().kind() == Kind.SILENCE) {
        endless = notes.under(Duration.ZERO);
      }
      if (endless.isEmpty() || !leftOut.add(endless.get())) {
        return report;
      }
      notes.show();
      close();
    }
  }

  private void start() {
    Notes fresh = new Notes(listener);
    Interview interview =
        new Interview(
            timeout,
            () -> fresh.under(longestCall).isPresent(),
            (answer, question) -> read(answer, question, fresh),
            Map.of(LEFT_OUT, String.join(" ", leftOut)),
            fresh);
    notes = fresh;
    candidate = CandidateProgram.start(command, interview);
  }

  private static Reply read(Answer answer, Case question, Notes notes) {
    notes.answered(question.name());
    return Course.read(answer, question);
  }

  /** The program, once the lecture is over. */
  public Candidate candidate() {
    return candidate;
  }

  /** Says that there are no more questions, and shows what was printed in the last one. */
  public void finish() {
    if (answering) {
      candidate.finish().forEach(listener);
    }
    notes.show();
  }

  @Override
  public void close() {
    candidate.close();
  }
}
