package backprop.parity.course;

import backprop.parity.cases.WeightLayout;
import backprop.parity.explain.Numbers;
import backprop.parity.explain.Style;
import backprop.parity.mistakes.Catalogue;
import backprop.parity.mistakes.Mistake;
import backprop.parity.oracle.ComparedEntry;
import backprop.parity.oracle.Position;
import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Collectors;

/** The chapter that is not right: what was asked, what is wrong or missing, and what to do next. */
final class StopScreen {
  private final Optional<Language> language;
  private final Style style;
  private final PrintStream out;
  private final LabelledLines lines;

  StopScreen(Optional<Language> language, Style style, PrintStream out) {
    this.language = language;
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
    out.println(style.heading(lesson.heading()) + ": " + headline(stop));
    out.println();
    if (stop instanceof Stop.Wrong wrong) {
      printWrong(wrong);
    } else if (stop instanceof Stop.NotYet notYet) {
      lines.print("missing", notYet.missing() + ", asked by " + notYet.question().name());
      printWhatToWrite(lesson);
    } else {
      lines.print("asked by", stop.question().name());
      if (lesson.number() == 1 && firstPassed.isEmpty()) {
        lines.print("write", lesson.write());
        lines.print("hint", lesson.hint(""));
      }
    }
    firstPassed.ifPresent(
        time ->
            lines.print(
                "before", "This chapter was right before, for the first time on " + time + "."));
    lines.print("read", lesson.path());
    out.println();
    out.println("Next: " + next(stop));
  }

  private static String headline(Stop stop) {
    if (stop instanceof Stop.Wrong) {
      return "not right yet";
    }
    return stop instanceof Stop.NotYet ? "not there yet" : "no usable answer";
  }

  private void printWhatToWrite(Lesson lesson) {
    lines.print("asks for", String.join(", ", lesson.asks().names()));
    printFunctions(lesson);
    lines.print("write", lesson.write());
  }

  private void printFunctions(Lesson lesson) {
    lines.print(
        "functions",
        lesson.functions().stream()
            .map(name -> language.map(known -> known.function(name)).orElse(name))
            .collect(Collectors.joining(", ")));
  }

  private void printWrong(Stop.Wrong wrong) {
    ComparedEntry entry = wrong.entry();
    String name = entry.position().entry();
    lines.print("wrong", name + ": " + place(entry.position()));
    String values = "expected %s, found %s";
    lines.print("", values.formatted(Numbers.full(entry.expected()), Numbers.full(entry.actual())));
    if (Double.isNaN(entry.actual())) {
      lines.print("", language.map(Language::whatGivesNaN).orElse(Language.ALWAYS_NAN));
    }
    int colon = wrong.terms().indexOf(": ");
    lines.print("should be", wrong.terms().substring(colon + 2));
    String terms = inFunctionWords(wrong, wrong.terms().substring(0, colon));
    lines.print("", afterTurning(wrong) + terms);
    printMistake(wrong);
    printFunctions(wrong.lesson());
    lines.print("hint", wrong.lesson().hint(name.replaceFirst("\\[.*", "")));
  }

  /**
   * What cannot be told apart is mended in the same place, so one of them is enough. One slip is
   * likelier than two mistakes together.
   */
  private void printMistake(Stop.Wrong wrong) {
    boolean single = wrong.mistakes().stream().anyMatch(named -> named.mistakes().size() == 1);
    if (!single && wrong.clue().isPresent()) {
      lines.print("found is", inFunctionWords(wrong, wrong.clue().get()));
      return;
    }
    if (wrong.mistakes().isEmpty()) {
      lines.print("mistake", "none of the known mistakes gives this number");
      return;
    }
    String label = "mistake";
    for (Mistake mistake : wrong.mistakes().get(0).mistakes().stream().sorted().toList()) {
      lines.print(label, mistake.spelling() + " gives this number:");
      lines.print("", Catalogue.of(mistake).mend());
      label = "and";
    }
  }

  private String inFunctionWords(Stop.Wrong wrong, String text) {
    return new FunctionWords(language).in(text, wrong.question(), wrong.entry().position());
  }

  /** A function is given its weights after the starter has turned them. */
  private static String afterTurning(Stop.Wrong wrong) {
    boolean turned = wrong.question().weightLayout() == WeightLayout.INPUTS_BY_OUTPUTS;
    return turned && wrong.terms().contains("weights[") ? "after turning: " : "";
  }

  /** Layers count from 1 in an entry's name, but from 0 in JSON. */
  private static String place(Position position) {
    if (position.quantity().isEmpty()) {
      return "the cost of the whole batch";
    }
    String neuron = "layer %d, neuron %d".formatted(position.layer(), position.neuron());
    String number = number(position, neuron);
    return "%s (layers[%d] of your answer)".formatted(number, position.layer() - 1);
  }

  private static String number(Position position, String neuron) {
    return switch (position.quantity().get().shape()) {
      case PER_NEURON -> neuron;
      case PER_SAMPLE -> neuron + ", sample " + position.second();
      case PER_WEIGHT -> neuron + ", input " + position.second();
    };
  }

  private static String next(Stop stop) {
    if (stop instanceof Stop.Wrong wrong) {
      Position position = wrong.entry().position();
      return "backprop explain %s --entry '%s' shows every term of it."
          .formatted(wrong.question().name(), position.entry());
    }
    return stop instanceof Stop.NotYet
        ? "write it, save, and run this again."
        : "backprop follow --show %d prints its questions, to try them by hand."
            .formatted(stop.lesson().number());
  }
}
