package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A learner who has written the chapters up to one has passed those and no more. */
class StarterTest {
  private static final int CHAPTERS = Course.lessons().size();

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> theChaptersThatAreWrittenPassAndTheNextIsNotThereYet() {
    return Stream.of(Language.values())
        .flatMap(
            language ->
                IntStream.rangeClosed(1, CHAPTERS)
                    .mapToObj(
                        written ->
                            DynamicTest.dynamicTest(
                                language + " up to chapter " + written,
                                () -> check(new Interpreter(language), written))));
  }

  private static void check(Interpreter interpreter, int written) {
    interpreter.assumeInstalled();
    Path file = folder.resolve("%s-%d-program".formatted(interpreter.language(), written));
    CourseReport report =
        interpreter.follow(named(file, interpreter.language()), text(interpreter, written));
    assertThat(report.passed()).isEqualTo(Course.lessons().subList(0, written));
    if (written == CHAPTERS) {
      assertThat(report.stop()).isEmpty();
      return;
    }
    assertThat(report.stop()).containsInstanceOf(LessonProblem.NotYet.class);
    assertThat(report.stop().get().lesson().number()).isEqualTo(written + 1);
  }

  private static String text(Interpreter interpreter, int written) {
    return new Starter(interpreter.language()).from(written + 1, "mine");
  }

  /** Java wants its own ending, and Node decides by it what kind of program that is. */
  private static Path named(Path file, Language language) {
    String ending =
        switch (language) {
          case PERL -> ".pl";
          case PYTHON -> ".py";
          case JAVASCRIPT -> ".mjs";
          case JAVA -> ".java";
          case C -> ".c";
          case RUST -> ".rs";
          case RUBY -> ".rb";
        };
    return file.resolveSibling(file.getFileName() + ending);
  }
}
