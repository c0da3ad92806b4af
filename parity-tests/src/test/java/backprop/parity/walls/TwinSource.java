package backprop.parity.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One source file of a twin, as its reader sees it.
 *
 * @param name of the file, after that of its sub-package if it is in one
 * @param text of the whole file
 */
record TwinSource(String name, String text) {
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);
  private static final Pattern DECLARATION = Pattern.compile("public [^{]*|enum \\w+ \\{[^;]*;");
  private static final Pattern STEP =
      Pattern.compile(
          "  /\\*\\*\n((?:   \\*[^\n]*\n)*?   \\* Terms: .*?) {3}\\*/\n(.*?\n  }\n)",
          Pattern.DOTALL);

  /**
   * A method whose Javadoc names its terms.
   *
   * @param javadoc the lines between its first and its last, without their indent
   * @param code the lines from its signature to its closing brace
   */
  record Step(List<String> javadoc, List<String> code) {
    /** What it is, {@code Terms:} and {@code Matrix:}. */
    List<String> beats() {
      return javadoc.subList(0, 3);
    }

    /** The trailing comments of the parameters, such as {@code [j][s]}. */
    List<String> parameterComments() {
      return code.stream()
          .takeWhile(line -> !line.endsWith("{"))
          .filter(line -> line.contains("//"))
          .map(line -> line.substring(line.indexOf("//") + 2).strip())
          .toList();
    }
  }

  /** A module of this project, beside the one whose tests are running. */
  static Path module(String name) {
    return Path.of(System.getProperty("basedir", ".")).resolve("..").resolve(name);
  }

  /** The files of a twin in the order of their names; the fast loops are no part of the mirror. */
  static List<TwinSource> twin(String name) {
    return filesIn("", module(name).resolve("src/main/java/backprop").resolve(name));
  }

  /** The files of a twin's optimisers, named {@code optimisers/Adam.java} and so on. */
  static List<TwinSource> optimisers(String name) {
    Path twin = module(name).resolve("src/main/java/backprop").resolve(name);
    return filesIn("optimisers/", twin.resolve("optimisers"));
  }

  /** The files of the fast loops, named {@code fast/Kernel.java} and so on. */
  static List<TwinSource> fast() {
    return filesIn("fast/", module("loops").resolve("src/main/java/backprop/loops/fast"));
  }

  private static List<TwinSource> filesIn(String prefix, Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> read(prefix + file.getFileName(), file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TwinSource read(String name, Path file) {
    try {
      return new TwinSource(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return text.lines().toList();
  }

  /** The lines that are neither blank nor comment. */
  List<String> codeLines() {
    String code =
        COMMENT.matcher(text).replaceAll(comment -> comment.group().replaceAll("[^\n]", ""));
    return code.lines().filter(line -> !line.isBlank()).toList();
  }

  /** Every public declaration up to its body, and the constants of an enum, one to a line. */
  List<String> publicDeclarations() {
    String code = String.join(" ", codeLines()).replaceAll("\\s+", " ").replace("( ", "(");
    return DECLARATION.matcher(code).results().map(MatchResult::group).map(String::strip).toList();
  }

  /** The steps in the order of the file. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    STEP.matcher(text)
        .results()
        .forEach(
            step -> {
              List<String> javadoc =
                  step.group(1).lines().map(line -> line.replaceFirst("^ {3}\\* ?", "")).toList();
              steps.add(new Step(javadoc, step.group(2).lines().toList()));
            });
    return steps;
  }
}
