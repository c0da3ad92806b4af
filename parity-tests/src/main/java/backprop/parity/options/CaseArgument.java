package backprop.parity.options;

import backprop.parity.io.CaseReader;
import backprop.parity.io.PathName;
import backprop.parity.model.Case;
import backprop.parity.suites.BuiltInCases;
import backprop.parity.suites.WorkedExamples;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** What somebody writes where a case is expected: a file, a folder, "-", or a built-in name. */
public final class CaseArgument {
  private CaseArgument() {}

  /** All cases that the argument stands for; a file wins over a built-in case of that name. */
  public static List<Case> read(String argument, CaseReader reader) {
    if (argument.equals("-")) {
      return reader.readStandardInput();
    }
    if (!exists(argument)) {
      Optional<Case> builtIn = BuiltInCases.named(argument);
      boolean looksLikeName = argument.matches("[A-Za-z0-9-]+");
      if (builtIn.isPresent() || looksLikeName) {
        return List.of(builtIn.orElseGet(() -> WorkedExamples.named(argument)));
      }
    }
    return reader.read(PathName.of(argument));
  }

  /** Whether a case comes with the program; a file of that name wins. */
  public static boolean isBuiltIn(String argument) {
    return !exists(argument) && BuiltInCases.named(argument).isPresent();
  }

  /** Not every name of a case can be the name of a file. */
  private static boolean exists(String argument) {
    return PathName.find(argument).filter(Files::exists).isPresent();
  }
}
