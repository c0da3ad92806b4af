package backprop.parity.course;

import backprop.parity.explain.Numbers;
import backprop.parity.explain.Style;
import backprop.parity.oracle.ComparedEntry;
import backprop.parity.oracle.Position;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The chapter that is not right: what was asked, what is wrong or missing, and what to do next. */
final class StopScreen {
  private final Optional<LearnersFile> file;
  private final Style style;
  private final PrintStream out;
  private final LabelledLines lines;

  StopScreen(Optional<LearnersFile> file, Style style, PrintStream out) {
    this.file = file;
    this.style = style;
    this.out = out;
    this.lines = new LabelledLines(style, out);
  }

  /**
   * Prints all of it.
   *
   * @param firstPassed when the chapter was right before, for a reader; empty if it never was
   */
  void print(Stop stop, Optional<String> firstPassed) {
    Lesson lesson = stop.lesson();
    if (stop instanceof Stop.NoAnswer noAnswer && noAnswer.isAtTheStart()) {
      new SilenceScreen(file, style, out).print(noAnswer, firstPassed.isEmpty());
      return;
    }
    out.println(style.heading(lesson.heading()) + ": " + headline(stop));
    out.println();
    if (stop instanceof Stop.Wrong wrong) {
      printWrong(wrong);
    } else if (stop instanceof Stop.NotYet notYet) {
      lines.print("missing", notYet.missing() + ", asked by " + notYet.question().name());
      printWhatToWrite(notYet);
    } else if (stop instanceof Stop.Failed failed) {
      lines.print("failed", failed.sentence());
      lines.print("asked by", failed.question().name());
      printFunctions(failed.functions());
    } else if (stop instanceof Stop.NoAnswer noAnswer) {
      lines.print("instead", noAnswer.problem().reason());
      lines.print("asked by", stop.question().name());
      if (lesson.number() == 1 && firstPassed.isEmpty()) {
        lines.print("write", lesson.write());
        lines.print("hint", lesson.hint(""));
      }
    }
    firstPassed.ifPresent(
        time ->
            lines.print(
                "before",
                "This chapter was right before, for the first time on "
                    + time
                    + ". You changed something since; a later function may change a list that it"
                    + " was given."));
    lines.print("read", TutorialPage.path(lesson));
    out.println();
    out.println("Next: " + next(stop));
  }

  private String headline(Stop stop) {
    boolean written = stop instanceof Stop.NotYet notYet && returnsNothing(notYet);
    if (written || stop instanceof Stop.Wrong || stop instanceof Stop.Failed) {
      return "not right yet";
    }
    return stop instanceof Stop.NotYet ? "not there yet" : "no usable answer";
  }

  private void printWhatToWrite(Stop.NotYet notYet) {
    Lesson lesson = notYet.lesson();
    if (returnsNothing(notYet)) {
      lines.print("failed", notYet.function().get() + " returned nothing: is there a return?");
      return;
    }
    lines.print("asks for", String.join(", ", lesson.asks().names()));
    List<String> done = Suspects.before(lesson, notYet.function());
    if (!done.isEmpty()) {
      lines.print("so far", spelled(done) + ": right");
    }
    printFunctions(lesson.functions().subList(done.size(), lesson.functions().size()));
    lines.print("write", lesson.write());
  }

  /** Whether the function that is missed is there, but without a result. */
  private boolean returnsNothing(Stop.NotYet notYet) {
    return notYet
        .function()
        .flatMap(
            name ->
                Course.of(name).flatMap(lesson -> file.map(mine -> mine.hasWritten(lesson, name))))
        .orElse(false);
  }

  private void printFunctions(List<String> functions) {
    lines.print(functions.size() == 1 ? "function" : "functions", spelled(functions));
  }

  private String spelled(List<String> functions) {
    return functions.stream()
        .map(name -> file.map(mine -> mine.language().function(name)).orElse(name))
        .collect(Collectors.joining(", "));
  }

  private void printWrong(Stop.Wrong wrong) {
    ComparedEntry entry = wrong.entry();
    String name = entry.position().entry();
    lines.print("wrong", name + ": " + place(entry.position()));
    String values = "expected %s, found %s";
    lines.print("", values.formatted(Numbers.full(entry.expected()), Numbers.full(entry.actual())));
    if (Double.isNaN(entry.actual())) {
      lines.print(
          "",
          "NaN comes of what is not there: a function that returns nothing yet, or an index beyond"
              + " the end.");
    }
    int colon = wrong.terms().indexOf(": ");
    lines.print("should be", wrong.terms().substring(0, colon));
    lines.print("", wrong.terms().substring(colon + 2));
    if (wrong.mistakes().isEmpty()) {
      lines.print("mistake", "none of the known mistakes gives this number");
    } else {
      lines.print("mistake", String.join(", or ", wrong.mistakes()));
      String first = wrong.mistakes().get(0).split(" ")[0];
      lines.print(
          "", "gives these very numbers: 'backprop mistakes %s' explains it".formatted(first));
    }
    Position position = entry.position();
    printFunctions(
        Suspects.of(
            wrong.lesson(),
            wrong.question(),
            position.quantity(),
            position.quantity().isEmpty() ? 0 : position.layer()));
    lines.print("hint", wrong.lesson().hint(name.replaceFirst("\\[.*", "")));
  }

  /** Layers count from 1 in an entry's name, but from 0 in JSON. */
  private static String place(Position position) {
    if (position.quantity().isEmpty()) {
      return "the cost of the whole batch";
    }
    String neuron =
        "layers[%d] of your answer, neuron %d".formatted(position.layer() - 1, position.neuron());
    return switch (position.quantity().get().shape()) {
      case PER_NEURON -> neuron;
      case PER_SAMPLE -> neuron + ", sample " + position.second();
      case PER_WEIGHT -> neuron + ", input " + position.second();
    };
  }

  private String next(Stop stop) {
    if (stop instanceof Stop.Wrong wrong) {
      Position position = wrong.entry().position();
      String entry = position.quantity().isEmpty() ? "" : " --entry '" + position.entry() + "'";
      return "backprop explain %s%s shows every term of it."
          .formatted(wrong.question().name(), entry);
    }
    if (stop instanceof Stop.Failed failed) {
      String where = ErrorPlace.line(failed.sentence()).map(line -> "line " + line).orElse("it");
      return "mend %s, save, and run this again.".formatted(where);
    }
    if (stop instanceof Stop.NotYet notYet && returnsNothing(notYet)) {
      return "mend %s, save, and run this again.".formatted(notYet.function().get());
    }
    return stop instanceof Stop.NotYet
        ? "write it, save, and run this again."
        : "backprop follow --show %d prints its questions, to try them by hand."
            .formatted(stop.lesson().number());
  }
}
