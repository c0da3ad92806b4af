package backprop.parity.course;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a learner's program writes on stderr while it is asked.
 *
 * <p>A starter says there which question it is at and which function it calls; what stands between
 * was printed by the learner and is kept for the question it belongs to. Programs that do not say
 * so are passed on line by line.
 */
final class FunctionCalls implements Consumer<String> {
  private static final Pattern MARK =
      Pattern.compile("(.*)backprop: (asked|calling|back from) (\\S+)");
  private static final int MOST_LINES_KEPT = 20;

  private final Consumer<String> listener;
  private final List<String> kept = new ArrayList<>();
  private String question = "";
  private String answered = "";
  private String function = "";
  private final Set<String> called = new LinkedHashSet<>();
  private long calledAt;
  private int count;

  /**
   * @param listener is given what belongs to no question
   */
  FunctionCalls(Consumer<String> listener) {
    this.listener = listener;
  }

  @Override
  public synchronized void accept(String line) {
    Matcher mark = MARK.matcher(line);
    if (!mark.matches()) {
      keep(line);
      return;
    }
    if (!mark.group(1).isEmpty()) {
      keep(mark.group(1));
    }
    if (mark.group(2).equals("asked")) {
      question = mark.group(3);
      function = "";
      called.clear();
      kept.clear();
      count = 0;
    } else if (mark.group(2).equals("calling")) {
      function = mark.group(3);
      called.add(function);
      calledAt = System.nanoTime();
    } else {
      function = "";
    }
  }

  private void keep(String line) {
    if (question.isEmpty()) {
      listener.accept(line);
      return;
    }
    count++;
    if (count <= MOST_LINES_KEPT) {
      kept.add(line);
    }
  }

  /** What comes late on stderr belongs to a question that is over. */
  synchronized void answered(String name) {
    answered = name;
  }

  /** The function that was called so long ago and has not come back; empty if there is none. */
  synchronized Optional<String> under(Duration patience) {
    boolean over = question.equals(answered) || function.isEmpty();
    return over || System.nanoTime() - calledAt < patience.toNanos()
        ? Optional.empty()
        : Optional.of(function);
  }

  /** The functions that were called in the question so far, in the order of their first call. */
  synchronized List<String> called() {
    return List.copyOf(called);
  }

  /** The question that got no answer; a program that fails may have given it another name. */
  synchronized void failed(String name) {
    question = question.isEmpty() ? question : name;
  }

  /** The lines of a program that are not about what it is doing. */
  static List<String> withoutMarks(List<String> lines) {
    return lines.stream().filter(line -> !MARK.matcher(line).matches()).toList();
  }

  /** Passes on what was printed in the last question, under its name. */
  synchronized void show() {
    if (count > 0) {
      listener.accept("printed in " + question + ":");
      kept.forEach(line -> listener.accept("  " + line));
    }
    if (count > MOST_LINES_KEPT) {
      listener.accept("  … (%d more lines)".formatted(count - MOST_LINES_KEPT));
    }
    count = 0;
    kept.clear();
  }
}
