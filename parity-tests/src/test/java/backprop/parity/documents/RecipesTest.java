package backprop.parity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.parity.course.Language;
import backprop.parity.diagnosis.mistakes.Mistake;
import backprop.parity.model.Quantity;
import backprop.parity.model.Spelling;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What the page "How do I add …?" lists: every file that knows all names of an enumeration, and none
 * that does not. So a name that is new is missed wherever it is missing.
 */
class RecipesTest {
  private static final Path TOP = Path.of("..");
  private static final Document PAGE = Document.named("parity-tests/CONTRIBUTING.md");
  private static final String ROW = "(?m)^\\| \\[[^]]+]\\(([^)]+)\\)";

  /** Where people write programs and data by hand; tests say themselves what they are about. */
  private static final List<String> WRITTEN_BY_HAND =
      List.of(
          "loops/src/main",
          "matrix/src/main",
          "parity-tests/src/main",
          "parity-tests/candidates",
          "parity-tests/course");

  private static final Pattern SOURCE =
      Pattern.compile(".*\\.(java|js|mjs|json|pl|py|c|cc|cpp|rs|go|rb|R|m|jl)");

  @TestFactory
  Stream<DynamicTest> everyPlaceThatKnowsAllNamesIsListed() {
    return Stream.of(listed("An activation", ofOneNeuron()), listed("A cost", Cost.values()));
  }

  /** Softmax needs a whole sample, so where the others stand it often stands elsewhere. */
  private static Activation[] ofOneNeuron() {
    return Arrays.stream(Activation.values())
        .filter(activation -> activation != Activation.SOFTMAX)
        .toArray(Activation[]::new);
  }

  private static DynamicTest listed(String heading, Enum<?>... constants) {
    return DynamicTest.dynamicTest(
        heading,
        () -> {
          Set<Path> known = new TreeSet<>();
          for (Path file : sources()) {
            if (missing(file, constants).isEmpty()) {
              known.add(file);
            }
          }
          Set<Path> listed = new TreeSet<>(listed(heading));
          assertThat(listed)
              .allSatisfy(
                  file ->
                      assertThat(missing(file, constants))
                          .as("%s is listed under \"%s\", but does not know", file, heading)
                          .isEmpty());
          assertThat(listed).as("files under \"%s\"", heading).containsExactlyElementsOf(known);
        });
  }

  /** The files of a recipe's table. */
  private static List<Path> listed(String heading) {
    String section = PAGE.text().split("(?m)^## " + Pattern.quote(heading) + "$")[1];
    Path folder = TOP.resolve(PAGE.name()).getParent();
    return Pattern.compile(ROW)
        .matcher(section.split("(?m)^## ")[0])
        .results()
        .map(row -> folder.resolve(row.group(1)).normalize())
        .toList();
  }

  private static List<Path> sources() {
    return WRITTEN_BY_HAND.stream()
        .flatMap(RecipesTest::filesIn)
        .filter(file -> SOURCE.matcher(file.toString()).matches())
        .toList();
  }

  private static Stream<Path> filesIn(String folder) {
    try (Stream<Path> files = Files.walk(TOP.resolve(folder))) {
      return files.filter(Files::isRegularFile).map(Path::normalize).toList().stream();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /** The constants that a file names in none of their spellings. */
  private static List<Enum<?>> missing(Path file, Enum<?>... constants) {
    String text = text(file);
    return Arrays.stream(constants)
        .filter(
            constant ->
                spellings(constant)
                    .noneMatch(
                        name ->
                            Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])")
                                .matcher(text)
                                .find()))
        .toList();
  }

  private static Stream<String> spellings(Enum<?> constant) {
    return constant instanceof Quantity quantity
        ? Stream.of(constant.name(), quantity.fieldName())
        : Stream.of(constant.name(), Spelling.of(constant));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  @Test
  void aNameThatNobodyKnowsIsMissedEverywhere() {
    assertThat(listed("An activation"))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(missing(file, Planted.NEVER_WRITTEN)).isNotEmpty());
  }

  @Test
  void everyMistakeHasItsParagraphAndItsPlaceInTheGallery() {
    String catalogue =
        text(
            TOP.resolve(
                "parity-tests/src/main/resources/backprop/parity/diagnosis/mistakes/mistakes.txt"));
    String gallery = Document.named("parity-tests/MISTAKES.md").text();
    for (Mistake mistake : Mistake.values()) {
      assertThat(catalogue).contains("\n[" + mistake.spelling() + "]\n");
      assertThat(gallery).contains(mistake.spelling());
    }
  }

  @Test
  void everyLanguageOfTheCourseIsNamedWhereLearnersBegin() {
    String course = Document.named("parity-tests/course/README.md").text();
    for (Language language : Language.values()) {
      String folder = Spelling.of(language);
      assertThat(TOP.resolve("parity-tests/course/" + folder)).isDirectory();
      assertThat(course).containsIgnoringCase(folder);
    }
  }

  @Test
  void everyChapterStandsInTheTableOfContents() {
    String contents = Document.named("parity-tests/tutorial/README.md").text();
    Document.in("parity-tests/tutorial")
        .map(page -> Path.of(page.name()).getFileName().toString())
        .filter(name -> !name.equals("README.md"))
        .forEach(name -> assertThat(contents).contains("(" + name + ")"));
  }

  private enum Planted {
    NEVER_WRITTEN
  }
}
