package backprop.parity.course;

import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.diagnosis.mistakes.MistakeCatalogue;
import backprop.parity.model.Entry;
import backprop.parity.model.Spelling;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.candidate.NoUsableAnswer.Kind;
import backprop.parity.terminal.LabelledLines;
import backprop.parity.terminal.NextStep;
import backprop.parity.terminal.TextStyle;
import backprop.parity.terms.Array;
import backprop.parity.terms.Name.Cell;
import backprop.parity.terms.Notation;
import backprop.parity.terms.NumberText;
import backprop.parity.verdict.ComparedEntry;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The chapter that is not right: what was asked, what is wrong or missing, and what to do next. */
final class LessonProblemScreen {
  private final Optional<LearnersFile> file;
  private final TextStyle style;
  private final PrintStream out;
  private final LabelledLines lines;
  private final LessonHints hints;

  /**
   * @param file of the program, empty if it is in none of the starters' languages
   * @param hint how many stages of a hint are asked for, up to {@value LessonHints#LAST}
   */
  LessonProblemScreen(Optional<LearnersFile> file, int hint, TextStyle style, PrintStream out) {
    this.file = file;
    this.hints = new LessonHints(hint, file.map(LearnersFile::language));
    this.style = style;
    this.out = out;
    this.lines = new LabelledLines(style, out);
  }

  /**
   * Prints all of it.
   *
   * @param firstPassed when the chapter was right before, for a reader; empty if it never was
   */
  void print(LessonProblem stop, Optional<String> firstPassed) {
    Lesson lesson = stop.lesson();
    if (stop instanceof LessonProblem.NoAnswer noAnswer && noAnswer.isAtTheStart()) {
      new SilenceScreen(file, style, out).print(noAnswer, firstPassed.isEmpty());
      return;
    }
    out.println(
        stop.blames(lesson)
            ? style.heading(lesson.heading()) + ": " + headline(stop)
            : style.heading("Your program gives no usable answer"));
    out.println();
    if (stop instanceof LessonProblem.Wrong wrong) {
      printWrong(wrong);
    } else if (stop instanceof LessonProblem.NotYet notYet) {
      lines.print("missing", notYet.missing() + ", asked by " + notYet.question().name());
      printWhatToWrite(notYet);
    } else if (stop instanceof LessonProblem.Failed failed) {
      lines.print("failed", failed.sentence());
      lines.print("asked by", failed.question().name());
      printFunctions(failed.functions());
      hints.printWithoutTheQuestion(failed.chapter(), lines);
    } else if (stop instanceof LessonProblem.NoAnswer noAnswer) {
      lines.print("instead", noAnswer.problem().reason());
      lines.print("asked by", stop.question().name());
      printHowToAnswer(noAnswer, firstPassed.isEmpty());
      hints.printWithoutTheQuestion(lesson, lines);
    }
    firstPassed.ifPresent(time -> lines.print("before", "right, for the first time on " + time));
    lines.print("read", TutorialPage.path(stop.chapter()));
    hints.printCode(stop.chapter(), out);
    out.println();
    next(stop).forEach(out::println);
  }

  /** A starter's file can answer; a learner without one reads how to begin. */
  private void printHowToAnswer(LessonProblem.NoAnswer noAnswer, boolean never) {
    boolean printed = noAnswer.problem().kind() == Kind.PRINTED;
    if (printed && !noAnswer.called().isEmpty()) {
      // Two streams have no common order, so it cannot be told which of them it was.
      lines.print("printed by", "one of " + String.join(", ", noAnswer.called()));
    }
    if (printed && language().isPresent()) {
      lines.print("hint", "To look at a number: " + language().get().printing());
    } else if (noAnswer.lesson().number() == 1 && never && language().isEmpty()) {
      lines.print("write", noAnswer.lesson().write());
      lines.print("hint", noAnswer.lesson().hint(""));
    }
  }

  private String headline(LessonProblem stop) {
    boolean written = stop instanceof LessonProblem.NotYet notYet && returnsNothing(notYet);
    if (written || stop instanceof LessonProblem.Wrong || stop instanceof LessonProblem.Failed) {
      return "not right yet";
    }
    return stop instanceof LessonProblem.NotYet ? "not there yet" : "no usable answer";
  }

  private void printWhatToWrite(LessonProblem.NotYet notYet) {
    Lesson lesson = notYet.lesson();
    if (returnsNothing(notYet)) {
      lines.print("failed", nothing(notYet));
      if (language().filter(Language.C::equals).isPresent()) {
        lines.print("", Language.C.whatGivesNaN());
      }
      hints.printWithoutTheQuestion(lesson, lines);
      return;
    }
    lines.print("asks for", String.join(", ", lesson.asks().names()));
    List<String> done = SuspectFunctions.before(lesson, notYet.function());
    if (!done.isEmpty()) {
      lines.print("so far", spelled(done) + ": right on this question");
    }
    printFunctions(lesson.functions().subList(done.size(), lesson.functions().size()));
    hints.print(lesson, lines);
  }

  /** Only one function does different things to different questions. */
  private String nothing(LessonProblem.NotYet notYet) {
    String function = notYet.function().get();
    String of =
        Course.same(function, "reduced")
            ? " for reduction " + Spelling.of(notYet.question().network().reduction())
            : "";
    return function + " " + Language.nothing(language(), of);
  }

