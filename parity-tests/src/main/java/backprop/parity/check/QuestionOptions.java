package backprop.parity.check;

import backprop.parity.io.CaseReader;
import backprop.parity.io.Limits;
import backprop.parity.model.Case;
import backprop.parity.model.InvalidInput;
import backprop.parity.options.CaseArgument;
import backprop.parity.options.CaseLimits;
import backprop.parity.suites.DefaultSuite;
import backprop.parity.suites.Selection;
import backprop.parity.suites.StressSuite;
import backprop.parity.terminal.ShellWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is asked: which cases, and at which learning rate. */
final class QuestionOptions {
  @Mixin private CaseLimits limits;

  @Option(
      names = "--cases",
      paramLabel = "PATH",
      arity = "1..*",
      description = "Ask these files, folders or built-in cases instead of the built-in suite.")
  private List<String> paths = List.of();

  @Option(
      names = "--stress",
      description =
          "Ask ill-conditioned networks, too: a program that agrees on the others but loses accuracy"
              + " here is fragile, not wrong.")
  private boolean stress;

  @Option(
      names = "--learning-rate",
      paramLabel = "X",
      description = "Ask every case with this learning rate, for a program that knows no other.")
  private Double learningRate;

  private final Map<String, String> pathOfCase = new HashMap<>();

  /** The limits on what is read. */
  Limits limits() {
    return limits.limits();
  }

  boolean areStress() {
    return stress;
  }

  /** Whether cases or a suite were chosen. */
  boolean areChosen() {
    return stress || !paths.isEmpty();
  }

  /** Whether everything is asked as it is built in. */
  boolean areDefault() {
    return paths.isEmpty() && learningRate == null;
  }

  /** What is wrong with the options; empty if nothing is. */
  Optional<String> problem() {
    return learningRate != null && learningRate <= 0.0
        ? Optional.of("--learning-rate " + learningRate + ": expected a number above 0")
        : Optional.empty();
  }

  /**
   * The cases on which every correct program agrees, before any selection.
   *
   * @param caseFile that a recorded result answers; null for a program
   */
  List<Case> read(String caseFile) {
    CaseReader reader = limits.reader();
    List<String> read = caseFile == null ? paths : List.of(caseFile);
    if (read.isEmpty()) {
      return DefaultSuite.cases();
    }
    List<Case> cases = new ArrayList<>();
    for (String path : read) {
      for (Case question : CaseArgument.read(path, reader)) {
        pathOfCase.put(question.name(), path);
        cases.add(question);
      }
    }
    return cases;
  }

  /**
   * Those of them that are asked; of the built-in suite more are made where it has too few of a kind.
   *
   * @throws InvalidInput if no case uses nothing else, nor an ill-conditioned one
   */
  List<Case> mild(List<Case> cases, Selection selection, String selectionText) {
    List<Case> mild = pathOfCase.isEmpty() ? selection.enoughOf(cases) : selection.of(cases);
    if (mild.isEmpty() && hard(selection).isEmpty()) {
      throw new InvalidInput(selectionText + ": no case uses nothing else.");
    }
    return atLearningRate(mild);
  }

  /** The ill-conditioned cases that are asked. */
  List<Case> hard(Selection selection) {
    return stress ? atLearningRate(selection.of(StressSuite.cases())) : List.of();
  }

  private List<Case> atLearningRate(List<Case> cases) {
    return learningRate == null
        ? cases
        : cases.stream().map(each -> each.withLearningRate(learningRate)).toList();
  }

  /** What to type for a case: the path it came from, or the name of a built-in one. */
  String argumentOf(String caseName) {
    return ShellWord.of(pathOfCase.getOrDefault(caseName, caseName));
  }
}
