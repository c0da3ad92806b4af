package backprop.parity.course;

import java.util.List;
import java.util.Optional;

/**
 * How far a learner's program is.
 *
 * @param passed the chapters that are right, from the first on
 * @param stop empty if that is all of them
 */
public record CourseReport(List<Lesson> passed, Optional<LessonProblem> stop) {
  public CourseReport {
    passed = List.copyOf(passed);
  }
}
