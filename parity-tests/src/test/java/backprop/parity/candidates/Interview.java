package backprop.parity.candidates;

import backprop.loops.Activation;
import backprop.loops.Cost;
import backprop.loops.Layer;
import backprop.loops.Network;
import backprop.loops.Reduction;
import backprop.parity.gradients.GradientDigest;
import backprop.parity.model.Case;
import backprop.parity.model.Result;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.GradientSource;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.candidate.CandidateProgram;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.RandomCases;
import backprop.parity.suites.StressSuite;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that one program is asked, in one go, because some take seconds to start. */
final class Interview {
  static final List<Case> SUITE =
      Stream.concat(DefaultSuite.cases().stream(), StressSuite.cases().stream()).toList();
  static final List<Case> INPUTS_BY_OUTPUTS =
      DefaultSuite.cases().stream().limit(40).map(Interview::inputsByOutputs).toList();

  private static final List<Case> RANDOM = randomCases(200);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LoopsSource loops = new LoopsSource();

  /** One for every answer to {@link #SUITE} that was not a refusal. */
  final List<CaseComparison> suite;

  /** The same for {@link #INPUTS_BY_OUTPUTS}. */
  final List<CaseComparison> inputsByOutputs;

  /** The answers to {@link #SUITE} and to random networks, bit by bit. */
  final BitTally bits = new BitTally();

  /** Of a program that promises all bits: what {@code gradients --digest} is to the twins. */
  final Optional<String> digest;

  /** Names of the cases whose answers have no cost. */
  final List<String> withoutCost = new ArrayList<>();

  /** What is wrong with the answer to a case that has a strange name; empty if nothing. */
  final String complaintAboutName;

  /** What it did after the last case, and everything on its stderr. */
  final List<String> oddities = new ArrayList<>();

  /**
   * Asks everything.
   *
   * @param exact whether the program promises the loops' bits
   */
  Interview(String command, boolean exact) {
    try (CandidateProgram program = CandidateProgram.start(command, PATIENCE, oddities::add)) {
      suite = ask(program, SUITE);
      inputsByOutputs = ask(program, INPUTS_BY_OUTPUTS);
      complaintAboutName = complaintAboutName(program);
      if (exact) {
        ask(program, RANDOM);
        ask(program, RANDOM.stream().limit(40).map(Interview::withoutBiases).toList());
        ask(program, List.of(sigmoidOnItsVectors()));
      }
      digest = exact ? Optional.of(GradientDigest.of(source(program))) : Optional.empty();
      oddities.addAll(program.finish());
    }
  }

  private List<CaseComparison> ask(CandidateProgram program, List<Case> questions) {
    List<CaseComparison> comparisons = new ArrayList<>();
    for (Case question : questions) {
      CandidateReply reply = program.answer(question);
      reply
          .result()
          .ifPresent(
              actual -> {
                if (actual.cost().isEmpty()) {
                  withoutCost.add(question.name());
                }
                Result expected = loops.answer(question);
                bits.add(question, expected, actual);
                comparisons.add(new CaseComparison(question, expected, actual, Precision.DOUBLE));
              });
    }
    return comparisons;
  }

  private static List<Case> randomCases(int count) {
    RandomCases random = new RandomCases(20260102);
    return IntStream.range(0, count).mapToObj(n -> random.next()).toList();
  }

  /** The same question in which every second layer has no biases. */
  private static Case withoutBiases(Case question) {
    List<Layer> layers = new ArrayList<>(question.network().layers());
    Set<Integer> without = new HashSet<>();
    for (int index = 0; index < layers.size(); index += 2) {
      Layer layer = layers.get(index);
      double[] zeros = new double[layer.outputs()];
      layers.set(index, new Layer(layer.activation(), layer.weights(), zeros));
      without.add(index + 1);
    }
    Network network = question.network();
    return new Case(
        question.name(),
        new Network(layers, network.cost(), network.reduction()),
        question.inputs(),
        question.targets(),
        question.learningRate(),
        question.weightLayout(),
        without);
  }

  /** Each argument is a sample, and passes through the weight 1; the delta shows f′, too. */
  private static Case sigmoidOnItsVectors() {
    double[] arguments = sigmoidArguments();
    double[] targets = new double[arguments.length];
    Arrays.fill(targets, -1.0);
    Layer layer = new Layer(Activation.SIGMOID, new double[][] {{1.0}}, new double[] {0.0});
    Network network = new Network(List.of(layer), Cost.HALF_SQUARED_ERROR, Reduction.SUM);
    double[][] inputs = {arguments};
    return new Case("sigmoid on its vectors", network, inputs, new double[][] {targets});
  }

  private static double[] sigmoidArguments() {
    try (Stream<String> vectors = Files.lines(Path.of("golden/functions.txt"))) {
      return vectors
          .filter(line -> line.startsWith("sigmoid "))
          .map(line -> Long.parseUnsignedLong(line.split(" ")[1], 16))
          .mapToDouble(Double::longBitsToDouble)
          .filter(Double::isFinite)
          .toArray();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static GradientSource source(CandidateProgram program) {
    return new GradientSource() {
      @Override
      public String name() {
        return "candidate";
      }

      @Override
      public Result answer(Case question) {
        return program.answer(question).result().orElseThrow();
      }
    };
  }

  private static String complaintAboutName(CandidateProgram program) {
    Case plain = new RandomCases(5).next();
    String name = "\"誤差\" \\ σ′ 𝛿";
    try {
      program.answer(new Case(name, plain.network(), plain.inputs(), plain.targets()));
      return "";
    } catch (NoUsableAnswer problem) {
      return problem.getMessage();
    }
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
}
