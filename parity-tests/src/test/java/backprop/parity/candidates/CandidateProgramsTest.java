package backprop.parity.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import backprop.loops.Activation;
import backprop.parity.cases.Answer;
import backprop.parity.cases.Case;
import backprop.parity.cases.Ending;
import backprop.parity.cases.ExtremeCases;
import backprop.parity.cases.JsonWriter;
import backprop.parity.cases.Quantity;
import backprop.parity.cases.RandomCases;
import backprop.parity.cases.Result;
import backprop.parity.cases.ResultReader;
import backprop.parity.cases.WeightLayout;
import backprop.parity.sources.LoopsSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The programs that people copy to wire up their own: each must answer, and be right. */
class CandidateProgramsTest {
  private static final int CASES = 100;
  private static final LoopsSource LOOPS = new LoopsSource();
  private static final JsonWriter DECIMAL = new JsonWriter(false);
  private static final JsonWriter HEXADECIMAL = new JsonWriter(true);

  /**
   * How far apart two correct programs may be, as a share of the largest entry beside it. A random
   * case's numbers go through ten layers, forth and back, each of at most nine terms and four more
   * roundings of 2⁻⁵³: below 2⁻⁴⁵. The rest is room for sums that cancel.
   */
  private static final double ROOM = 0x1p-40;

  /** A program, and a command that succeeds where its language is present. */
  enum Program {
    PERL(List.of("perl", "-MJSON::PP", "-e", "1"), "perl", "perl/backprop.pl"),
    PYTHON(List.of("python3", "-c", ""), "python3", "python/backprop.py"),
    JAVASCRIPT(List.of("node", "-e", ""), "node", "javascript/backprop.mjs"),
    JAVA(List.of("java", "-version"), "java", "java/Backprop.java"),
    NUMPY(List.of("python3", "-c", "import numpy"), "python3", "numpy/backprop_numpy.py"),
    PYTORCH(List.of("python3", "-c", "import torch"), "python3", "pytorch/backprop_pytorch.py");

    private final List<String> probe;
    private final List<String> command;

    Program(List<String> probe, String... command) {
      this.probe = probe;
      this.command = List.of(command);
    }

    /** Skips the test, and says why, where the language is absent. */
    CandidateProgram start() throws Exception {
      boolean present = CandidateProgram.succeeds(probe);
      assumeTrue(present, () -> "not installed here: " + String.join(" ", probe));
      return CandidateProgram.start(command);
    }
  }

  /** Every program answers all tests in one go, because some take seconds to start. */
  private static final Map<Program, CandidateProgram> RUNNING = new EnumMap<>(Program.class);

  private static CandidateProgram running(Program program) throws Exception {
    CandidateProgram running = RUNNING.get(program);
    if (running == null || !running.isAlive()) {
      RUNNING.put(program, program.start());
    }
    return RUNNING.get(program);
  }

