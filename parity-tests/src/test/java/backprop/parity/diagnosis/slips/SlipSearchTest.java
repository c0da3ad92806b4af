package backprop.parity.diagnosis.slips;

import static org.assertj.core.api.Assertions.assertThat;

import backprop.parity.model.Case;
import backprop.parity.model.Quantity;
import backprop.parity.model.Result;
import backprop.parity.sources.LoopsSource;
import backprop.parity.suites.BuiltInCases;
import backprop.parity.terms.LayoutNotation;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip of the pen is recognised by the number that it gives. */
class SlipSearchTest {
  /** z = 0.5 * 1 + (-0.25) * 0.5 + 0.1. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-0.025 | the last term alone: does the loop start at 1, or is there = where += belongs?",
        "0.6 | the first term alone: does the loop end too early, at a return inside it?",
        "0.5 | the first term alone and nothing after it: a return inside the loop?",
        "0.85 | every term twice.",
        "0.1 | what comes without any term, or cut to a whole number: does the loop run, and add?",
        "0.35 | the number with inputs[0][0] in every term.",
        "0.225 | the number with inputs[1][0] in every term.",
        "0.375 | the number without + biases[1][0]: is that left out?",
        "-0.475 | the right number with the other sign.",
        "0.275 | the number with - biases[1][0] in the place of + biases[1][0].",
        "-0.275 | every term with minus where plus belongs: is there -= in the place of +=?"
      })
  void ofOneSum(double found, String sentence) {
    assertThat(clue("chapter-2-two-inputs", Quantity.PRE_ACTIVATIONS, 0, 0, found))
        .contains(sentence);
  }

  /** z = 0.4 * 0.6 + (-0.6) * 0.7 + 0.8 * 0.5 + 0.05. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.03 | every term but the first: where does the loop start?",
        "-0.13 | every term but the last: where does the loop end?"
      })
  void ofThreeTerms(double found, String sentence) {
    assertThat(clue("chapter-5-three-inputs", Quantity.PRE_ACTIVATIONS, 0, 0, found))
        .contains(sentence);
  }

  /** z[0] = 0.375 + 0.1 = 0.475, z[1] = 0.75 * 1 + 0.5 * 0.5 - 0.2 = 0.8. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.175 | a sum that goes on from the neuron before: does it start at 0 for each neuron?",
        "1.275 | a sum that goes on from the neuron before: does it start at 0 for each neuron?",
        "1.1 | the number with biases[1][0] in the place of biases[1][1].",
        "0.475 | the right number of preActivations[1][0][0]: is an index the wrong one?",
        "0.175 | the number with the terms of preActivations[1][0][0]."
      })
  void ofTheNeuronBefore(double found, String sentence) {
    assertThat(clue("chapter-3-three-neurons", Quantity.PRE_ACTIVATIONS, 1, 0, found))
        .contains(sentence);
  }

  @Test
  void ofTheDerivative() {
    Result right = right("chapter-6-square");
    double[][] z = right.values(Quantity.PRE_ACTIVATIONS, 1).orElseThrow();
    double[][] delta = right.values(Quantity.DELTAS, 2).orElseThrow();
    double first = 0.6 * delta[0][0];
    double second = -0.3 * delta[1][0];
    String own = "f′(preActivations[1][0][0])";
    double inside = first * slope(z[0][0]) + second * slope(z[1][0]);
    assertThat(clue("chapter-6-square", Quantity.DELTAS, 0, 0, inside))
        .contains("the sum of each term times what stands at its own k, not times " + own + ".");
    double afterwards = (first + second) * slope(z[1][0]);
    assertThat(clue("chapter-6-square", Quantity.DELTAS, 0, 0, afterwards))
        .contains("the number with f′(preActivations[1][1][0]) in the place of " + own + ".");
    assertThat(clue("chapter-4-one-output", Quantity.DELTAS, 0, 0, slope(0.475)))
        .contains(own + " alone.");
  }

  private static double slope(double z) {
    double a = 1 / (1 + StrictMath.exp(-z));
    return a * (1 - a);
  }

  @Test
  void ofTheGradientOfAWeight() {
    String name = "chapter-5-square";
    double[][] delta = right(name).values(Quantity.DELTAS, 1).orElseThrow();
    assertThat(clue(name, Quantity.WEIGHT_GRADIENTS, 0, 0, delta[0][0]))
        .contains("the number without inputs[0][0].");
    assertThat(clue(name, Quantity.WEIGHT_GRADIENTS, 0, 0, delta[1][0] * 1.5))
        .contains("the right number of weightGradients[1][1][0]: is an index the wrong one?");
  }

  /** The other neuron's number is right here, so not every weight stayed where it was. */
  @Test
  void ofWeightsThatWereOverwritten() {
    double unturned = 0.5 * 1.5 + 0.75 * 0.5 + 0.1;
    assertThat(clue("chapter-7-turned-square", Quantity.PRE_ACTIVATIONS, 0, 0, unturned))
        .contains(
            "the number with weights of which some were overwritten before they were read: is there"
                + " a new list for the columns, or one for both?");
    assertThat(clue("chapter-6-square", Quantity.PRE_ACTIVATIONS, 0, 0, unturned)).isEmpty();
  }

