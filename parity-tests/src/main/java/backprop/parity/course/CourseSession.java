package backprop.parity.course;

import backprop.parity.io.Answer;
import backprop.parity.io.FunctionProblem;
import backprop.parity.model.Case;
import backprop.parity.sources.candidate.Candidate;
import backprop.parity.sources.candidate.CandidateProgram;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.sources.candidate.Interview;
import backprop.parity.sources.candidate.JsonProtocol;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.sources.candidate.NoUsableAnswer.Kind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A learner's program going through the course.
 *
 * <p>A function that does not come back, or ends the program, would keep every chapter from being
 * asked. A starter says which one that is; if a later chapter asks for it, the program is started
 * again without that function, and each chapter gets its due.
 */
public final class CourseSession implements AutoCloseable {
  static final String LEFT_OUT = "BACKPROP_LEAVE_OUT";

  private final String command;
  private final Duration timeout;
  private final Duration longestCall;
  private final Consumer<String> listener;
  private final Map<String, FunctionProblem> leftOut = new LinkedHashMap<>();
  private FunctionCalls notes;
  private Candidate candidate;
  private boolean answering;

  /**
   * @param command that starts the program
   * @param timeout for one answer
   * @param longestCall of one function, where the program says what it calls
   * @param listener is given what is to be shown of the program's stderr
   */
  public CourseSession(
      String command, Duration timeout, Duration longestCall, Consumer<String> listener) {
    this.command = command;
    this.timeout = timeout;
    this.longestCall = longestCall;
    this.listener = listener;
  }

  /** Asks chapter after chapter, up to the first that is not right; the program goes on running. */
  public CourseReport hold() {
    while (true) {
      start();
      CourseReport report = new Teacher(candidate).teach(Course.lessons());
      answering = !(report.stop().orElse(null) instanceof LessonProblem.NoAnswer);
      if (answering) {
        return report;
      }
      LessonProblem.NoAnswer stop = (LessonProblem.NoAnswer) report.stop().get();
      notes.failed(stop.question().name());
      Optional<String> function = notes.under(Duration.ZERO);
      if (!isAbout(function, stop) || leftOut.containsKey(function.get())) {
        return with(withCalled(stop), report);
      }
      FunctionProblem problem = whatHappened(function.get(), stop.problem());
      if (!isLater(function.get(), stop.lesson())) {
        return with(LessonProblem.Failed.of(stop.lesson(), stop.question(), problem), report);
      }
      leftOut.put(function.get(), problem);
      notes.show();
      close();
    }
  }

  private static CourseReport with(LessonProblem stop, CourseReport report) {
    return new CourseReport(report.passed(), Optional.of(stop));
  }

  private LessonProblem withCalled(LessonProblem.NoAnswer stop) {
    return new LessonProblem.NoAnswer(
        stop.lesson(), stop.question(), stop.problem(), notes.called());
  }

  private static boolean isAbout(Optional<String> function, LessonProblem.NoAnswer stop) {
    boolean gone = List.of(Kind.SILENCE, Kind.ENDED).contains(stop.problem().kind());
    return gone && function.flatMap(Course::of).isPresent();
  }

  private static boolean isLater(String function, Lesson lesson) {
    return Course.of(function).get().number() > lesson.number();
  }

  static FunctionProblem whatHappened(String function, NoUsableAnswer problem) {
    if (problem.kind() == Kind.SILENCE) {
      return FunctionProblem.of(function, FunctionProblem.Kind.SILENT, "");
    }
    String how =
        problem.exitCode().isPresent()
            ? "exit code " + problem.exitCode().getAsInt()
            : "it closed standard output";
    return FunctionProblem.of(function, FunctionProblem.Kind.ENDED_PROGRAM, how);
  }

  private void start() {
    FunctionCalls fresh = new FunctionCalls(listener);
    Interview interview =
        new Interview(
            timeout,
            () -> fresh.under(longestCall).isPresent(),
            new JsonProtocol((answer, question) -> read(answer, question, fresh)),
            Map.of(LEFT_OUT, String.join(" ", leftOut.keySet())),
            fresh);
    notes = fresh;
    candidate = CandidateProgram.start(command, interview);
  }

  private CandidateReply read(Answer answer, Case question, FunctionCalls notes) {
    notes.answered(question.name());
    CandidateReply reply = Course.read(answer, question);
    List<FunctionProblem> problems = reply.problems().stream().map(this::whyLeftOut).toList();
    return new CandidateReply(reply.result(), reply.ignoredKeys(), reply.faults(), problems);
  }

  /** A program cannot know what its function did when it was called. */
  private FunctionProblem whyLeftOut(FunctionProblem problem) {
    return leftOut.getOrDefault(problem.function(), problem);
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
