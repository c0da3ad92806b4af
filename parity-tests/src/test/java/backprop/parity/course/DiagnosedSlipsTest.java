package backprop.parity.course;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.terminal.ScreenWidth;
import backprop.parity.terminal.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a learner reads who has written one function wrong. */
class DiagnosedSlipsTest {
  private static final String INLINE =
      "return [(a - t) * a * (1 - a) for a, t in zip(activations, targets)]";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "3 | pre_activations | return [sigmoid(pre_activation(w, inputs, b)) for w, b in"
            + " zip(weights, biases)] | f of the right number: z is what stands before f",
        "4 | output_delta | return [(activations[0] - targets[0]) * sigmoid_derivative(z) for z in"
            + " pre_activations] | the number with activations[0] - targets[0] in the place of",
        "2 | sigmoid | return z | z itself: f is not applied.",
        "2 | sigmoid | return 1 / 1 + exp(-z) | 1 + exp(-z) needs parentheses below the line.",
        "2 | sigmoid | return (exp(z) - exp(-z)) / (exp(z) + exp(-z)) | tanh(z), another activation.",
        "2 | sigmoid | return 1 / (1 + exp(z)) | Negate z in the exponent.",
        "2 | sigmoid | return 1 / (1 + 2.718 ** -z) | the number with 2.718 in the place of e",
        "2 | sigmoid | return 1 / (1 + 2.718281828 ** -z) | right to about 10 digits: a numerical derivative, or a rounded constant?",
        "2 | sigmoid | return 1 // (1 + exp(-z)) | the right number cut to a whole number",
        "2 | pre_activation | return sum(w * i for w, i in zip(weights, inputs)) - bias"
            + "| the number with - bias in the place of + bias.",
        "2 | pre_activation | return sum(int(w * i) for w, i in zip(weights, inputs)) + bias"
            + "| the number with its sum cut to a whole number",
        "4 | cost | return sum(1//2 * (a - t) ** 2 for a, t in zip(activations, targets))"
            + "| or with ½ cut to a whole number, as 1/2 is where integers are divided",
        "4 | cost | return -sum((a - t) ** 2 / 2 for a, t in zip(activations, targets))"
            + "| the right number with the other sign.",
        "4 | cost | return sum(2 / 2 for a, t in zip(activations, targets))"
            + "| what ^ 2 gives in JavaScript and Perl, where it is no power",
        "4 | cost | return sum((a - t) ** 2 / 2 for a, t in zip(activations, targets)) / len(targets)"
            + "| the sum divided by the outputs: they are added up, not averaged.",
        "4 | sigmoid_derivative | return sigmoid(z) * 1 - sigmoid(z)"
            + "| what comes with f′ = 0, or cut to a whole number",
        "4 | sigmoid_derivative | return sigmoid(z) | the number with f(pre_activations[0]) in",
        "4 | sigmoid_derivative | return sigmoid(z) * (1 - z) | the number with f(z) * (1 - z) in",
        "4 | sigmoid_derivative | return z | the number with pre_activations[0] in the place of f′(",
        "4 | sigmoid_derivative | return (sigmoid(z + 1e-5) - sigmoid(z)) / 1e-5"
            + "| right to about 5 digits: a numerical derivative, or a rounded constant?",
        "4 | cost | return sum(abs(a - t) / 2 for a, t in zip(activations, targets))"
            + "| \"the sum of ½|a - t|, which is not squared.\"",
        "4 | sigmoid_derivative | return 1 - sigmoid(z) ** 2 | the number with 1 - f(z)² in",
        "4 | sigmoid_derivative | return -sigmoid(z) * (1 - sigmoid(z)) | is never negative.",
        "5 | bias_gradients | return [sum(delta) for d in delta]"
            + "| the sum over all neurons: each bias has the delta of its own.",
        "5 | weight_gradients | return [[d + i for i in inputs] for d in delta]"
            + "| the number with + where * belongs, between delta[0] and inputs[0].",
        "5 | weight_gradients | s = 0.0; g = [[0.0] * len(inputs) for d in delta]¶"
            + "for j in range(len(delta)):¶    "
            + "for i in range(len(inputs)):¶        "
            + "s += delta[j] * inputs[i]; g[j][i] = s¶"
            + "return g | a sum that goes on from the entry before: does it start at 0 for each",
        "6 | hidden_delta | return [-sum(forward_weights[k][j] * forward_delta[k] for k in"
            + " range(len(forward_delta))) * sigmoid_derivative(pre_activations[j]) for j in"
            + " range(len(pre_activations))] | Minus where plus belongs",
        "6 | hidden_delta | return [sum(forward_weights[k][j] * forward_delta[k] for k in"
            + " range(len(forward_delta))) * sigmoid_derivative(pre_activations[j]) ** 2 for j in"
            + " range(len(pre_activations))] | f′ is multiplied twice",
        "6 | hidden_delta | return [sum(forward_weights[k][j] * forward_delta[k] for k in"
            + " range(1, len(forward_delta))) * sigmoid_derivative(pre_activations[j]) for j in"
            + " range(len(pre_activations))] | the last term alone: does the loop start at 1, or",
        "6 | hidden_delta | return [0.0 for z in pre_activations]"
            + "| what comes without any term, with f′ = 0, or cut to a whole number",
        "7 | transpose | return [row[:] for row in rows] | that were not transposed",
        "7 | transpose | return [list(c) for c in zip(*rows)][::-1] | in the wrong order",
        "7 | transpose | return [list(c)[::-1] for c in zip(*rows)] | in the wrong order",
        "7 | transpose | return [[rows[j][j] for j in range(len(rows))] for i in rows[0]]"
            + "| the same index in both places",
        "7 | transpose | for i in range(len(rows)):¶    "
            + "for j in range(len(rows[0])):¶        "
            + "rows[i][j] = rows[j][i]¶"
            + "return rows | overwritten before they were read",
        "7 | transpose | for i in range(len(rows)):¶    "
            + "for j in range(len(rows[0])):¶        "
            + "rows[j][i] = rows[i][j]¶"
            + "return rows | overwritten before they were read",
        "8 | reduced | n = len(terms); return sum(terms) * {\"sum\": 1, \"mean\": 1 // n,"
            + " \"element-mean\": 1 // (n * outputs)}[reduction] | or with 1/N cut to a whole number",
        "8 | reduced | n = len(terms) - 1; return sum(terms) * {\"sum\": 1, \"mean\": 1 / n,"
            + " \"element-mean\": 1 / (n * outputs)}[reduction] | the sum divided by N - 1, not by N.",
        "8 | reduced | n = len(terms) + 1; return sum(terms) * {\"sum\": 1, \"mean\": 1 / n,"
            + " \"element-mean\": 1 / (n * outputs)}[reduction] | the sum divided by N + 1, not by N.",
        "8 | reduced | n = len(terms); return sum(terms) * {\"sum\": 1, \"mean\": 1 / n,"
            + " \"element-mean\": 1 / n * outputs}[reduction]"
            + "| the sum / N * outputs: N * outputs needs parentheses.",
        "9 | updated | return [-learning_rate * g for g in gradients] | without parameters[0]",
        "9 | updated | return gradients | gradients[0] alone",
        "9 | updated | return [(p - learning_rate) * g for p, g in zip(parameters, gradients)]"
            + "| the number with parentheses around parameters[0] - learning_rate.",
        "4 | output_delta | return [(z - t) * sigmoid_derivative(z) for a, t, z in "
            + "zip(activations, targets,¶        pre_activations)] | "
            + "pre-activation-in-output-delta gives this number",
        "4 | output_delta | return [((a - t) ** 2) * sigmoid_derivative(z) for a, t, z in "
            + "zip(activations, targets,¶        pre_activations)] | a slope has no square",
        "4 | output_delta | return [(a - t) ** 2 / 2 for a, t in zip(activations, "
            + "targets)] | the cost, not its slope",
        "4 | output_delta | return [(a - t) * a * (1 - t) for a, t in zip(activations, "
            + "targets)] | the number with activations[0] * (1 - targets[0]) in the place of f′",
        "4 | cost | return sum((a - t) ** 2 / 4 for a, t in zip(activations, targets)) | "
            + "half of the right number: is ½ squared, too, or there twice?",
        "5 | weight_gradients | return [[d * i for i in inputs] for d in delta][::-1] | "
            + "weight-gradients-mirrored gives this number",
        "5 | weight_gradients | return [[d * i for i in inputs[::-1]] for d in delta] | "
            + "the right numbers of each row in the wrong order, the last one first.",
        "5 | weight_gradients | return [list(c) for c in zip(*[[d * i for i in inputs] for "
            + "d in delta[::-1]])] | turned by a quarter",
        "5 | weight_gradients | return [[d * i for i in inputs] for d in [delta[-1]] * "
            + "len(delta)] | rows-shared gives this number",
        "5 | bias_gradients | return [d * len(delta) for d in delta] | 2 times the right "
            + "number: is it added once for each input?",
        "2 | pre_activation | return sum(w * i for w, i in zip(weights, inputs)) / "
            + "len(inputs) + bias | the sum divided by its number of terms",
        "8 | reduced | return terms[0] | the first sample alone, without its factor",
        "8 | reduced | n = len(terms); return sum(terms) * {\"sum\": 1, \"mean\": 1 / n ** "
            + "2,¶        \"element-mean\": 1 / (n ** 2 * outputs)}[reduction] | "
            + "averaged-twice gives this number",
      })
  void aSlipIsNamed(int chapter, String function, String body, String text) throws IOException {
    assertThat(screen(chapter, List.of(function, body)).replaceAll("\\s+", " ")).contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 | sigmoid | return z | Apply the activation of the last layer",
        "4 | sigmoid_derivative | return 0 | Let the loop go down to the first layer",
        "4 | cost | return sum((a - t) ** 2 / 2 for a, t in zip(activations, targets)) / len(targets)"
            + "| samples",
        "6 | hidden_delta | return [0.0 for z in pre_activations] | Let the loop go down",
        "7 | transpose | return [row[:] for row in rows] | where += belongs",
        "2 | sigmoid | return float('nan') | no known mistake",
      })
  void whatTheChapterCannotMeanIsNotNamed(int chapter, String function, String body, String text)
      throws IOException {
    assertThat(screen(chapter, List.of(function, body))).doesNotContain(text);
  }

  /** Chapter 4 can be passed without sigmoidDerivative: a(1 - a) is right, too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "return z * (1 - z) | that is a formula in a",
        "return 0 | with f′ = 0",
        "return float('nan') | sigmoid_derivative",
        "return | hidden_delta stopped",
      })
  void aDerivativeThatNobodyHasCalledYetIsSuspectedInChapter6(String body, String text)
      throws IOException {
    String screen = screen(6, List.of("output_delta", INLINE, "sigmoid_derivative", body));
    assertThat(screen).contains("functions    hidden_delta, sigmoid_derivative\n");
    String hint = "is sigmoid_derivative(z) written, and right?";
    assertThat(screen.replaceAll("\\s+", " "))
        .contains(text)
        .contains(body.equals("return") ? "NoneType" : hint);
  }

  @Test
  void anActivationIsWrittenOutWithItsNumber() throws IOException {
    assertThat(screen(2, List.of("sigmoid", "return 0.25")))
        .contains("should be    1 / (1 + exp(-1)) = 0.731059\n               sigmoid(z)\n");
  }

  @Test
  void theLearningRateIsShown() throws IOException {
    assertThat(screen(9, List.of("updated", "return [7.0 for p in parameters]")))
        .contains("should be    0.5 - 0.3*(-0.0746175) = 0.522385\n");
  }

  /** What follow prints of the Python solution with other bodies for some of its functions. */
  private String screen(int chapter, List<String> functionsAndBodies) throws IOException {
    Interpreter interpreter = new Interpreter(Language.PYTHON);
    interpreter.assumeInstalled();
    String text = Files.readString(Path.of("course", Language.PYTHON.solution()));
    for (int index = 0; index < functionsAndBodies.size(); index += 2) {
      String header = "(def %s\\(.*\\):.*\n)".formatted(functionsAndBodies.get(index));
      String body =
          Matcher.quoteReplacement("    " + functionsAndBodies.get(index + 1) + "\n")
              .replace("¶", "\n    ");
      text = text.replaceFirst(header, "$1" + body);
    }
    Path file = folder.resolve("mine.py");
    LessonProblem stop = interpreter.follow(file, text).stop().orElseThrow();
    assertThat(stop.lesson().number()).isEqualTo(chapter);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new LessonProblemScreen(LearnersFile.of(file), 0, TextStyle.plain(), out)
        .print(stop, Optional.empty());
    String screen = bytes.toString(StandardCharsets.UTF_8);
    ScreenWidth.requireFits(screen);
    return screen;
  }
}