  @Test
  void ofTheStep() {
    String name = "chapter-9-one-layer";
    double[][] gradients = right(name).values(Quantity.WEIGHT_GRADIENTS, 1).orElseThrow();
    String own = "learningRate * weightGradients[1][0][1]";
    double withTheOther = -0.25 - 0.3 * gradients[0][0];
    assertThat(clue(name, Quantity.UPDATED_WEIGHTS, 0, 1, withTheOther))
        .contains(
            "the number with learningRate * weightGradients[1][0][0] in the place of " + own + ".");
    assertThat(clue(name, Quantity.UPDATED_WEIGHTS, 0, 1, -0.25))
        .contains("the number without - " + own + ": is that left out?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chapter-8-mean | 0.2 | the sum times 0.05, which is the factor of element-mean.",
        "chapter-8-mean | 4 | the sum times 1, which is the factor of sum.",
        "chapter-8-mean | 0.8 | the sum divided by the outputs, not by the samples.",
        "chapter-8-element-mean | 3 | the sum times 0.25, which is the factor of mean."
      })
  void ofTheFactor(String name, double times, String sentence) {
    assertThat(clueToCost(name, times * right(name).cost().orElseThrow())).contains(sentence);
    double gradient = right(name).values(Quantity.BIAS_GRADIENTS, 1).orElseThrow()[0][0];
    assertThat(clue(name, Quantity.BIAS_GRADIENTS, 0, 0, times * gradient)).contains(sentence);
  }

  @Test
  void ofTheCost() {
    String name = "chapter-8-sum";
    double[][] a = right(name).values(Quantity.ACTIVATIONS, 1).orElseThrow();
    double[][] targets = BuiltInCases.named(name).orElseThrow().targets();
    double[][] costs = new double[4][3];
    double errors = 0.0;
    for (int j = 0; j < 4; j++) {
      for (int s = 0; s < 3; s++) {
        double error = a[j][s] - targets[j][s];
        costs[j][s] = error * error / 2;
        errors += error;
      }
    }
    assertThat(clueToCost(name, costs[3][0] + costs[3][1] + costs[3][2]))
        .contains("the last output alone: is there = where += belongs?");
    assertThat(clueToCost(name, sample(costs, 0)))
        .contains("the first sample alone: does the loop end at once?");
    assertThat(clueToCost(name, sample(costs, 0) + sample(costs, 1)))
        .contains("every sample but the last: where does the loop end?");
    assertThat(clueToCost(name, errors)).contains("the sum of a - t, which is not squared.");
    assertThat(clueToCost(name, 0.0))
        .contains(
            "what comes without any term, or with ½ cut to a whole number, as 1/2 is where"
                + " integers are divided: does the loop run, and add, and is there a return?");
  }

  private static double sample(double[][] costs, int s) {
    return Arrays.stream(costs).mapToDouble(row -> row[s]).sum();
  }

  @Test
  void ofTheSigmoid() {
    double e = StrictMath.exp(-0.475);
    assertThat(clue("chapter-2-two-inputs", Quantity.ACTIVATIONS, 0, 0, 1 + e))
        .contains("1/1 + exp(-z): 1 + exp(-z) needs parentheses below the line.");
    assertThat(clue("chapter-2-two-inputs", Quantity.ACTIVATIONS, 0, 0, 1 / (1 + 1 / e)))
        .contains("1 minus the right number: is the exponent -z?");
    double base = 1 / (1 + StrictMath.pow(2.71828, -0.475));
    assertThat(clue("chapter-2-two-inputs", Quantity.ACTIVATIONS, 0, 0, base))
        .contains("the number with 2.71828 in the place of e: exp(-z) has all its digits.");
  }

  @Test
  void whatNoSlipGivesHasNone() {
    assertThat(clue("chapter-2-two-inputs", Quantity.PRE_ACTIVATIONS, 0, 0, 0.4713)).isEmpty();
    assertThat(clue("chapter-2-two-inputs", Quantity.PRE_ACTIVATIONS, 0, 0, Double.NaN)).isEmpty();
  }

  private static Result right(String name) {
    return new LoopsSource().answer(BuiltInCases.named(name).orElseThrow());
  }

  /** What there is to say of another number in the first layer. */
  private static Optional<String> clue(
      String name, Quantity quantity, int neuron, int second, double found) {
    double[][] values = right(name).values(quantity, 1).orElseThrow();
    values[neuron][second] = found;
    return clue(name, OptionalDouble.empty(), Map.of(quantity, values));
  }

  private static Optional<String> clueToCost(String name, double found) {
    return clue(name, OptionalDouble.of(found), Map.of());
  }

  private static Optional<String> clue(
      String name, OptionalDouble cost, Map<Quantity, double[][]> firstLayer) {
    Case question = BuiltInCases.named(name).orElseThrow();
    List<Map<Quantity, double[][]>> layers = new ArrayList<>(List.of(firstLayer));
    while (layers.size() < question.network().depth()) {
      layers.add(Map.of());
    }
    Result wrong = new Result(name, cost, layers);
    CaseComparison comparison = new CaseComparison(question, right(name), wrong, Precision.DOUBLE);
    return SlipSearch.to(List.of(comparison)).map(sentence -> sentence.in(LayoutNotation.STANDARD));
  }
}