  /** Whether the function that is missed is there, but without a result. */
  private boolean returnsNothing(LessonProblem.NotYet notYet) {
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
    return functions.stream().map(this::spelled).collect(Collectors.joining(", "));
  }

  private String spelled(String function) {
    return language().map(mine -> mine.function(function)).orElse(function);
  }

  private void printWrong(LessonProblem.Wrong wrong) {
    ComparedEntry entry = wrong.entry();
    lines.print("wrong", entry.name() + ": " + place(entry.entry()));
    String values = "expected %s, found %s";
    lines.print(
        "", values.formatted(NumberText.full(entry.expected()), NumberText.full(entry.actual())));
    if (Double.isNaN(entry.actual())) {
      lines.print("", language().map(Language::whatGivesNaN).orElse(Language.ALWAYS_NAN));
    }
    lines.print("should be", wrong.terms().numbers());
    lines.print("", afterTurning(wrong) + wrong.terms().names().in(notation(wrong)));
    printMistake(wrong);
    printFunctions(suspects(wrong));
    lines.print("hint", hints.inLanguage(wrong.lesson().hint(entry.entry().field())));
    hints.printAfterTheHint(wrong.lesson(), lines);
  }

  private static List<String> suspects(LessonProblem.Wrong wrong) {
    Entry position = wrong.entry().entry();
    int layer = position.isCost() ? 0 : position.layer();
    return SuspectFunctions.of(wrong.lesson(), wrong.question(), position.quantity(), layer);
  }

  /**
   * What cannot be told apart is fixed in the same place, so one of them is enough. One slip is
   * likelier than two mistakes together.
   */
  private void printMistake(LessonProblem.Wrong wrong) {
    boolean single = wrong.mistakes().stream().anyMatch(named -> named.mistakes().size() == 1);
    if (!single && wrong.clue().isPresent()) {
      lines.print("found is", wrong.clue().get().in(notation(wrong)));
      return;
    }
    if (wrong.mistakes().isEmpty() && Double.isNaN(wrong.entry().actual())) {
      return;
    }
    if (wrong.mistakes().isEmpty()) {
      lines.print("mistake", "no known mistake gives all the numbers so far");
      return;
    }
    String label = "mistake";
    for (Mistake mistake : wrong.mistakes().get(0).mistakes().stream().sorted().toList()) {
      lines.print(label, mistake.spelling() + " gives this number:");
      lines.print("", MistakeCatalogue.of(mistake).fix());
      label = "and";
    }
  }

  private Optional<Language> language() {
    return file.map(LearnersFile::language);
  }

  private Notation notation(LessonProblem.Wrong wrong) {
    return new FunctionNotation(language(), wrong.question(), wrong.entry().entry());
  }

  /** A function is given its weights after the starter has transposed them. */
  private static String afterTurning(LessonProblem.Wrong wrong) {
    boolean transposed = wrong.question().weightLayout() == WeightLayout.INPUTS_BY_OUTPUTS;
    boolean ofWeights =
        wrong.terms().names().names().stream()
            .anyMatch(name -> name instanceof Cell cell && cell.array() == Array.WEIGHTS);
    return transposed && ofWeights ? "after transposing: " : "";
  }

  /** Layers count from 1 in an entry's name, but from 0 in JSON. */
  private static String place(Entry position) {
    if (position.isCost()) {
      return "the cost of the whole batch";
    }
    String neuron = "layer %d, neuron %d".formatted(position.layer(), position.neuron());
    String number = number(position, neuron);
    return "%s (layers[%d] of your answer)".formatted(number, position.layer() - 1);
  }

  private static String number(Entry position, String neuron) {
    return switch (position.quantity().get().shape()) {
      case PER_NEURON -> neuron;
      case PER_SAMPLE -> neuron + ", sample " + position.second();
      case PER_WEIGHT -> neuron + ", input " + position.second();
      case PER_INPUT -> "input %d, sample %d".formatted(position.neuron(), position.second());
    };
  }

  private List<String> next(LessonProblem stop) {
    if (stop instanceof LessonProblem.Wrong wrong) {
      String explain = "backprop explain %s --entry '%s'";
      return NextStep.command(
          explain.formatted(wrong.question().name(), wrong.entry().name()),
          "shows every term of it" + hints.next(1),
          style.width());
    }
    return List.of("Next: " + whatToDo(stop));
  }

  private String whatToDo(LessonProblem stop) {
    if (stop instanceof LessonProblem.Failed failed) {
      String where = failed.line().isPresent() ? "line " + failed.line().getAsInt() : "it";
      return "fix %s, save, and run this again".formatted(where) + hints.next(0);
    }
    if (stop instanceof LessonProblem.NotYet notYet && returnsNothing(notYet)) {
      String function = notYet.function().get();
      return "fix %s, save, and run this again".formatted(function) + hints.next(0);
    }
    return stop instanceof LessonProblem.NotYet
        ? "write it, save, and run this again" + hints.next(0)
        : "backprop follow --show %d prints its questions, to try them by hand"
                .formatted(stop.lesson().number())
            + hints.next(0);
  }
}
