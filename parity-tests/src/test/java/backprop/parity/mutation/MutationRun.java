package backprop.parity.mutation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes the code line by line and asks whether a test notices; every change that lives is on the
 * list in {@code mutation/living.txt}, with the reason why, or the run fails.
 *
 * <p>Run by {@code ./mvnw -Pmutation -DskipTests verify}, for some groups alone by {@code
 * -Dmutation.groups=twins}. {@code MUTATION.md} is written anew, with what other groups found
 * before; a report that is older than the code it changes does not count.
 */
public final class MutationRun {
  private static final Path LIVING = Path.of("mutation", "living.txt");
  private static final Path PAGE = Path.of("MUTATION.md");
  private static final String SEPARATOR = " | ";

  private MutationRun() {}

  /**
   * Runs in the folder of its module.
   *
   * @param groups their names; none for all
   */
  public static void main(String[] groups) throws IOException, InterruptedException {
    List<MutationGroup> asked =
        groups.length == 0
            ? List.of(MutationGroup.values())
            : Arrays.stream(groups)
                .map(group -> MutationGroup.valueOf(group.toUpperCase(Locale.ROOT)))
                .toList();
    Map<MutationGroup, List<Mutant>> mutants = new EnumMap<>(MutationGroup.class);
    for (MutationGroup group : asked) {
      run(group);
      mutants.put(group, mutants(group));
    }
    Map<String, String> living = living();
    Collection<String> problems = problems(mutants, living);
    for (MutationGroup group : MutationGroup.values()) {
      if (!mutants.containsKey(group) && isCurrent(group)) {
        mutants.put(group, mutants(group));
      }
    }
    Files.writeString(PAGE, MutationPage.text(mutants, living));
    problems.forEach(System.err::println);
    System.exit(problems.isEmpty() ? 0 : 1);
  }

  /** Each change that lives, by its name, with the reason. */
  private static Map<String, String> living() throws IOException {
    Map<String, String> living = new LinkedHashMap<>();
    for (String line : Files.readAllLines(LIVING)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int end = line.lastIndexOf(SEPARATOR);
        living.put(line.substring(0, end), line.substring(end + SEPARATOR.length()));
      }
    }
    return living;
  }

  private static Collection<String> problems(
      Map<MutationGroup, List<Mutant>> mutants, Map<String, String> living) {
    Set<String> found =
        mutants.values().stream()
            .flatMap(List::stream)
            .filter(mutant -> !mutant.noticed())
            .map(Mutant::name)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> problems = new ArrayList<>();
    for (String name : found) {
      if (!living.containsKey(name)) {
        problems.add("no test notices: " + name);
      }
    }
    for (String name : living.keySet()) {
      String className = name.substring(0, name.indexOf(SEPARATOR)).replaceAll("\\.[^.]*$", "");
      boolean run = mutants.keySet().stream().anyMatch(group -> group.mutates(className));
      if (run && !found.contains(name)) {
        problems.add("a test notices now, take it off " + LIVING + ": " + name);
      }
    }
    return problems;
  }

  private static List<Mutant> mutants(MutationGroup group) throws IOException {
    return Files.readAllLines(report(group)).stream().map(Mutant::of).toList();
  }

  private static boolean isCurrent(MutationGroup group) throws IOException {
    Path report = report(group);
    if (!Files.exists(report)) {
      return false;
    }
    FileTime written = Files.getLastModifiedTime(report);
    return Files.readAllLines(report).stream().allMatch(line -> Mutant.isCurrent(line, written));
  }

  private static Path report(MutationGroup group) {
    return Path.of("target", "mutation", group.lowerCase(), "mutations.csv");
  }

  private static void run(MutationGroup group) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    // The twins' classes come first, because PIT changes nothing in a jar.
    command.add(folders("target/classes", File.pathSeparator) + inherited());
    command.add("org.pitest.mutationtest.commandline.MutationCoverageReport");
    command.addAll(group.arguments());
    command.addAll(
        List.of(
            "--mutableCodePaths",
            folders("target/classes", ","),
            "--sourceDirs",
            folders("src/main/java", ","),
            "--reportDir",
            report(group).getParent().toString(),
            "--outputFormats",
            "CSV,HTML",
            "--timestampedReports=false",
            "--timeoutConst",
            "20000",
            "--jvmArgs",
            "-Dnetworks=2,-Ddamaged=100", // looks that are short: they are taken for every change
            "--threads",
            "2"));
    int ended = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (ended != 0) {
      throw new IllegalStateException("PIT ended with exit code " + ended);
    }
  }

  private static String inherited() {
    return File.pathSeparator + System.getProperty("java.class.path");
  }

  /** That folder of every module. */
  private static String folders(String folder, String separator) {
    return Stream.of("../loops", "../matrix", ".")
        .map(module -> Path.of(module, folder).toAbsolutePath().normalize().toString())
        .collect(Collectors.joining(separator));
  }
}
