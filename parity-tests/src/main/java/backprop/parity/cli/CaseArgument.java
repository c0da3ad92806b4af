package backprop.parity.cli;

import backprop.parity.cases.Case;
import backprop.parity.cases.CaseReader;
import backprop.parity.cases.WorkedExamples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What somebody writes where a case is expected: a file, a folder, "-", or a built-in name. */
final class CaseArgument {
  private CaseArgument() {}

  /** All cases that the argument stands for; a file wins over a built-in case of that name. */
  static List<Case> read(String argument, CaseReader reader) {
    if (argument.equals("-")) {
      return reader.read("standard input", System.in);
    }
    boolean builtIn = WorkedExamples.names().contains(argument);
    boolean looksLikeName = argument.matches("[A-Za-z0-9-]+");
    if (!Files.exists(Path.of(argument)) && (builtIn || looksLikeName)) {
      return List.of(WorkedExamples.named(argument));
    }
    return reader.read(Path.of(argument));
  }
}