  @AfterAll
  static void endThem() {
    RUNNING.values().forEach(CandidateProgram::close);
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithTheLoops(Program program) throws Exception {
    RandomCases cases = new RandomCases(1);
    CandidateProgram running = running(program);
    for (int count = 0; count < CASES; count++) {
      Case question = cases.next();
      Answer answer = answer(running, DECIMAL.write(question));
      assertThat(disagreements(question, answer)).as(question.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsHexFloats(Program program) throws Exception {
    RandomCases cases = new RandomCases(2);
    CandidateProgram running = running(program);
    for (int count = 0; count < 10; count++) {
      Case question = RandomCases.withLearningRate(cases.next(), 0.1);
      Answer answer = answer(running, HEXADECIMAL.write(question));
      assertThat(disagreements(question, answer)).as(question.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersInTheLayoutOfTheWeights(Program program) throws Exception {
    RandomCases cases = new RandomCases(3);
    CandidateProgram running = running(program);
    for (int count = 0; count < 10; count++) {
      Case question = RandomCases.withLearningRate(cases.next(), 0.1);
      Case turned = inputsByOutputs(question);
      Answer answer = answer(running, DECIMAL.write(turned));
      assertThat(disagreements(turned, answer)).as(question.name()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void writesInfinitiesAsText(Program program) throws Exception {
    CandidateProgram running = running(program);
    for (ExtremeCases extreme : ExtremeCases.values()) {
      for (Ending ending : Ending.all()) {
        Case question = extreme.with(Activation.TANH, ending);
        Answer answer = answer(running, DECIMAL.write(question));
        assertThat(answer.resultFor(question).depth()).as(question.name()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void declinesWhatItDoesNotKnow(Program program) throws Exception {
    String question = DECIMAL.write(new RandomCases(4).next());
    String unknown = question.replaceAll("\"activation\":\"[^\"]*\"", "\"activation\":\"maxout\"");
    CandidateProgram running = running(program);
    assertThat(answer(running, unknown).unsupported()).contains("no maxout");
    assertThat(answer(running, question).unsupported()).as("the case after it").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void repeatsANameOfAnyLetters(Program program) throws Exception {
    Case named = new RandomCases(5).next();
    String name = "\"誤差\" \\ σ′ 𝛿";
    Case question = new Case(name, named.network(), named.inputs(), named.targets());
    CandidateProgram running = running(program);
    assertThat(answer(running, DECIMAL.write(question)).name()).isEqualTo(name);
  }

  @ParameterizedTest
  @EnumSource
  void endsWithItsInput(Program program) throws Exception {
    CandidateProgram running = running(program);
    answer(running, DECIMAL.write(new RandomCases(6).next()));
    assertThat(running.exitCode()).as("exit code").isZero();
    assertThat(running.nextLine()).as("a line that nobody asked for").isNull();
  }

  private static Answer answer(CandidateProgram running, String question) throws Exception {
    String line = running.answer(question);
    assertThat(line).as("the answer to %.80s", question).isNotNull();
    return ResultReader.readLine("answer", line);
  }

  private static Case inputsByOutputs(Case question) {
    return new Case(
        question.name(),
        question.network(),
        question.inputs(),
        question.targets(),
        question.learningRate(),
        WeightLayout.INPUTS_BY_OUTPUTS);
  }

  /** Every entry of the answer that is too far from the loops, and what the answer should have. */
  private static List<String> disagreements(Case question, Answer answer) {
    assertThat(answer.unsupported()).as(question.name()).isEmpty();
    Result expected = LOOPS.answer(question);
    Result actual = answer.resultFor(question);
    List<String> found = new ArrayList<>();
    double cost = expected.cost().orElseThrow();
    double actualCost = actual.cost().orElse(Double.NaN);
    if (!(StrictMath.abs(actualCost - cost) <= ROOM * StrictMath.abs(cost))) {
      found.add("step 3, cost: expected %s, found %s".formatted(cost, actualCost));
    }
    for (int l = expected.depth(); l >= 1; l--) {
      for (Quantity quantity : Quantity.values()) {
        Optional<double[][]> answered = actual.values(quantity, l);
        Optional<double[][]> right = expected.values(quantity, l);
        if (answered.isPresent() && right.isPresent()) {
          addDisagreements(found, quantity, l, expected.depth(), right.get(), answered.get());
        } else if (quantity.step(l, expected.depth()) == 8 && right.isPresent()) {
          found.add("step 8, layer %d: expected %s, found none".formatted(l, quantity.fieldName()));
        }
      }
    }
    return found;
  }

  private static void addDisagreements(
      List<String> found,
      Quantity quantity,
      int l,
      int depth,
      double[][] expected,
      double[][] actual) {
    double largest = 0.0;
    for (double[] row : expected) {
      for (double entry : row) {
        largest = StrictMath.max(largest, StrictMath.abs(entry));
      }
    }
    for (int j = 0; j < expected.length; j++) {
      for (int second = 0; second < expected[j].length; second++) {
        double difference = StrictMath.abs(actual[j][second] - expected[j][second]);
        if (!(difference <= ROOM * largest)) {
          String sentence = "step %d, layer %d, %s: expected %s, found %s";
          String entry = quantity.entryName(l, j, second);
          found.add(
              sentence.formatted(
                  quantity.step(l, depth), l, entry, expected[j][second], actual[j][second]));
        }
      }
    }
  }
}
