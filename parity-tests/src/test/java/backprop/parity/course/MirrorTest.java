package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All starters and all solutions are one program, each in its language. */
class MirrorTest {
  private static final Pattern FUNCTION =
      Pattern.compile(
          "(?m)^ *(?:sub|def|fn|function|(?:static )?(?:Double|double|void)[\\[\\]]*)"
              + " (\\w+)(?:\\(| \\{)");
  private static final Pattern COMMENT = Pattern.compile("(?m)^ *(?:#|//) (.*)$");

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasTheSameFunctionsInTheSameOrder(Language language) {
    for (Lesson lesson : Course.lessons()) {
      List<String> expected = lesson.functions().stream().map(language::function).toList();
      assertThat(functions(starter(language, lesson.number()))).isEqualTo(expected);
      assertThat(functions(solution(language, lesson.number()))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageHasTheSameComments(Language language) {
    for (Lesson lesson : Course.lessons()) {
      List<String> expected = comments(starter(Language.JAVA, lesson.number()));
      assertThat(comments(starter(language, lesson.number()))).isEqualTo(expected);
      assertThat(comments(solution(language, lesson.number()))).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theMatrixTrackIsTheSameInEveryLanguage(Language language) {
    int part = Starter.MATRIX_TRACK;
    assertThat(functions(starter(language, part))).containsExactly("multiply");
    assertThat(functions(solution(language, part))).containsExactly("multiply");
    assertThat(comments(solution(language, part)))
        .isEqualTo(comments(starter(Language.JAVA, part)));
  }

  @ParameterizedTest
  @EnumSource
  void theChaptersHaveTheTitlesOfTheCourse(Language language) {
    for (Lesson lesson : Course.lessons()) {
      String heading = "Chapter %d · %s".formatted(lesson.number(), lesson.title());
      assertThat(comments(starter(language, lesson.number())).get(0)).isEqualTo(heading);
    }
  }

  /** A reader who compares the two sees the chapters' functions and nothing else. */
  @ParameterizedTest
  @EnumSource
  void aSolutionDiffersFromItsStarterInTheFunctionsAlone(Language language) {
    int afterTheMatrixTrack = Starter.MATRIX_TRACK + 1;
    Starter starter = new Starter(language);
    assertThat(starter.from(afterTheMatrixTrack, name(language.solution())))
        .isEqualTo(file(language.solution()));
    assertThat(starter.from(1, name(language.starter()))).isEqualTo(file(language.starter()));
  }

  @Test
  void everyFunctionOfAStarterIsEmpty() {
    for (Lesson lesson : Course.lessons()) {
      String java = starter(Language.JAVA, lesson.number());
      assertThat(java.lines().filter(line -> line.strip().equals("return null;")))
          .hasSize(lesson.functions().size());
      assertThat(solution(Language.JAVA, lesson.number())).doesNotContain("return null;");
    }
  }

  @ParameterizedTest
  @EnumSource
  void noLineIsWiderThan100Columns(Language language) {
    assertThat((file(language.starter()) + file(language.solution())).lines())
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
  }

  /** A chapter's part of a starter in which no chapter is written. */
  private static String starter(Language language, int chapter) {
    return Starter.parts(language.starter())[chapter];
  }

  private static String solution(Language language, int chapter) {
    return new Starter(language).solution(chapter);
  }

  private static List<String> functions(String part) {
    return FUNCTION.matcher(part).results().map(match -> match.group(1)).toList();
  }

  private static List<String> comments(String part) {
    return COMMENT.matcher(part).results().map(match -> match.group(1)).toList();
  }

  private static String name(String path) {
    return path.substring(path.indexOf('/') + 1);
  }

  private static String file(String path) {
    try {
      return Files.readString(Path.of("course", path));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}
