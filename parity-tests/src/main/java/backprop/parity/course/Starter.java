package backprop.parity.course;

import backprop.parity.io.Resources;

/**
 * The program that a learner starts from, and how it looks when it is finished.
 *
 * <p>Both have a part for each chapter, under the same headings, so one can stand in the other.
 *
 * @param language that both are written in
 */
public record Starter(Language language) {
  /** The part that comes after the last chapter's. */
  static final int MATRIX_TRACK = Course.lessons().size() + 1;

  /** What stands before the first chapter is part 0, so a chapter's number is its part's. */
  private static final String BEFORE_A_HEADING =
      "(?m)(?=^ *(?:#|//) (?:Chapter [0-9]+ · |The matrix track · |Ready: ))";

  /**
   * The starter for somebody who begins with a chapter.
   *
   * @param chapter those before it are written already
   * @param fileName how the file will be called
   */
  public String from(int chapter, String fileName) {
    String[] starter = parts(language.starter());
    String[] solution = parts(language.solution());
    System.arraycopy(solution, 1, starter, 1, chapter - 1);
    String placeholder = language.starter().substring(language.starter().indexOf('/') + 1);
    return String.join("", starter)
        .replace(language.command(placeholder), language.command(fileName));
  }

  /** What a chapter's part of the program looks like when it is written. */
  public String solution(int chapter) {
    return parts(language.solution())[chapter].stripTrailing() + "\n";
  }

  /** A file of the folder {@code course}, a part for each chapter; part 0 stands before the first. */
  static String[] parts(String file) {
    return Resources.text(Starter.class, file).split(BEFORE_A_HEADING);
  }
}
