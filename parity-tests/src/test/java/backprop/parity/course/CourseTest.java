package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backprop.parity.io.Answer;
import backprop.parity.io.ResultReader;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.model.Quantity;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.suites.BuiltInCases;
import backprop.parity.suites.CourseCases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the chapters ask. */
class CourseTest {
  @Test
  void thereIsALessonForEachOfTheNineChapters() {
    List<Integer> numbers = Course.lessons().stream().map(Lesson::number).toList();
    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, 9).boxed().toList());
  }

  @Test
  void aLessonHasTheTitleOfItsPage() {
    assertThat(Course.lessons())
        .allSatisfy(
            lesson ->
                assertThat(Files.readString(Path.of("..", lesson.path())).lines().findFirst().get())
                    .isEqualToIgnoringCase("# %d · %s".formatted(lesson.number(), lesson.title())));
  }

  /** What is asked before anything is written does not give the formula away. */
  @Test
  void aLessonBeginsWithAQuestion() {
    assertThat(Course.lessons())
        .allSatisfy(
            lesson -> assertThat(lesson.predict()).contains("?").doesNotContain(" * ", "sum of"));
  }

  @Test
  void everyQuestionBelongsToALessonAndCanBeExplainedByItsName() {
    List<Case> asked =
        Course.lessons().stream().flatMap(lesson -> lesson.cases().stream()).toList();
    assertThat(asked).isEqualTo(CourseCases.all());
    assertThat(asked)
        .allSatisfy(question -> assertThat(BuiltInCases.named(question.name())).contains(question));
    assertThat(asked).extracting(Case::name).doesNotHaveDuplicates();
  }

  @Test
  void aLessonAsksAtLeastTwice() {
    assertThat(Course.lessons())
        .allSatisfy(lesson -> assertThat(lesson.cases()).hasSizeGreaterThan(1));
  }

  /** A target of 0 or 1 hides a factor, and makes z for a look like another mistake. */
  @Test
  void noTargetIs0Or1() {
    for (Case question : CourseCases.all()) {
      for (double[] row : question.targets()) {
        assertThat(row).as(question.name()).doesNotContain(0.0, 1.0);
      }
    }
  }

  /** What two sizes have in common cannot be told apart, unless that is what the case is about. */
  @Test
  void noTwoSizesAreEqualUnlessTheNameSaysSo() {
    for (Case question : CourseCases.all()) {
      List<Integer> widths = new ArrayList<>(List.of(question.inputs().length));
      question.network().layers().forEach(layer -> widths.add(layer.outputs()));
      boolean oneNeuron = question.name().matches("chapter-[12]-.*");
      if (!question.name().endsWith("-square") && !oneNeuron) {
        assertThat(widths).as(question.name()).doesNotHaveDuplicates();
      }
      if (!question.name().contains("-one-") && !oneNeuron) {
        assertThat(widths).as(question.name()).doesNotContain(question.samples());
      }
    }
  }

  @Test
  void everyFieldOfAnAnswerIsAskedForSomewhere() {
    AnswerFields all =
        Course.lessons().stream().map(Lesson::asks).reduce(AnswerFields.NONE, AnswerFields::and);
    assertThat(all.cost()).isTrue();
    assertThat(all.quantities())
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.of(Quantity.INPUT_GRADIENTS)));
  }

  @Test
  void theFieldsOfAnAnswerAreNamedInTheOrderOfTheSteps() {
    assertThat(AnswerFields.named("weightGradients deltas cost activations").names())
        .containsExactly("activations", "cost", "deltas", "weightGradients");
    assertThat(AnswerFields.named("cost biasGradients").names())
        .containsExactly("cost", "biasGradients");
    assertThat(AnswerFields.named("").names()).isEmpty();
  }

  @Test
  void theShapeOfWhatComesLaterIsNotLookedAt() {
    Case neuron = CourseCases.ofChapter(2).get(0);
    Answer answer = answer(neuron, "\"preActivations\": [[1]], \"weightGradients\": [[1], [2]]");
    CandidateReply reply = Course.read(answer, neuron);
    assertThat(reply.faults()).isEmpty();
    assertThat(reply.result().get().values(Quantity.PRE_ACTIVATIONS, 1)).isPresent();
    assertThat(reply.result().get().values(Quantity.WEIGHT_GRADIENTS, 1)).isEmpty();
  }

  @Test
  void aFieldOfAnotherTypeIsTheOnlyOneThatIsLost() {
    Case layer = CourseCases.ofChapter(5).get(0);
    String fields =
        "\"weightGradients\": [1, {\"a\": [2]}], \"deltas\": \"0.5\", \"biasGradients\": [1, 2]";
    CandidateReply reply = Course.read(answer(layer, fields), layer);
    assertThat(reply.result().get().values(Quantity.BIAS_GRADIENTS, 1)).isPresent();
    assertThat(reply.faults())
        .extracting(fault -> fault.problem().getMessage())
        .containsExactly(
            "answer: layers[0].weightGradients[0]: expected a row of numbers in [], found 1.",
            "answer: layers[0].deltas: expected rows of numbers in [[], …], found \"0.5\".");
    assertThatThrownBy(() -> answer(layer, fields).resultFor(layer))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("expected a row of numbers");
  }

  @Test
  void whatIsNoJsonIsNoAnswerAtAll() {
    Case layer = CourseCases.ofChapter(5).get(0);
    assertThatThrownBy(() -> answer(layer, "\"weightGradients\": [[1, 2 3]]"))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void theShapeOfWhatIsAskedForIs() {
    Case layer = CourseCases.ofChapter(5).get(0);
    Answer answer = answer(layer, "\"weightGradients\": [[1, 2]]");
    assertThat(Course.read(answer, layer).faults())
        .singleElement()
        .extracting(fault -> fault.problem().getMessage())
        .isEqualTo(
            "answer: layers[0].weightGradients: expected 2 rows of 2 numbers, found 1 of 2.");
  }

  private static Answer answer(Case question, String layer) {
    return ResultReader.readLine(
        "answer",
        "{\"format\": \"backprop-gradients-1\", \"name\": \"%s\", \"layers\": [{%s}]}"
            .formatted(question.name(), layer));
  }
}
