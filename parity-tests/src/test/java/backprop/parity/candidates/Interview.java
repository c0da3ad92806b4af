package backprop.parity.candidates;

import backprop.parity.model.Case;
import backprop.parity.model.WeightLayout;
import backprop.parity.sources.LoopsSource;
import backprop.parity.sources.candidate.CandidateProgram;
import backprop.parity.sources.candidate.CandidateReply;
import backprop.parity.sources.candidate.NoUsableAnswer;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.RandomCases;
import backprop.parity.suites.StressSuite;
import backprop.parity.verdict.CaseComparison;
import backprop.parity.verdict.Precision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that one program is asked, in one go, because some take seconds to start. */
final class Interview {
  static final List<Case> SUITE =
      Stream.concat(DefaultSuite.cases().stream(), StressSuite.cases().stream()).toList();
  static final List<Case> INPUTS_BY_OUTPUTS =
      DefaultSuite.cases().stream().limit(40).map(Interview::inputsByOutputs).toList();

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final LoopsSource loops = new LoopsSource();

  /** One for every answer to {@link #SUITE} that was not a refusal. */
  final List<CaseComparison> suite;

  /** The same for {@link #INPUTS_BY_OUTPUTS}. */
  final List<CaseComparison> inputsByOutputs;

  /** Names of the cases whose answers have no cost. */
  final List<String> withoutCost = new ArrayList<>();

  /** What is wrong with the answer to a case that has a strange name; empty if nothing. */
  final String complaintAboutName;

  /** What it did after the last case, and everything on its stderr. */
  final List<String> oddities = new ArrayList<>();

  Interview(String command) {
    try (CandidateProgram program = CandidateProgram.start(command, PATIENCE, oddities::add)) {
      suite = ask(program, SUITE);
      inputsByOutputs = ask(program, INPUTS_BY_OUTPUTS);
      complaintAboutName = complaintAboutName(program);
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
                comparisons.add(
                    new CaseComparison(question, loops.answer(question), actual, Precision.DOUBLE));
              });
    }
    return comparisons;
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
