package backprop.parity.course;

import backprop.parity.terminal.LabelledLines;
import java.io.PrintStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a learner reads about a chapter: first a question, and on request a hint, the formula and, last
 * of all, the code.
 *
 * @param stage how many of the three were asked for
 * @param language of the code; empty for one that the course has no solution in
 */
record LessonHints(int stage, Optional<Language> language) {
  /** The name of a function or a parameter; in quotes it is a key of a question. */
  private static final Pattern NAME = Pattern.compile("(?<!\")\\b[a-z]+(?:[A-Z][a-z]+)+");

  /** The stages, of which the last is the answer. */
  static final int LAST = 3;

  /** Prints the lines that were asked for, from the question on. */
  void print(Lesson lesson, LabelledLines lines) {
    lines.print("predict", inLanguage(lesson.predict()));
    printWithoutTheQuestion(lesson, lines);
  }

  /** Where something is written already, only what was asked for. */
  void printWithoutTheQuestion(Lesson lesson, LabelledLines lines) {
    if (stage >= 1) {
      lines.print("hint", inLanguage(lesson.hint("")));
    }
    printAfterTheHint(lesson, lines);
  }

  /** Where the hint is given already, the stage after it. */
  void printAfterTheHint(Lesson lesson, LabelledLines lines) {
    if (stage >= 2) {
      lines.print("formula", inLanguage(lesson.write()));
    }
  }

  /** The answer, if it was asked for. */
  void printCode(Lesson lesson, PrintStream out) {
    if (stage >= LAST) {
      out.println();
      out.print(new Starter(language.orElse(Language.PYTHON)).solution(lesson.number()));
    }
  }

  /** The functions of the course and their parameters in a text, as the language spells them. */
  String inLanguage(String text) {
    return NAME.matcher(text)
        .replaceAll(
            word -> language.map(known -> known.function(word.group())).orElse(word.group()));
  }

  /** How to get the next stage, as the end of a sentence. */
  String next(int given) {
    int next = StrictMath.max(stage, given) + 1;
    return next <= LAST ? "; --hint %d helps.".formatted(next) : ".";
  }
}
